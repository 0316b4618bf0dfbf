import { compile, runtimeModule } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { expect, test } from "vitest";
// Imports internals: no format of the library refuses anything yet, so the test brings a target of its own.
import { compileTo } from "../../src/compile/compile.js";
import type { CompileTarget } from "../../src/compile/target.js";
import { askedBy } from "../../src/plan/mapping-plan.js";

/** A target that knows statuses and keywords and no captures between markers, and writes how many rules there are. */
const SIMPLE: CompileTarget = {
  supports: (plan) => [
    ...plan.rules.flatMap(({ tests }, number) =>
      tests
        .map((asked) => askedBy(asked, plan))
        .filter((asked) => asked.kind !== "status" && !(asked.kind === "text" && asked.how === "keyword"))
        .map(({ kind }) => ({ part: "rule", number, reason: `it has no words for ${kind}` }) as const),
    ),
    ...plan.captures.flatMap(({ field }, number) =>
      field.kind !== "between" ? [] : [{ part: "capture", number, reason: "it has no markers" } as const],
    ),
  ],
  isModule: false,
  write: (plan, { source, rules }) =>
    `${source}: ${plan.rules.length}, the last in line ${rules.at(-1)?.line}`,
};

test("a target compiles a mapping that it can express", () => {
  const mapping = mappingOf('success status 201\n\nreject keyword "dup" as Duplicate\n');
  expect(compileTo(SIMPLE, mapping, "acme.responses")).toEqual({
    kind: "compiled",
    code: "acme.responses: 2, the last in line 3",
    declarations: null,
    declarationLinks: [],
  });
});

test("a target refuses what it cannot express: by rule, with the reason and the place", () => {
  const text = `success status 201
reject keyword "dup" and json "$.a" above 3
capture id from between "<" and ">"
error json "$.b" empty and xml "//c" word "x"
`;
  const result = compileTo(SIMPLE, mappingOf(text), "acme.responses");
  if (result.kind === "compiled") throw new Error("it is compiled");
  expect(result.refusals.map(({ line, message }) => [line, message])).toEqual([
    [2, "this rule cannot be compiled to the format: it has no words for number"],
    [4, "this rule cannot be compiled to the format: it has no words for empty"],
    [4, "this rule cannot be compiled to the format: it has no words for text"],
    [3, "this capture cannot be compiled to the format: it has no markers"],
  ]);
  const [first] = result.refusals;
  expect(text.slice(first?.span.start, first?.span.end)).toBe('reject keyword "dup" and json "$.a" above 3');
});

test.each([
  ["js", '"js"'],
  ["constructor", '"constructor"'],
  [undefined, "a format of type undefined"],
  [{ format: "esm" }, "a format of type object"],
])("a format that there is not is told with those that there are: %s", (format, told) => {
  // As a program without types would call them.
  const compileAnyhow = compile as (mapping: unknown, options: unknown) => unknown;
  const runtimeAnyhow = runtimeModule as (format: unknown) => unknown;
  const mapping = mappingOf("success status 201\n");
  expect(() => compileAnyhow(mapping, { format, source: "acme.responses" })).toThrow(
    new TypeError(`cannot compile to ${told}: the formats are esm, cjs, ts and json`),
  );
  expect(() => runtimeAnyhow(format)).toThrow(
    new TypeError(`cannot compile to ${told}: the formats are esm, cjs and ts`),
  );
});
