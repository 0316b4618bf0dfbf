import { link, noOtherFiles, parse } from "@responses/dsl";
import { type ConformanceCase, fieldCases } from "@responses/testing/conformance-cases";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "./support/compiled-module.js";
import { interpreterOf } from "./support/interpreter.js";

const cases = fieldCases().map((one) => [one.note, one] as const);

describe("fields mean what the language says", () => {
  test("there are cases", () => expect(cases.length).toBeGreaterThanOrEqual(60));

  test.each(cases)("%s", (_note, { mapping: text, status, body, expect: expected }: ConformanceCase) => {
    const linked = link(parse("case.responses", text), noOtherFiles);
    if ("error" in expected) {
      expect(linked.kind).toBe("refused");
      expect(linked.findings.map(({ name }) => name)).toContain(expected.error);
      return;
    }
    expect(linked.findings).toEqual([]);
    if (linked.kind !== "mapping") return;
    const { outcome, label, captures = {} } = expected;
    const matcher = interpreterOf(linked.mapping);
    const compiled = loadCompiled(linked.mapping);
    for (const form of [body, new TextEncoder().encode(body)]) {
      const response = { status, body: form };
      expect(matcher.match(response)).toEqual({ outcome, label, captures });
      expect(compiled.match(response)).toEqual({ outcome, label, captures });
    }
  });
});
