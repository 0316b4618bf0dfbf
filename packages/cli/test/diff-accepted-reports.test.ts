import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* What reports say of differences that somebody has accepted, and when it is that they are. */

const FILE = "responses.accepted.json";
const BEFORE = `success json "$.sold" exact "1"
success json "$.paid" exact "1"
example 200 '{"sold":1}' is success
`;
const AFTER = BEFORE.replace("success", "reject").replace("is success", "is reject");

const diff = async (cwd: string, ...args: readonly string[]) => {
  const { stdout, stderr, exitCode } = await run(["diff", "HEAD", ...args], { cwd });
  return { stdout, stderr, exitCode };
};

/** A working tree in which one mapping is another, and somebody has accepted that. */
async function acceptedChange(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = repositoryWith({ "a.responses": BEFORE, ...files });
  writeFiles(cwd, { "a.responses": AFTER });
  expect((await diff(cwd, "--accept", "so be it")).exitCode).toBe(0);
  return cwd;
}

describe("recorded responses of accepted groups are not open", () => {
  test("in Markdown", async () => {
    const { stdout } = await diff(await acceptedChange(), "--format", "markdown");
    expect(stdout).toContain("**All that differs is accepted.**");
    expect(stdout).toContain("- 1 group of responses is accepted, 1 recorded response among them");
    expect(stdout).not.toMatch(/No longer counted as a sale|another verdict/);
  });

  test("in the text, beside open ones of another group", async () => {
    const cwd = await acceptedChange();
    expect((await diff(cwd)).stdout).not.toContain("another verdict");
    writeFiles(cwd, {
      "a.responses": `${AFTER}error json "$.late" exact "1"\nexample 200 '{"late":1}' is error\n`,
    });
    const { stdout } = await diff(cwd);
    expect(stdout).toContain("  accepted no longer a sale, success → reject: so be it\n");
    expect(stdout).toContain("  1 of 2 recorded answers gets another verdict:\n");
  });

  test("in JSON, where they say why", async () => {
    const { stdout } = await diff(await acceptedChange(), "--format", "json");
    const { files } = JSON.parse(stdout);
    expect(files[0].examples).toMatchObject([{ name: null, accepted: "so be it" }]);
  });
});

test("JUnit says of each mapping what it comes to", async () => {
  const cwd = await acceptedChange({
    "b.responses": 'success keyword "other"\n',
    "c.responses": 'include "d.inc.responses"\n',
    "d.inc.responses": BEFORE,
  });
  writeFiles(cwd, { "d.inc.responses": AFTER });
  const { stdout } = await diff(cwd, "--format", "junit", "c.responses", "b.responses", "a.responses");
  const cases = [...stdout.matchAll(/<testcase [^>]*name="([^"]*)" file="([^"]*)"/g)];
  const found = Object.fromEntries(cases.map(([, name, file]) => [file, name]));
  expect(found, stdout).toMatchObject({
    "a.responses": "all that differs is accepted",
    "b.responses": "no response changes its verdict",
    "c.responses": "responses get another verdict, which is told where the rules stand",
  });
});

describe("of open groups as many are told as without entries", () => {
  const LABELS = Array.from(
    { length: 14 },
    (_, number) => `reject keyword "${number + 100}" as L${number}\n`,
  );
  const MANY = LABELS.join("");
  const CHANGED = `success keyword "sold"\n${MANY}`;

  test("whether the entries are of this mapping or of another", async () => {
    const cwd = repositoryWith({ "a.responses": BEFORE, "many.responses": MANY });
    writeFiles(cwd, { "many.responses": CHANGED });
    const groups = async (): Promise<number> =>
      (await diff(cwd, "many.responses")).stdout.match(/now a sale: /g)?.length ?? 0;
    const all = await diff(cwd, "--all");
    expect(all.stdout.match(/now a sale: /g)).toHaveLength(15);
    expect(await groups()).toBe(10);
    writeFiles(cwd, { "a.responses": AFTER });
    await diff(cwd, "--accept", "so be it", "a.responses");
    expect(await groups()).toBe(10);
    // One of the groups is accepted, as if it alone had been there.
    await diff(cwd, "--accept", "so be it");
    const text = readFileSync(join(cwd, FILE), "utf8");
    const kept = text
      .split("\n")
      .filter((line) => !line.includes("many.responses") || line.includes('"reject L3 →'));
    expect(kept.length).toBeLessThan(text.split("\n").length);
    writeFiles(cwd, { [FILE]: kept.join("\n") });
    const { stdout, exitCode } = await diff(cwd, "many.responses");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("accepted now a sale, reject L3 → success: so be it");
    expect(stdout.match(/now a sale: /g)).toHaveLength(10);
    expect(stdout).toContain("not told: 4 other pairs of verdicts");
    expect((await diff(cwd, "many.responses", "--all")).stdout.match(/now a sale: /g)).toHaveLength(14);
  });
});

test("nothing is accepted where a report cannot be written", async () => {
  const cwd = repositoryWith({ "a.responses": BEFORE });
  writeFiles(cwd, { "a.responses": AFTER, file: "" });
  const { exitCode, stdout, stderr } = await diff(
    cwd,
    ...["--accept", "so be it", "--format", "json", "--output", "file/report.json"],
  );
  expect([exitCode, existsSync(join(cwd, FILE))]).toEqual([2, false]);
  expect(`${stdout}${stderr}`).not.toContain(`wrote ${FILE}`);
});
