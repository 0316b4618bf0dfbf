import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: outlines and what fields pick are compared node by node; the editor sees what is made of both.
import { jsonPathTo, outlineJson } from "../../src/bodies/json-outline.js";
import { pickJson } from "../../src/runtime/json-field.js";

describe("the outline of a JSON body", () => {
  test("has every name and every value at its place", () => {
    const body = ' { "a" : [1, {"b\\n":"x\\u0041"}] ,"c":{}, "d": null}';
    const { members = [], values = [] } = outlineJson(body) ?? {};
    expect(members.map(({ name, from, to }) => [name, body.slice(from, to)])).toEqual([
      ["a", '{ "a" : '],
      ["b\n", '{"b\\n":'],
      ["c", ',"c":'],
      ["d", ', "d": '],
    ]);
    expect(values.map(({ text, start, end }) => [text, body.slice(start, end)])).toEqual([
      ["1", "1"],
      ["xA", '"x\\u0041"'],
      ["null", "null"],
    ]);
  });

  test("leads to each value by a path that picks it", () => {
    const spaces = fc.constantFrom("", " ", "\n\t");
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), spaces, (value, space) => {
        const body = JSON.stringify(value, null, space);
        const { values = [] } = outlineJson(body) ?? {};
        for (const { location, text, start, end } of values) {
          const found = pickJson(body, jsonPathTo(location)).filter((picked) => picked.start === start);
          expect(found.map((picked) => [picked.text, picked.end])).toEqual([[text, end]]);
        }
        const scalars = countScalars(value);
        expect(values.length).toBe(scalars);
      }),
      randomRuns(2000),
    );
  });
});

function countScalars(value: unknown): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + countScalars(inner), 0);
}
