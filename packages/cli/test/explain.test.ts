import { parse } from "@responses/dsl";
import { CHANGE_KINDS, CHANGES, catalogue, FINDING_NAMES, SPECIAL_WORDS } from "@responses/dsl/editor";
import { run } from "@responses/testing/command";
import { describe, expect, test } from "vitest";

describe("responses explain", () => {
  test.each(FINDING_NAMES.filter((name) => name !== "syntax"))("%s prints its page", async (name) => {
    const { stdout, exitCode } = await run(["explain", name]);
    const { page } = catalogue[name];
    expect(exitCode).toBe(0);
    for (const part of [page.what, page.why, page.fix]) expect(stdout).toContain(part);
  });

  test("syntax is the language on one screen: every word, and statements that can be read", async () => {
    const { stdout } = await run(["explain", "syntax"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    for (const word of SPECIAL_WORDS) expect(stdout).toMatch(new RegExp(`\\b${word}\\b`));
    const { tree } = parse("sheet.responses", stdout.split("\n\n")[1] ?? "");
    expect(tree.statements.length).toBe(8);
    expect(tree.statements.flatMap(({ syntax }) => syntax.findings)).toEqual([]);
  });

  test("prints the page of each kind of change that diff tells, and knows them when they are misspelt", async () => {
    const { stdout, exitCode } = await run(["explain", ...CHANGE_KINDS]);
    expect(exitCode).toBe(0);
    for (const name of CHANGE_KINDS) {
      const { level, what, advice } = CHANGES[name];
      const words = stdout.replace(/\s+/g, " ");
      expect(words).toContain(`${name} (${level}, told by responses diff) ${what} What to look at ${advice}`);
    }
    expect((await run(["explain", "sale-lots"])).stderr).toContain("did you mean sale-lost?");
  });

  test("takes several names, in any letter case", async () => {
    const { stdout, exitCode } = await run(["explain", "Include-Twice", "LABEL-SPELLING"]);
    expect(exitCode).toBe(0);
    for (const name of ["include-twice", "label-spelling"] as const)
      expect(stdout).toContain(`${name} (warning)\n\n${catalogue[name].page.what}`);
  });

  test("without a name it lists them all in whole sentences", async () => {
    const { stdout } = await run(["explain"]);
    for (const name of [...FINDING_NAMES, ...CHANGE_KINDS]) expect(stdout).toContain(name);
    const sentences = stdout.split(/^ {2}(?=[a-z])/m).slice(1);
    expect(sentences).toHaveLength(FINDING_NAMES.length + CHANGE_KINDS.length);
    for (const sentence of sentences) expect(sentence.split("\n\n")[0]?.trimEnd()).toMatch(/\.$/);
  });

  test("an unknown name gets a suggestion and exit code 2, and nothing is printed", async () => {
    const unknown = await run(["explain", "include-twice", "keyword-inside-wrod"]);
    expect([unknown.exitCode, unknown.stdout, unknown.stderr]).toEqual([
      2,
      "",
      expect.stringContaining("did you mean keyword-inside-word?"),
    ]);
    expect((await run(["explain", "keyword"])).stderr).toContain(
      "did you mean keyword-inside-word, keyword-matches-key or asterisk-in-keyword?",
    );
  });
});
