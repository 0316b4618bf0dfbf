import { catalogue, FINDING_NAMES } from "@responses/dsl/editor";
import { run } from "@responses/testing/command";
import { describe, expect, test } from "vitest";

describe("responses explain", () => {
  test.each(FINDING_NAMES)("%s prints its page", async (name) => {
    const { stdout, exitCode } = await run(["explain", name]);
    const { page } = catalogue[name];
    expect(exitCode).toBe(0);
    for (const part of [page.what, page.why, page.fix]) expect(stdout).toContain(part);
  });

  test("without a name it lists them all; an unknown one gets a suggestion and exit code 2", async () => {
    const { stdout } = await run(["explain"]);
    for (const name of FINDING_NAMES) expect(stdout).toContain(name);
    const unknown = await run(["explain", "keyword-inside-wrod"]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      2,
      expect.stringContaining("did you mean keyword-inside-word?"),
    ]);
    expect((await run(["explain", "keyword"])).stderr).toContain(
      "did you mean keyword-inside-word, keyword-matches-key or asterisk-in-keyword?",
    );
  });
});
