import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check, link, messageOf, noOtherFiles, parse, runExamples } from "../../src/index.js";
import { loadCompiled } from "../support/compiled-module.js";

const shared = new URL("../../../../../shared/conformance/systems/", import.meta.url);
const own = new URL("systems/", import.meta.url);
const folder = fileURLToPath(existsSync(shared) ? shared : own);
const files = readdirSync(folder).filter((name) => name.endsWith(".responses"));

describe("the documented responses of real systems", () => {
  test("are there", () => expect(files.length).toBeGreaterThanOrEqual(13));

  test.each(files)("%s", (name) => {
    const linked = link(parse(name, readFileSync(`${folder}/${name}`)), noOtherFiles);
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
