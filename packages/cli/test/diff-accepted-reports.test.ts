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
    expect(stdout).toContain("**All that differs is accepted, lost sales among it.**");
    expect(stdout).toContain(
      "- 1 group of responses is accepted, 1 recorded response among them: **1 no longer a sale**",
    );
    expect(stdout).not.toMatch(/No longer counted as a sale|another verdict/);
    expect(stdout).toContain(
      "<details open><summary>1 accepted group of responses, with the reason of each</summary>\n\n- `so be it`: **No longer a sale**: `success` (old line 1) → `reject` (line 1), for example `200 '{\"sold\":1}'`, recorded as the example in line 3\n\n</details>",
    );
  });

  test("in the text, beside open ones of another group", async () => {
    const cwd = await acceptedChange();
    expect((await diff(cwd)).stdout).toContain(
      "  1 of 1 recorded answer gets another verdict, which is accepted:\n",
    );
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
  expect(stdout).toMatch(/<system-out>hint: accepted \(so be it\): no longer a sale: success → reject/);
  expect(found, stdout).toMatchObject({
    "a.responses": "line 3: recorded-answer-changed",
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
    expect(stdout).toContain("not told: 4 other groups of responses");
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

describe("Markdown begins with what the change does to sales", () => {
  const of = async (before: string, after: string): Promise<string | undefined> => {
    const cwd = repositoryWith({ "a.responses": before });
    writeFiles(cwd, { "a.responses": after });
    const { stdout } = await diff(cwd, "--format", "markdown");
    const [heading, effect] = stdout.split("\n\n");
    expect(heading).toBe("### What changes for responses");
    return effect;
  };
  const RULES = `success json "$.sold" exact "1"\nreject json "$.no" exact "1" as A\n`;
  const SOLD = `example 200 '{"sold":1}' is success\nexample 201 '{"sold":1}' is success\n`;
  const REFUSED = `example 200 '{"no":1}' is reject\n`;

  test.each([
    [
      "sales that are lost",
      RULES + SOLD + REFUSED,
      RULES.replace("success", "reject") + SOLD + REFUSED,
      "Of 3 recorded responses **2 that counted as sales are now rejected**.",
    ],
    [
      "a sale that is gained, and labels",
      RULES + SOLD + REFUSED,
      RULES.replace("reject", "success") + SOLD + REFUSED,
      "Of 3 recorded responses **1 that did not count as a sale now does**.",
    ],
    [
      "labels alone",
      RULES + SOLD + REFUSED,
      RULES.replace("as A", "as B") + SOLD + REFUSED,
      "Of 3 recorded responses 1 gets another outcome, label or captures without a sale. No sale is lost or gained.",
    ],
    [
      "what nobody recorded",
      RULES + REFUSED,
      RULES.replace("success", "error") + REFUSED,
      "The recorded response keeps its verdict. **Responses are possible that counted as sales and no longer do**.",
    ],
    [
      "nothing recorded at all",
      RULES,
      RULES.replace("reject", "success"),
      "No response is recorded in what was changed. **Responses are possible that did not count as sales and now do**.",
    ],
  ])("of %s", async (_, before, after, effect) => {
    expect(await of(before, after)).toBe(effect);
  });

  test("names beside new warnings what mends an example that fails", async () => {
    const before = `success keyword "taken"\nerror keyword "timeout"\nexample 200 '{"a":"taken","b":"timeout"}' is success\n`;
    const cwd = repositoryWith({ "a.responses": before });
    const [first = "", second = "", third = ""] = before.split("\n");
    writeFiles(cwd, { "a.responses": `${second}\n${first}\n${third}\n` });
    const { stdout } = await diff(cwd, "--format", "markdown");
    expect(stdout).toContain(
      "- Fix: `Move the rule in line 2 up, above line 1`, to mend the example that fails in line 3\n",
    );
    expect((await diff(cwd)).stdout).toContain(
      "    fix Move the rule in line 2 up, above line 1 (to mend the example that fails in line 3)\n",
    );
  });
});
