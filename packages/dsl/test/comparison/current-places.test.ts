import { currentPlaces } from "@responses/dsl/editor";
import { expect, test } from "vitest";
import { letterRules } from "../support/letter-rules.js";

test.each([
  { name: "that stay", before: "abc", after: "abc", places: [0, 1, 2] },
  { name: "below one that came", before: "abc", after: "axbc", places: [0, 2, 3] },
  { name: "of which one has gone", before: "abc", after: "ac", places: [0, null, 1] },
  { name: "of which one has moved up", before: "abc", after: "cab", places: [1, 2, 0] },
  { name: "of which one was written anew", before: "abc", after: "aBc", places: [0, 1, 2] },
  {
    name: "of which some were written anew, side by side",
    before: "abcd",
    after: "axyd",
    places: [0, 1, 2, 3],
  },
  { name: "of which one became two", before: "abc", after: "axyc", places: [0, null, 3] },
  { name: "that come twice", before: "aba", after: "aab", places: [0, 2, 1] },
  { name: "that are all others", before: "ab", after: "xyz", places: [null, null] },
  { name: "of which there is none any more", before: "ab", after: "", places: [null, null] },
])("finds rules $name", ({ before, after, places }) => {
  const current = currentPlaces(letterRules(before), letterRules(after));
  expect([...before].map((_, place) => current(place))).toEqual(places);
});
