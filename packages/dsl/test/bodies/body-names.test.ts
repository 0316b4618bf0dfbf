import { parse } from "@responses/dsl";
import { located } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";
// Imports internals: of the names in bodies a finding shows one at most.
import { readExample } from "../../src/bodies/read-example.js";
import { readField } from "../../src/bodies/read-field.js";

test("names stand one behind the other, and lead to the fields that have them, in every recorded response", () => {
  let count = 0;
  for (const { name, text } of mappingFiles()) {
    for (const { model } of located(parse(name, text), "example")) {
      const read = readExample(model);
      let behind = 0;
      for (const { name: own, from, to, write } of read?.names ?? []) {
        expect(from).toBeGreaterThanOrEqual(behind);
        behind = to;
        const written = read?.subject.body.slice(from, to) ?? "";
        // One with an escape is written otherwise than it reads.
        if (!written.includes("\\")) expect(written).toContain(own);
        const field = write === null ? null : readField(write());
        if (write !== null) expect(field === null ? [] : read?.subject.pick(field)).not.toEqual([]);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(300);
});

test("the names of each form of body", () => {
  const named = (body: string) => {
    const statement = parse("x.responses", `example """\n${body}\n""" is unmapped\n`);
    const [example] = located(statement, "example");
    const read = example === undefined ? null : readExample(example.model);
    return read?.names.map(({ from, to }) => read.subject.body.slice(from, to));
  };
  expect(named('{"a": {"b": 1}, "c": []}')).toEqual(['{"a": ', '{"b": ', ', "c": ']);
  expect(named('<r kind="x"><b/></r>')).toEqual(["<r", ' kind="', "<b", "</r>"]);
  expect(named("a=1&b=2")).toEqual(["a=", "b="]);
  expect(named("A=1\nB: 2")).toEqual(["A=", "B: "]);
  expect(named("thanks")).toEqual(undefined);
});
