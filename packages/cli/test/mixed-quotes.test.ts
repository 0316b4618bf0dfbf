import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

interface CheckedFix {
  readonly title: string;
  readonly edits: readonly {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly newText: string;
  }[];
}

const BOTH = `reject exact 'It's a "duplicate"' as Duplicate\n`;

test("a text that holds both marks is told with the line that is right", async () => {
  const cwd = folderWith({ "a.responses": BOTH });
  const { stdout, exitCode } = await run(["check"], { cwd });
  expect(stdout.split("\n").slice(0, 5)).toEqual([
    "a.responses:1:14 error syntax",
    `  the text ends before "s"; a text with both ' and " in it goes between """ and """, or has \\' for each ' in it: 'It\\'s a "duplicate"'`,
    `  1 | reject exact 'It's a "duplicate"' as Duplicate`,
    "    |              ^^^^^",
    "  fix: Write \\' for each ' in it (a suggestion)",
  ]);
  expect(exitCode).toBe(1);
});

test("of a long text that ends early its end is shown, too, and the command that mends it", async () => {
  const item = (text: string) => `{"code":"V02","level":"info","text":"${text}"}`;
  const body = `{"state":"UNMATCHED","messages":[${item("zip not normalised").repeat(4)}${item("driver's licence")}]}`;
  const cwd = folderWith({ "a.responses": `example 200 '${body}' is reject\n` });
  const { stdout } = await run(["check"], { cwd });
  const lines = stdout.split("\n");
  expect(lines[2]).toMatch(/^ {2}1 \| example 200 '\{"state".*….*"text":"driver's licence"/);
  const caret = (lines[3] ?? "").trimEnd().length - 1;
  expect((lines[2] ?? "").slice(caret - 7, caret + 1)).toBe("driver's");
  const command = "responses check --fix --suggested syntax:1 --choice 1 a.responses";
  expect(lines).toContain(`${command} makes the first suggestion`);
  expect((await run(command.split(" ").slice(1), { cwd })).stdout).not.toContain("the text ends before");
  expect(readFileSync(join(cwd, "a.responses"), "utf8")).toBe(`example 200 """${body}""" is reject\n`);
});

test.each([
  [BOTH, `It's a "duplicate"`],
  [`reject exact "he said "it's"" as Duplicate\n`, `he said "it's"`],
  [`reject exact '{"reason":"it's a duplicate"}' as Duplicate\n`, `{"reason":"it's a duplicate"}`],
])("each fix of %s gives a mapping that finds the text", async (mapping, body) => {
  const cwd = folderWith({ "a.responses": mapping, body });
  const { stdout } = await run(["check", "--format", "json"], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { fixes: CheckedFix[] }[] };
  const fixes = findings.flatMap((finding) => finding.fixes);
  expect(fixes.length).toBeGreaterThan(0);
  for (const { edits } of fixes) {
    const [edit] = edits;
    if (edit === undefined) throw new Error("a fix without an edit");
    const fixed = mapping.slice(0, edit.column - 1) + edit.newText + mapping.slice(edit.endColumn - 1);
    writeFileSync(join(cwd, "a.responses"), fixed);
    const matched = await run(["match", "a.responses", "body"], { cwd });
    expect(matched.stdout.split("\n")[0]).toBe("reject Duplicate");
  }
});
