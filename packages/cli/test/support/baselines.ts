import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect } from "vitest";

/** The name of the baseline that `PROJECT` names. */
export const BASELINE = "responses.baseline.json";
export const PROJECT = { "responses.config.json": `{ "baseline": "${BASELINE}" }` };

/** An error and a warning. */
export const DOUBTFUL = `success keyword "valid"
success keyword "valid"
reject exact "no" as Reason
example "it is valid" is success
example "no" is reject Reason
`;

/** A warning. */
export const WARNED = 'success keyword "valid"\nexample "valid" is success\n';

/** A warning that --fix mends. */
export const UNUSED =
  '# responses-ignore label-spelling: none here\nsuccess exact "ok"\nexample "ok" is success\n';

/** Nothing is found in it. */
export const CLEAN = 'success exact "ok"\nexample "ok" is success\n';

/** A folder with these mapping files, and a baseline of all that is found in them, which its project file names. */
export async function accepted(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folderWith({ ...PROJECT, ...files });
  const { exitCode, stdout, stderr } = await run(["check", "--write-baseline"], { cwd });
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(new RegExp(`^wrote ${BASELINE} \\(\\d+ findings?\\)\n`));
  return cwd;
}

/** Checks, and gives the last line, too. */
export async function check(cwd: string, ...args: readonly string[]) {
  const { stdout, stderr, exitCode } = await run(["check", ...args], { cwd });
  return { stdout, stderr, exitCode, last: stdout.trimEnd().split("\n").at(-1) ?? "" };
}

/** The text of the baseline in a folder. */
export function baselineIn(cwd: string): string {
  return readFileSync(join(cwd, BASELINE), "utf8");
}

/** What entries a baseline has, without their statements. */
export function entriesIn(cwd: string): Readonly<Record<string, number>> {
  const { version, ...entries }: Readonly<Record<string, { readonly count: number }>> = JSON.parse(
    baselineIn(cwd),
  );
  expect(version).toBe(1);
  return Object.fromEntries(
    Object.entries(entries).map(([key, { count }]) => [key.replace(/ \w+$/, ""), count]),
  );
}
