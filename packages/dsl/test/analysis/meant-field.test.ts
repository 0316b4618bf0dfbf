import { applyFixes, check, type Finding, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { expect, test } from "vitest";

/* What is offered where a field is in no example, over all places that ask for it. */

function neverPickedIn(text: string): readonly Finding[] {
  const linked = link(parse("a.responses", text), noOtherFiles);
  return check(linked).filter(({ name }) => name === "field-never-picked");
}

test("the field is written in all places, whatever stands before it and however it is spelt", () => {
  const text = `success json "$.ok" exact "true"
reject json "$.resaon" exact "late" as Late
reject not json "$.ok" exact "x" and json "$.resaon" exact "dup" as json "$.resaon"
reject json "$['resaon']" exact "cap" as json "$['resaon']" or Cap
capture why from json "$.resaon"
example '{"ok":true}' is success
example '{"ok":false,"reason":"else"}' is unmapped
`;
  const [finding, ...others] = neverPickedIn(text);
  expect(others).toEqual([]);
  expect(finding?.fixes.map(({ title }) => title)).toEqual([
    'Write json "$.reason", and likewise in 5 other places of the file',
  ]);
  const fixed = text.replaceAll('"$.resaon"', '"$.reason"').replaceAll(`"$['resaon']"`, '"$.reason"');
  expect(applyFixes(text, finding?.fixes ?? []).text).toBe(fixed);
});

/** With 50 examples, 400 statements are all that is tried: 20,000 in all. */
test.each([
  [400, 1],
  [401, 0],
])("of %i rules that ask for it %i fix is offered, and it is told all the same", (rules, fixes) => {
  const text = [
    'success json "$.ok" exact "true"',
    ...Array.from({ length: rules }, (_, number) => `reject json "$.resaon" exact "n${number}" as No`),
    ...Array.from({ length: 50 }, (_, number) => `example '{"ok":true,"reason":"r${number}"}' is success`),
    "",
  ].join("\n");
  const found = neverPickedIn(text);
  expect(found.map((finding) => finding.fixes.length)).toEqual([fixes]);
  expect(found.map(messageOf)).toEqual([
    'no example of this file has json "$.resaon", but the one in line ' +
      `${rules + 2} has json "$.reason"; write that, or record a response that has the other`,
  ]);
});
