import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { commitAll, git, repositoryWith } from "@responses/testing/git-repository";
import { expect } from "vitest";

/* A repository whose branch changes verdicts, for tests of what somebody accepts of it. */

export const FILE = "responses.accepted.json";
export const BEFORE =
  'success keyword "sold"\nreject keyword "dup" as Duplicate\ncapture price from json "$.price"\n';
/** One group: what sold refuses now. */
export const AFTER = BEFORE.replace("success", "reject");

export const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? "";

/** A branch that changes one mapping, checked out; another mapping is as it was. */
export function branch(after = AFTER): string {
  const cwd = repositoryWith({ "a.responses": BEFORE, "b.responses": BEFORE });
  git(cwd, "switch", "-q", "-c", "change");
  commitAll(cwd, { "a.responses": after });
  return cwd;
}

export const accept = (cwd: string, reason: string, ...args: readonly string[]) =>
  run(["diff", "--base", "main", "--accept", reason, ...args], { cwd });

export const diff = async (cwd: string, ...args: readonly string[]) => {
  const { stdout, exitCode } = await run(["diff", ...(args.length === 0 ? ["--base", "main"] : args)], {
    cwd,
  });
  return { stdout, exitCode, last: lastLine(stdout) };
};

export const textIn = (cwd: string): string => readFileSync(join(cwd, FILE), "utf8");

export const entriesIn = (
  cwd: string,
): readonly (readonly [mapping: string, change: string, reason: string])[] => {
  const { version, ...entries } = JSON.parse(textIn(cwd));
  expect(version).toBe(1);
  return Object.values<{ mapping: string; change: string; reason: string }>(entries).map(
    ({ mapping, change, reason }) => [mapping, change, reason],
  );
};
