import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* The campaigns, each for a little while: run `npm run build` first (`npm test` does). */

const SYSTEM = `system "Acme"
success json "$.status" exact "accepted"
reject  json "$.status" exact "not accepted" as json "$.reason"
error   keyword "error"                      as Error

example 200 '{"status":"accepted","reason":""}'      is success
example 200 '{"status":"not accepted","reason":"x"}' is reject x
example 200 '{"error":"no key"}'                     is error Error
`;

const run = fileURLToPath(new URL("../campaigns/run.mjs", import.meta.url));
const campaign = (...words: readonly string[]) => promisify(execFile)(process.execPath, [run, ...words]);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "responses-campaigns-"));
  writeFileSync(join(folder, "acme.responses"), SYSTEM);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("naive-mappings", () => {
  test("counts what careless lines take wrongly, in three tables, and writes them into a page", async () => {
    const page = join(folder, "page.md");
    const { stdout } = await campaign("naive-mappings", folder, "--list", "--write", page);
    // The refusal and the failed request both come with status 200.
    expect(stdout).toContain("acme [the status] success status 200: 2 accepted, 0 lost");
    expect(stdout.match(/^\| the status \| 1 \| 1 \| 2 \| 1 \|/gm)).toHaveLength(3);
    expect(stdout).toMatch(/^\| \*\*all\*\* \|/m);
    const written = readFileSync(page, "utf8");
    expect(written).toContain(`\`npm run campaign -- naive-mappings ${folder} --write ${page}\``);
    expect(written).toContain("| a word that says yes, keyword | 1 | 1 | 1 |");
  });

  test("counts what the order of rules shows of them above careful refusals", async () => {
    const { stdout } = await campaign("naive-mappings", folder, "--list");
    const [, above = ""] = stdout.split("## Above careful refusals\n");
    // Without refusals recorded, and with the one success, the finding shows one; once all are recorded their examples fail instead.
    expect(above).toContain("| the status | 1 | 1 | 0 | 1 | 0 | 0 | 0 |");
    expect(above.match(/^\| with(?:out)? .*/gm)).toHaveLength(3);
    expect(stdout).toMatch(
      /^acme \[the status\] success status 200, above the refusals: 2 accepted\n {6}bare: .*success-before-reject/m,
    );
  });
});

describe("careful", () => {
  test("tells the warnings of a file as it stands, and of what it is while somebody writes it", async () => {
    writeFileSync(join(folder, "doubtful.responses"), SYSTEM.replace('json "$.status" exact', "keyword"));
    const { stdout } = await campaign("careful", folder, "--hints");
    expect(stdout.match(/^2 files .*: 6 rules, \d+ warnings/gm)).toHaveLength(3);
    expect(stdout).toMatch(/doubtful\.responses:2 \S+\n {4}success keyword "accepted"\n/);
    // Without examples every rule waits for one, which is a hint.
    expect(stdout).toMatch(/untested-rule/);
  });
});

describe("matcher", () => {
  test("compares every way to run a mapping with the interpreter", async () => {
    const { stdout } = await campaign("matcher", "--verdicts", "20000", "--threads", "1", "--seed", "3");
    expect(stdout).toMatch(
      /^\d\d+,\d{3} verdicts compared in \d+ rounds, .* seeds from 3 on, none differs$/m,
    );
  }, 120_000);
});

describe("analysis", () => {
  test("compares exact answers with products, enumeration and random responses", async () => {
    const { stdout } = await campaign(
      "analysis",
      "--lists",
      "200",
      "--slices",
      "1",
      "--threads",
      "1",
      "--seed",
      "3",
    );
    for (const part of ["products", "enumeration", "sampling"])
      expect(stdout).toMatch(
        new RegExp(`^${part}, after .*:\\n(?: {2}[\\d,]+ .+\\n)*? {2}[\\d,]+ comparisons$`, "m"),
      );
    expect(stdout).toMatch(/^ {2}\d+ questions compared with refa$/m);
    expect(stdout).toMatch(/^seeds from 3 on, .*: nothing differs$/m);
  }, 120_000);
});

describe("kills", () => {
  test("kills runs at random moments, and nothing is lost", async () => {
    const { stdout } = await campaign("kills", "--moments", "12", "--seed", "3");
    expect(stdout).toMatch(
      /^12 moments: \d+ runs were killed before they ended, \d+ left some of their work done and some not\nseeds from 3 on: nothing was lost\n$/,
    );
  }, 120_000);
});

describe("dead-output", () => {
  test("has every command print hostile texts in every format, and nothing is alive", async () => {
    const { stdout } = await campaign(
      "dead-output",
      "--texts",
      "2000",
      "--seed",
      "4",
      "--at-once",
      "1",
      "--part",
      "reports",
    );
    expect(stdout).toMatch(
      /^[\d,]+ texts in 15 outputs of \d+ million characters, .*\n(?:.* texts in .*\n)?seeds from 4 on: nothing is alive\n$/,
    );
  }, 120_000);
});

describe("planted", () => {
  test("tells which test notices a fault, in the sources and in the command", async () => {
    const { stdout } = await campaign("planted", "no other's place", "saved meanwhile");
    expect(stdout).toMatch(/^a new file takes no other's place: .+ \(\d+ s\)$/m);
    expect(stdout).toMatch(/^what somebody saved meanwhile stays: .+ \(\d+ s\)$/m);
    expect(stdout).toMatch(/^2 of 2 faults noticed$/m);
  }, 240_000);
});

describe("bundlers", () => {
  const e2e = fileURLToPath(new URL("../packages/build/e2e/", import.meta.url));

  // It runs minutes, in tools that may not be installed: what it runs is looked at.
  test("has all that is tried in bundlers, also what npm test leaves out", async () => {
    const { stdout } = await campaign("bundlers", "--list");
    const files = readdirSync(e2e).filter((name) => /\.(?:test|campaign)\.ts$/.test(name));
    expect(files.filter((name) => name.endsWith(".campaign.ts")).length).toBeGreaterThan(1);
    expect(stdout.trimEnd().split("\n").sort()).toEqual(
      files.map((name) => `packages/build/e2e/${name}`).sort(),
    );
  }, 120_000);

  test("runs those alone that are named, and refuses names of none", async () => {
    const { stdout } = await campaign("bundlers", "--list", "next", "sizes");
    expect(stdout.trimEnd().split("\n").sort()).toEqual(
      ["next-dev", "next", "sizes"].map((name) => `packages/build/e2e/${name}.campaign.ts`),
    );
    await expect(campaign("bundlers", "--list", "nxt")).rejects.toMatchObject({
      code: 2,
      stderr: "no file of the campaign has in its name: nxt; --list shows all\n",
    });
  }, 120_000);
});
