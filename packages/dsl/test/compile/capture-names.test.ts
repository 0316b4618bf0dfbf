import vm from "node:vm";
import { createMatcher, type Mapping, type Response, type Verdict } from "@responses/dsl";
import { mappingOf } from "@responses/testing/random-mappings";
import { describe, expect, test } from "vitest";
import { compiled, loadCompiled } from "../support/compiled-module.js";
import { interpreterOf } from "../support/interpreter.js";

/*
 * A capture may have any name, also one under which every object of JavaScript answers by itself. What a response does not have is
 * absent, whatever its name, in every way to run a mapping.
 */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

const WAYS: readonly (readonly [
  name: string,
  make: (mapping: Mapping) => (response: Response) => Verdict,
])[] = [
  ["the interpreter", (mapping) => (response) => interpreterOf(mapping).decide(response).verdict],
  ["a matcher", (mapping) => createMatcher(mapping).match],
  ["a matcher that has read so much that it follows its execution plan", experiencedMatcher],
  ["a CommonJS module", (mapping) => loadCompiled(mapping).match],
  ["an ES module", loadAsEsModule],
];

function experiencedMatcher(mapping: Mapping): (response: Response) => Verdict {
  const { match } = createMatcher(mapping);
  match({ body: " ".repeat(200_000) });
  return match;
}

/** The code of an ES module, run as it is but for its exports; the one in TypeScript has the same. */
function loadAsEsModule(mapping: Mapping): (response: Response) => Verdict {
  const { code } = compiled(mapping, { format: "esm", source: "acme.responses" });
  const strict = `"use strict";\n${code.replace(/^export \{.*\};$/m, "")}`;
  return vm.compileFunction(`${strict}\nreturn match;`)() as (response: Response) => Verdict;
}

describe.each(WAYS)("%s", (_name, make) => {
  test.each(NAMES)("captures under the name %s, and has nothing there if nothing is picked", (name) => {
    const match = make(
      mappingOf(`success status 200\ncapture ${name} from json "$.c"\ncapture price from json "$.p"\n`),
    );
    const { captures } = match({ status: 200, body: '{"c":"mine","p":1}' });
    expect(captures[name]).toBe("mine");
    expect(JSON.stringify(captures)).toBe(`{"${name}":"mine","price":"1"}`);
    for (const body of ['{"p":1}', '{"c":null,"p":2}', "", "{}"]) {
      const absent = match({ status: 200, body }).captures;
      expect(absent[name]).toBeUndefined();
      expect(Object.keys(absent)).toEqual(body.includes("p") ? ["price"] : []);
    }
  });

  test.each(NAMES)("has %s only for the outcomes that it is for", (name) => {
    const match = make(
      mappingOf(`success status 200\nreject status 400\ncapture ${name} from json "$.c" for success\n`),
    );
    expect(match({ status: 200, body: '{"c":"mine"}' }).captures[name]).toBe("mine");
    expect(match({ status: 400, body: '{"c":"mine"}' }).captures[name]).toBeUndefined();
    expect(match({ status: 302, body: '{"c":"mine"}' }).captures[name]).toBeUndefined();
  });

  test("gives plain objects of captures with other names", () => {
    const match = make(mappingOf('success status 200\ncapture price from json "$.p"\n'));
    const found = [{ body: '{"p":1}' }, { body: "" }].map((response) => match(response).captures);
    expect(found.map((captures) => String(captures))).toEqual(["[object Object]", "[object Object]"]);
  });
});
