import { check, link, messageOf, noOtherFiles, parse, runExamples } from "@responses/dsl";
import { CONFORMANCE_SYSTEMS, mappingFilesIn } from "@responses/testing/mapping-files";
import { describe, expect, test } from "vitest";
import { loadCompiled } from "./support/compiled-module.js";

const files = mappingFilesIn(CONFORMANCE_SYSTEMS).map(({ name, text }) => [name, text] as const);

describe("the documented responses of real systems", () => {
  test("are there", () => expect(files.length).toBeGreaterThanOrEqual(13));

  test.each(files)("%s", (name, text) => {
    const linked = link(parse(name, Buffer.from(text)), noOtherFiles);
    expect(linked.findings.map(messageOf)).toEqual([]);
    if (linked.kind !== "mapping") return;
    const results = runExamples(linked.mapping);
    expect(results.length).toBeGreaterThan(0);
    expect(
      results
        .filter(({ difference }) => difference !== null)
        .map(({ example, verdict }) => [example.model.body, verdict]),
    ).toEqual([]);
    const compiled = loadCompiled(linked.mapping);
    for (const { example, verdict } of results) {
      const { status, body } = example.model;
      expect(compiled.match({ status, body })).toEqual(verdict);
      expect(compiled.match({ status, body: new TextEncoder().encode(body) })).toEqual(verdict);
    }
    expect(check(linked).filter(({ name: finding }) => finding === "example-fails")).toEqual([]);
  });
});
