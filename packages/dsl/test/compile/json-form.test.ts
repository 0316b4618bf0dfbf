import { readFileSync } from "node:fs";
import type { Mapping } from "@responses/dsl";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiled } from "../support/compiled-module.js";

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/mapping.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

const formOf = (mapping: Mapping) =>
  JSON.parse(compiled(mapping, { format: "json", source: "acme.responses" }).code);

describe("the JSON form", () => {
  test("says all of a mapping", () => {
    const mapping = mappingOf(`system "Acme"
success status 201, 2xx and not keyword "no", "never"
reject json "$.a[0]['b c'][*]" exact "*dup*" as xml "//e/@f" or Other
error split ";" part -2 above 1.50 as "5"
reject xml "/a//b" empty
reject json "$" word "x"
success otherwise
capture id from json "$.id"
capture "the rest" from between "<" and ">"
capture reason from xml "//d" between "A=" and "&", "\\n", end for reject, error
capture page from between "(" and last ")" form "Page No"
`);
    expect(formOf(mapping)).toEqual({
      language: 1,
      source: "acme.responses",
      system: "Acme",
      rules: [
        {
          outcome: "success",
          tests: [
            {
              status: [
                [201, 201],
                [200, 299],
              ],
            },
            { not: { keyword: ["no", "never"] } },
          ],
          label: null,
          file: "acme.responses",
          line: 2,
        },
        {
          outcome: "reject",
          tests: [{ field: { json: ["a", 0, "b c", null] }, exact: [["", "dup", ""]] }],
          label: {
            field: { xml: { steps: [{ deep: true, name: "e" }], attribute: { deep: false, name: "f" } } },
            or: "Other",
          },
          file: "acme.responses",
          line: 3,
        },
        {
          outcome: "error",
          tests: [{ field: { split: ";", part: -2 }, above: "1.50" }],
          label: { text: "5" },
          file: "acme.responses",
          line: 4,
        },
        {
          outcome: "reject",
          tests: [
            {
              field: {
                xml: {
                  steps: [
                    { deep: false, name: "a" },
                    { deep: true, name: "b" },
                  ],
                  attribute: null,
                },
              },
              empty: true,
            },
          ],
          label: null,
          file: "acme.responses",
          line: 5,
        },
        {
          outcome: "reject",
          tests: [{ field: { json: [] }, word: ["x"] }],
          label: null,
          file: "acme.responses",
          line: 6,
        },
        { outcome: "success", tests: [], label: null, file: "acme.responses", line: 7 },
      ],
      captures: [
        { name: "id", field: { json: ["id"] } },
        { name: "the rest", field: { between: "<", closers: [">"], end: false } },
        {
          name: "reason",
          field: {
            chain: [
              { xml: { steps: [{ deep: true, name: "d" }], attribute: null } },
              { between: "A=", closers: ["&", "\n"], end: true },
            ],
          },
          for: ["reject", "error"],
        },
        { name: "page", field: { chain: [{ between: "(", last: ")" }, { form: "Page No" }] } },
      ],
    });
  });

  test("is what its schema describes, for random mappings", () => {
    fc.assert(
      fc.property(mappingText, (text) => {
        validate(formOf(mappingOf(text)));
        expect(validate.errors ?? []).toEqual([]);
      }),
      randomRuns(300),
    );
  });

  test("nothing in it is unseen or ends a script, and it says the same", () => {
    const text = "</script>\u202e\u200b\u{e0041}\u007f\ufeffé😀";
    const { code } = compiled(mappingOf(`success keyword "${text}"\n`), { format: "json", source: "a" });
    expect(code).toContain("\\u003c/script>\\u202e\\u200b\\udb40\\udc41\\u007f\\ufeffé😀");
    expect(JSON.parse(code).rules[0].tests).toEqual([{ keyword: [text] }]);
  });

  test("the schema refuses what is no mapping", () => {
    const rule = { outcome: "success", tests: [], label: null, file: "a", line: 1 };
    const form = { language: 1, source: "a", system: null, rules: [rule], captures: [] };
    expect(validate(form)).toBe(true);
    for (const wrong of [
      { ...rule, outcome: "won" },
      { ...rule, tests: [{ status: [[99, 200]] }] },
      { ...rule, line: 0 },
      { ...rule, tests: [{ keyword: [] }] },
    ]) {
      expect(validate({ ...form, rules: [wrong] })).toBe(false);
    }
    const part = { form: "a" };
    for (const field of [{ chain: [part] }, { chain: [part, { chain: [part, part] }] }, { between: "a" }]) {
      expect(validate({ ...form, captures: [{ name: "a", field: part }] })).toBe(true);
      expect(validate({ ...form, captures: [{ name: "a", field }] })).toBe(false);
    }
    expect(validate({ ...form, captures: [{ name: "a", field: part, for: ["unmapped"] }] })).toBe(false);
  });
});
