import { readFileSync } from "node:fs";
import { check, defaultSeverityOf, link, parse, runExamples } from "@responses/dsl";
import { FINDING_NAMES, readProjectConfig } from "@responses/dsl/editor";
import { hostOf, MAIN_FILE } from "@responses/testing/marked-fixture";
import { describe, expect, test } from "vitest";
import { fencedBlocks } from "./fenced-blocks.js";

/*
 * Every block of docs/language.md is run. A block marked `responses` gives no error and no warning, and its examples
 * pass. `error=NAME` says that it is refused by that finding, `finds=NAME` that it gives that finding and no other,
 * `file=PATH` that later blocks can include it by that path.
 */

const page = readFileSync(new URL("../../../../docs/language.md", import.meta.url), "utf8");
const blocks = fencedBlocks(page);
const mappings = blocks.filter(({ language }) => language === "responses");
const files = new Map(
  mappings.flatMap(({ options, text }): [string, string][] => {
    const path = options.get("file");
    return path === undefined ? [] : [[path, text]];
  }),
);

describe("docs/language.md", () => {
  test("has many blocks", () => expect(mappings.length).toBeGreaterThan(30));

  test.each(mappings.map((block) => [block.line, block] as const))("line %i", (_line, { options, text }) => {
    const linked = link(parse(MAIN_FILE, text), hostOf(files));
    const grave = check(linked).filter(({ name }) => defaultSeverityOf(name) !== "hint");
    const error = options.get("error");
    const finds = options.get("finds") ?? error;
    expect(grave.map(({ name }) => name)).toEqual(finds === undefined ? [] : [finds]);
    expect(linked.kind).toBe(error === undefined ? "mapping" : "refused");
    if (linked.kind === "mapping" && finds !== "example-fails") {
      const failed = runExamples(linked.mapping).filter(({ difference }) => difference !== null);
      expect(failed.map(({ example, verdict }) => [example.model.body, verdict])).toEqual([]);
    }
  });

  test("its project file can be read", () => {
    const [config] = blocks.filter(({ language }) => language === "json");
    expect(readProjectConfig(config?.text ?? "").kind).toBe("config");
  });

  test("names only findings that exist", () => {
    const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name = ""]) => name);
    const ours = named.filter((name) => !NO_FINDINGS.has(name));
    const known: readonly string[] = FINDING_NAMES;
    expect(ours.filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** Words with a hyphen in backquotes that are labels or names of examples, not of findings. */
const NO_FINDINGS = new Set(["no-match", "made-up"]);
