import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folderWith, run } from "./support/cli.js";

const MAPPING = `success word "sold"
reject  keyword "dup" as Duplicate
reject  keyword "never" as Never
capture price from between "at " and ";"

example "lead sold at 12.50;"    is success with price "12.50"
example again 409 "dup of sold"  is reject Duplicate
example "dup"                    is reject
`;

const lastLine = (text: string): string | undefined => text.trimEnd().split("\n").at(-1);

describe("responses test", () => {
  test("shows what failed: expected, actual, the deciding rule and where it matched", async () => {
    const { stdout, exitCode } = await run(["test", "a.responses"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("✗ a.responses:7 again");
    expect(stdout).toMatch(/expected +reject Duplicate/);
    expect(stdout).toMatch(/actual +success/);
    expect(stdout).toContain('success word "sold"');
    expect(stdout).toContain("dup of sold");
    expect(lastLine(stdout)).toBe(
      "tested 1 file: 3 examples, 1 failed; exit code 1: an example that fails is an error",
    );
  });

  test("--coverage names the rules that no example decides", async () => {
    const { stdout } = await run(["test", "--coverage"], { cwd: folderWith({ "a.responses": MAPPING }) });
    expect(stdout).toContain("coverage: examples decide 2 of 3 rules");
    expect(stdout).toContain('reject  keyword "never" as Never');
  });

  test("--format json prints the documented object", async () => {
    const { stdout } = await run(["test", "--format", "json"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    const report = JSON.parse(stdout);
    expect(report.summary).toEqual({ files: 1, examples: 3, passed: 2, failed: 1 });
    expect(report.examples[0]).toEqual({
      file: "a.responses",
      line: 6,
      name: null,
      expected: { outcome: "success", label: null, captures: { price: "12.50" } },
      actual: { outcome: "success", label: null, captures: { price: "12.50" } },
      passed: true,
      decidedBy: { file: "a.responses", line: 1 },
    });
    expect(report.examples[1]).toMatchObject({ name: "again", passed: false, decidedBy: { line: 1 } });
    expect(report.examples[2]).toMatchObject({ expected: { outcome: "reject", label: null }, passed: true });
  });

  test("--format junit is XML with a case for each example", async () => {
    const { stdout } = await run(["test", "--format", "junit"], {
      cwd: folderWith({ "a.responses": MAPPING }),
    });
    expect(stdout).toMatch(/^<\?xml/);
    expect(stdout.match(/<testcase /g)).toHaveLength(3);
    expect(stdout.match(/<failure/g)).toHaveLength(1);
  });

  test.each<[string, string, readonly string[], number]>([
    ["all pass", 'success word "a"\nexample "a" is success\n', [], 0],
    [
      "the examples of a refused mapping count as failed",
      'success keywrod "a"\nexample "a" is success\n',
      [],
      1,
    ],
    ["no example", 'success word "a"\n', [], 2],
    ["no example, accepted", 'success word "a"\n', ["--allow-empty"], 0],
  ])("%s", async (_name, text, args, exitCode) => {
    const result = await run(["test", ...args], { cwd: folderWith({ "a.responses": text }) });
    expect(result.exitCode).toBe(exitCode);
  });

  test("the documented responses of real systems pass", async () => {
    const folder = fileURLToPath(new URL("../../dsl/test/conformance/systems", import.meta.url));
    const { stdout, exitCode } = await run(["test", folder]);
    expect([exitCode, lastLine(stdout)]).toEqual([
      0,
      "tested 13 files: 110 examples, all passed; exit code 0: all is well",
    ]);
  });
});
