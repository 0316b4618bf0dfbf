import { enclosed, numbered, rules, whole } from "./parts.mjs";

/* Against rules of several tests on fields that pick very many parts, each of which is what the first test looks for. */

/** @typedef {import("./parts.mjs").HostileFamily} HostileFamily */

/** @type {readonly HostileFamily[]} */
export const SEVERAL_TESTS = [
  {
    name: "two tests: a number beside each of a million whole texts",
    mapping: rules(1, () => 'json "$[*].a" exact "x" and json "$[*].b" above 5'),
    body: enclosed("[", whole('{"a":"x","b":1},'), "0]"),
  },
  {
    name: "two tests: a number beside a hundred whole texts",
    mapping: rules(
      1,
      () =>
        `json "$[*].a" exact ${Array.from({ length: 100 }, (_, n) => `"x${n}"`).join(", ")} and json "$[*].b" above 5`,
    ),
    body: enclosed("[", (size) => numbered(size, (n) => `{"a":"x${n % 100}","b":1},`), "0]"),
  },
  {
    name: "two tests: whole texts, of which the last must not be",
    mapping: rules(1, () => 'json "$[*]" exact "x" and not json "$[*]" exact "y"'),
    body: enclosed("[", whole('"x",'), '"y"]'),
  },
  {
    name: "two tests: words, of which the last must not be",
    mapping: rules(1, () => 'json "$[*]" word "x" and not json "$[*]" keyword "ayb"'),
    body: enclosed("[", whole('"an x",'), '"ayb"]'),
  },
  {
    name: "two tests: beginnings of elements, of which the last must not be",
    mapping: rules(1, () => 'xml "//a" exact "x*" and not xml "//a" exact "y*"'),
    body: enclosed("<r>", whole("<a>x1</a>"), "<a>y1</a></r>"),
  },
  {
    name: "two tests: fields of a form, of which the last must not be",
    mapping: rules(1, () => 'form "a" exact "x" and not form "a" exact "y"'),
    body: enclosed("", whole("a=x&"), "a=y"),
  },
  {
    name: "two tests: fields of fields, of which the last must not be",
    mapping: rules(1, () => 'json "$[*]" form "a" exact "x" and not json "$[*]" form "a" exact "y"'),
    body: enclosed("[", whole('"a=x",'), '"a=y"]'),
  },
];
