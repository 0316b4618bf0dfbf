import { readFileSync } from "node:fs";
import { run } from "@responses/testing/command";
import { describe, expect, test } from "vitest";

describe("responses help", () => {
  test("language prints the reference, without what only a page needs", async () => {
    const { stdout, exitCode } = await run(["help", "language"]);
    const page = readFileSync(new URL("../../../docs/language.md", import.meta.url), "utf8");
    expect(exitCode).toBe(0);
    const headings = page.split("\n").filter((line) => /^##? /.test(line));
    expect(headings.length).toBeGreaterThan(10);
    for (const heading of headings) expect(stdout.split("\n")).toContain(heading);
    expect(stdout).not.toMatch(/\]\(|^```responses/m);
    expect((await run(["help", "Language"])).stdout).toBe(stdout);
  });

  test("a command prints its help, and nothing that of the whole", async () => {
    expect((await run(["help", "check"])).stdout).toBe((await run(["check", "--help"])).stdout);
    expect((await run(["help"])).stdout).toBe((await run(["--help"])).stdout);
  });

  test.each([
    ["languag", "there is no command or topic named languag; did you mean language?"],
    ["nope", "there is no command or topic named nope; responses help lists the commands"],
  ])("%s gets a suggestion and exit code 2", async (topic, message) => {
    const { exitCode, stdout, stderr } = await run(["help", topic]);
    expect([exitCode, stdout, stderr.split("\n")[0]]).toEqual([2, "", `error: ${message}`]);
  });
});
