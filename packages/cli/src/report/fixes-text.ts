import { counted, listed } from "@responses/dsl/editor";
import type { FixedFile } from "../runs/fixed-files.js";
import type { LeftSuggestion, SuggestionChoice } from "../runs/suggestions.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";

/** Why a run fails in which a suggestion was left for somebody to choose. */
export const OPEN_CHOICE = "a finding has several suggestions; --choice N says which";

export function hasOpenChoice(files: readonly FixedFile[]): boolean {
  return files.some(({ left }) => left.some(({ why }) => why.kind === "choose"));
}

/** Why a run fails that was to make suggestions, and found none to make or to leave; null where it did. */
export function noSuchSuggestion(
  files: readonly FixedFile[],
  choice: SuggestionChoice | null,
): string | null {
  if (choice === null) return null;
  const isThere = files.some(
    ({ made, left }) => left.length > 0 || made.some(({ kind }) => kind === "suggested"),
  );
  const place = choice.line === null ? "" : ` in line ${choice.line}`;
  return isThere ? null : `there is no finding ${choice.name}${place} with a suggestion`;
}

/** How many fixes were made, before what was done otherwise; nothing where none was. */
export function fixedInWords(files: readonly FixedFile[], done: "made" | "to make"): string {
  const changed = files.filter(({ made }) => made.length > 0);
  const fixes = changed.reduce((sum, { made }) => sum + made.length, 0);
  return fixes === 0
    ? ""
    : `${counted(fixes, "fix", "fixes")} ${done} in ${counted(changed.length, "file")}; `;
}

/** What was made in each file, or would be, what a suggestion changes by it, and what was left; an empty line below all. */
export function fixedLines(
  files: readonly FixedFile[],
  verb: "fixed" | "would fix",
  { style }: Page,
): readonly string[] {
  const lines = files.flatMap(({ path, made, meaning, left }) => [
    ...made.map(
      ({ line, name, title, kind }) =>
        `${style.green(verb)} ${style.bold(`${safe(path)}:${line}`)} ${style.dim(name)} ${safe(title)}${kind === "automatic" ? "" : style.yellow(" (a suggestion)")}`,
    ),
    ...(meaning === null ? [] : [`  ${safe(path)}: ${safe(meaning)}`]),
    ...left.flatMap((one) => leftLines(path, one)),
  ]);
  return lines.length === 0 ? [] : [...lines, ""];
}

function leftLines(path: string, { line, name, why }: LeftSuggestion): readonly string[] {
  const place = `${safe(path)}:${line}`;
  switch (why.kind) {
    case "examples":
      return [
        `left ${place} ${name}: after ${safe(why.title)} ${why.lines.length === 1 ? "the example in line" : "the examples in lines"} ${listed(why.lines.map(String))} would fail`,
      ];
    case "choose":
      return [
        `choose for ${place} ${name}, by responses check --fix --suggested ${name}:${line} --choice N:`,
        ...why.titles.map((title, index) => `  ${index + 1}  ${safe(title)}`),
      ];
  }
}
