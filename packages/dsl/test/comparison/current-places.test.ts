import { link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { currentPlaces } from "@responses/dsl/editor";
import { expect, test } from "vitest";

/** A mapping of rules that ask for one letter each; an upper-case letter gives another verdict. */
function mappingOf(letters: string): Mapping {
  const rules = [...letters].map((letter) =>
    letter === letter.toLowerCase() ? `reject keyword "${letter}"` : `error keyword "${letter}"`,
  );
  const linked = link(parse("a.responses", rules.join("\n")), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

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
  const current = currentPlaces(mappingOf(before), mappingOf(after));
  expect([...before].map((_, place) => current(place))).toEqual(places);
});
