import { type RunOptions, type RunResult, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";

/** A mapping with a rule of each outcome and a capture. */
export const ACME = `system "Acme Insurance"

success word "valid"
reject  json "$.reason" exact "no-match" as "No Demand"
reject  json "$.reason" exact "*" and not json "$.reason" empty as json "$.reason"
error   status 429, 5xx as "Try again later"

capture price from json "$.price"
`;

interface MatchOptions extends RunOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Runs `responses match acme.responses` with more arguments, in a folder with these files. */
export function match(
  args: readonly string[],
  { files = {}, ...options }: MatchOptions = {},
): Promise<RunResult> {
  const cwd = folderWith({ "acme.responses": ACME, ...files });
  return run(["match", "acme.responses", ...args], { cwd, ...options });
}

/** The lines of what was printed. */
export function lines(text: string): readonly string[] {
  return text.trimEnd().split("\n");
}
