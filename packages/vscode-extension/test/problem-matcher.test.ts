import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND } from "@responses/testing/command";
import { afterAll, expect, test } from "vitest";
import { manifest, type ProblemPattern } from "./support/manifest.js";

const folder = mkdtempSync(join(tmpdir(), "responses-matcher-"));
const path = join(folder, "acme: new.responses");
writeFileSync(
  path,
  [
    'success keyword "valid"',
    'reject keyword "no"',
    "reject keyword",
    "error status 99",
    "# responses-ignore untested-rule: nothing",
    'example "valid" is reject',
    "",
  ].join("\n"),
);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a task of VS Code makes of the command's lines: each problem is on two of them. */
function problemsIn(output: string): readonly object[] {
  const [first, second] = manifest.contributes.problemPatterns[0]?.patterns ?? [];
  if (first === undefined || second === undefined) throw new Error("there are no patterns");
  const lines = output.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const place = matched(first, line);
    const message = place === null ? null : matched(second, lines[index + 1] ?? "");
    return place === null || message === null ? [] : [{ ...place, ...message }];
  });
}

function matched(pattern: ProblemPattern, line: string): Record<string, string> | null {
  const match = new RegExp(pattern.regexp).exec(line);
  if (match === null) return null;
  const { regexp: _, ...groups } = pattern;
  return Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match[group] ?? ""]));
}

/** A finding as the command's JSON has it. */
interface ReportedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly name: string;
  readonly message: string;
}

test("the problem matcher reads every finding of responses check", () => {
  const check = (...options: string[]) =>
    spawnSync(process.execPath, [COMMAND, "check", ...options], { cwd: folder, encoding: "utf8" }).stdout;
  const { findings } = JSON.parse(check("--format", "json")) as {
    findings: ReportedFinding[];
  };
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(["error"]));
  expect(problemsIn(check())).toEqual(findings.map(asProblem));

  writeFileSync(path, 'success keyword "valid"\nreject keyword "no"\nexample "invalid" is success\n');
  const { findings: others } = JSON.parse(check("--format", "json")) as { findings: ReportedFinding[] };
  expect(new Set(others.map(({ severity }) => severity))).toContain("hint");
  expect(new Set(others.map(({ severity }) => severity))).toContain("warning");
  expect(problemsIn(check())).toEqual(others.map(asProblem));
});

function asProblem(finding: ReportedFinding) {
  return {
    file: finding.file,
    line: String(finding.line),
    column: String(finding.column),
    severity: finding.severity,
    code: finding.name,
    message: finding.message.split("\n")[0],
  };
}

test("the matcher for watching sees where a run begins and ends", async () => {
  const { background } =
    manifest.contributes.problemMatchers.find(({ name }) => name === "responses-watch") ?? {};
  if (background === undefined) throw new Error("nothing says where a run begins and ends");
  const child = spawn(process.execPath, [COMMAND, "check", "--watch"], { cwd: folder, stdio: "pipe" });
  const seen: string[] = [];
  const ended = new Promise<void>((resolve) => {
    let rest = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (new RegExp(background.beginsPattern).test(line)) seen.push("begins");
        if (!new RegExp(background.endsPattern).test(line)) continue;
        seen.push("ends");
        if (seen.length === 1) appendFileSync(path, "# changed\n");
        else resolve();
      }
    });
  });
  await ended;
  child.kill();
  expect(seen).toEqual(["ends", "begins", "ends"]);
});
