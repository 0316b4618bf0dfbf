import { readdirSync } from "node:fs";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const ENDED_EARLY = "the run ended early; exit code 2: it cannot be done as it was asked for\n";

const ACME = `system "Acme"
success status 201
success json "$.outcome" exact "success"
reject  exact "*Duplicate*" as Duplicate
reject  word "no-match" and status 200..299 as "No Demand"
error   status 429, 5xx
reject  json "$.outcome" exact "failure" as json "$.reason" or "No reason given"
error   xml "//code" above 399
capture price from json "$.price"
capture id from between "id=" and "&"
`;

async function planOf(mapping: string, args: readonly string[] = []): Promise<string> {
  const cwd = folderWith({ "acme.responses": mapping });
  const { stdout, stderr, exitCode } = await run(["compile", "--plan", "acme.responses", ...args], { cwd });
  expect([stderr, exitCode]).toEqual(["", 0]);
  expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  return stdout;
}

describe("responses compile --plan", () => {
  test("tells the steps, their rules and texts, and how fields are read", async () => {
    expect(await planOf(ACME)).toBe(`acme.responses: 7 rules in 4 steps
Steps are taken in this order. Each looks for the first of its rules that holds, and is left
out if a rule before its first one is known to hold by then. What is known at the end decides.

Step 1 of 4: rules that ask for nothing but the status
  The status is looked up; the body is not looked at.
  The 2 rules:
    acme.responses:2: success status 201
    acme.responses:6: error   status 429, 5xx

Step 2 of 4: rules that need one of some texts in json "$.outcome"
  Left out if a rule before acme.responses:3 holds.
  2 texts that are all of the field, looked up in a table:
    "success"
    "failure"
  The 2 rules:
    acme.responses:3: success json "$.outcome" exact "success"
    acme.responses:7: reject  json "$.outcome" exact "failure" as json "$.reason" or "No reason giv…

Step 3 of 4: rules that need one of some texts in the body
  Left out if a rule before acme.responses:4 holds.
  1 text anywhere in the body:
    "duplicate"
  1 text anywhere in the body, as words:
    "no-match"
  They are searched in one pass in WebAssembly. It looks for
    2 pairs of bytes,
    and compares texts only where it finds one.
  Without WebAssembly, or where it finds too many in vain, each is searched by itself.
  The 2 rules:
    acme.responses:4: reject  exact "*Duplicate*" as Duplicate
    acme.responses:5: reject  word "no-match" and status 200..299 as "No Demand"
  What else 1 of them asks is asked when one of their texts was found.

Step 4 of 4: rules that are tried one by one
  Left out if a rule before acme.responses:8 holds.
  The rule:
    acme.responses:8: error   xml "//code" above 399

Fields are read when a rule, a label or a capture first asks for one
  3 together, in one pass over the JSON, in WebAssembly where it is to be had:
    json "$.outcome"
    json "$.reason"
    json "$.price"
  One in one pass over the XML, in WebAssembly where it is to be had:
    xml "//code"
  By itself:
    between "id=" and "&"

planned 1 file (7 rules), wrote nothing; exit code 0: all is well
`);
  });

  test("cuts long lists, and lines; --verbose shows all of lists", async () => {
    const rules = Array.from(
      { length: 288 },
      (_, n) => `reject keyword "number ${n} ${"and so on ".repeat(20)}"\n`,
    );
    const plan = await planOf(rules.join(""));
    expect(plan).toContain("    … and 280 more\n");
    expect(plan).toContain("an automaton passes over all bytes, once");
    expect(plan).toMatch(/\d windows of 4 bytes, looked up at every \d+ bytes,\n/);
    expect(plan).not.toContain("acme.responses:288:");
    const complete = await planOf(rules.join(""), ["--verbose"]);
    expect(complete).toContain("    acme.responses:288: reject keyword");
    const longest = Math.max(...plan.split("\n").map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(100);
  });

  test("tells of few texts, of statuses that are needed, and of texts that are only asked about", async () => {
    expect(await planOf('reject keyword "one"\nreject keyword "two"\n')).toContain(
      "  Below 300 characters one regular expression searches them all.\n",
    );
    const needing = await planOf(
      'error status 400, 410..419 and keyword "a"\nreject status 5xx and keyword "b"\n',
    );
    expect(needing).toContain("  Left out unless the status is 400, 410 to 419 or 500 to 599.\n");
    const asked = await planOf('success not keyword "error"\n');
    expect(asked).toContain("Texts in the body are searched together when a rule first asks for one\n");
    expect(asked).toContain('    "error"\n');
    expect(await planOf('system "Nothing yet"\n')).toContain("Without rules every response is unmapped.\n");
  });

  test("is data with --format json, in which every rule has a step", async () => {
    const cwd = folderWith({ "acme.responses": ACME });
    const args = ["compile", "--plan", "--format", "json", "acme.responses"];
    const { stdout, stderr } = await run(args, { cwd });
    expect(stderr).toBe("planned 1 file (7 rules), wrote nothing; exit code 0: all is well\n");
    const { files } = JSON.parse(stdout);
    expect(files).toHaveLength(1);
    const [{ path, rules, steps, fields }] = files;
    expect([path, rules, fields.length]).toEqual(["acme.responses", 7, 3]);
    const numbers = steps.flatMap((step: { rules: { number: number }[] }) =>
      step.rules.map(({ number }) => number),
    );
    expect(numbers.sort((a: number, b: number) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(steps[1].texts.whole).toEqual(["success", "failure"]);
  });

  test("refuses what compile refuses, and what makes no sense beside it", async () => {
    const cwd = folderWith({ "bad.responses": 'success keywrod "x"\n', "acme.responses": ACME });
    const refused = await run(["compile", "--plan", "bad.responses"], { cwd });
    expect(refused.stdout).toContain("did you mean keyword?");
    expect(refused.stdout).toContain(
      "planned 0 files (0 rules), wrote nothing, refused 1 with 1 error; exit code 1",
    );
    expect(refused.exitCode).toBe(1);
    const placed = await run(["compile", "--plan", "--out-dir", "out", "acme.responses"], { cwd });
    expect(placed.stderr).toBe(
      `error: --out-dir cannot be combined with --plan, which writes nothing\n${ENDED_EARLY}`,
    );
    const verbose = await run(["compile", "--verbose", "acme.responses"], { cwd });
    expect([verbose.stderr, verbose.exitCode]).toEqual([`error: --verbose is for --plan\n${ENDED_EARLY}`, 2]);
    expect(readdirSync(cwd).sort()).toEqual(["acme.responses", "bad.responses"]);
  });
});
