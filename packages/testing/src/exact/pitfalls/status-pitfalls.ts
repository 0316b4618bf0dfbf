import { decides, IMPOSSIBLE, type Pitfall, takenBy } from "./pitfall.js";

/** A response may have no status, and statuses are whole numbers. */
export const STATUS_PITFALLS: readonly Pitfall[] = [
  {
    name: "all statuses are not all responses",
    rules: ["error status 100..599", 'success keyword "a"'],
    answers: [decides("", 200), decides("a")],
  },
  {
    name: "with those that have none they are",
    rules: ["error status 100..599", "error not status 100..599", 'success keyword "a"'],
    answers: [decides("", 200), decides(""), takenBy([0, 1])],
  },
  {
    name: "not holds without a status",
    rules: ["error not status 200", "success not status 2xx", "success status 200", "reject not status 404"],
    answers: [decides(""), takenBy([0]), decides("", 200), takenBy([0, 2])],
  },
  {
    name: "ranges that meet and ranges that do not",
    rules: [
      "success status 200 and status 404",
      "success status 200..300 and status 300..404",
      "error status 2xx and not status 200..299",
      "error not status 100..300 and not status 301..599 and status 100..599",
    ],
    answers: [IMPOSSIBLE, decides("", 300), IMPOSSIBLE, IMPOSSIBLE],
  },
  {
    name: "classes that adjoin",
    rules: ["error status 1xx, 2xx", "error status 3xx, 4xx, 5xx", "success status 100..599"],
    answers: [decides("", 200), decides("", 404), takenBy([0, 1])],
  },
  {
    name: "one status between two ranges",
    rules: ["error status 200..203", "error status 205..299", "success status 2xx"],
    answers: [decides("", 200), decides("", 205), decides("", 204)],
  },
  {
    name: "the widest rule first is not the fewest",
    rules: [
      "error status 201..204",
      "error status 200..202",
      "error status 203..205",
      "success status 200..205",
    ],
    answers: [decides("", 201), decides("", 200), decides("", 205), takenBy([1, 2])],
  },
  {
    name: "a rule whose every part is taken by another, in text and status",
    rules: [
      'error status 200 and keyword "a"',
      "error not status 200",
      'success keyword "ab"',
      'success keyword "b"',
    ],
    answers: [decides("a", 200), decides(""), takenBy([0, 1]), decides("b", 200)],
  },
  {
    name: "text in one status and text in another do not add up",
    rules: [
      'error status 200 and keyword "a"',
      'error status 404 and keyword "b"',
      'success status 200, 404 and keyword "a"',
    ],
    answers: [decides("a", 200), decides("b", 404), decides("a", 404)],
  },
];
