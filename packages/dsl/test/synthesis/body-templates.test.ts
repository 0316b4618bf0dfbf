import { expect, test } from "vitest";
// Imports internals: that a template serves shows in time alone.
import { describeField } from "../../src/model/field.js";
import { bodiesFor } from "../../src/synthesis/bodies-for.js";
import { BodyTemplates } from "../../src/synthesis/body-templates.js";
import { fieldOf } from "../support/wishes.js";

const FIELDS = [
  'json "$"',
  'json "$.error.code"',
  'json "$.errors[*].code"',
  'json "$[-1].a"',
  "json \"$['a b']\"",
  'xml "//status"',
  'xml "/r/a/@id"',
  'form "status"',
  'split "|" part 2',
  'between "id=" and "&", end',
  'json "$.d" json "$.status"',
  'json "$.d" xml "//status"',
];

const TEXTS = ["sold", "E17", "reason 7", "Not_Found", "No buyer, for now.", "truey", "a-b:c"];

test("a body made from a template is the one that is made for its text", () => {
  const templates = new BodyTemplates();
  let made = 0;
  for (const written of FIELDS) {
    const field = describeField(fieldOf(written));
    for (const text of TEXTS) {
      const body = templates.bodyWith(field, text);
      if (body === null) continue;
      made++;
      const [first] = bodiesFor({ fields: [{ field, picks: [{ kind: "text", text }] }], texts: [] }, []);
      expect(body, `${written} ${text}`).toBe(first);
    }
  }
  // A document takes all of the texts, and what is no document takes those without blanks and punctuation.
  expect(made).toBe(7 * 7 + 5 * 4);
});

test.each(["", "true", "null", "12", "a ", " a", 'a"b', "a<b", "a&b", "a\\b", "é"])(
  "%o is not plain enough for one",
  (text) => {
    for (const written of FIELDS)
      expect(new BodyTemplates().bodyWith(describeField(fieldOf(written)), text)).toBeNull();
  },
);
