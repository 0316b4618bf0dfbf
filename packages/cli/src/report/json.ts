import { isUnseen } from "@responses/dsl/editor";
import { RUNNER_MARK } from "../terminal/dead-line.js";
import type { Problem } from "../terminal/usage-error.js";
import { type Conclusion, isUnexplained } from "./conclusion.js";

/** What failed in a run, as data: a run that had nothing to do must not look like one that found nothing. */
export function problemsAsJson(problems: readonly Problem[], conclusion: Conclusion): readonly string[] {
  return isUnexplained(conclusion, problems.length)
    ? [conclusion.line]
    : problems.map(({ message }) => message);
}

/**
 * Data as JSON in which nothing is obeyed or hidden: what nobody sees is written as escapes (JSON has none but its own line ends and
 * blanks outside of texts), and so is what a runner obeys anywhere in a line.
 */
export function writeJson(value: object): string {
  return JSON.stringify(value, null, 2)
    .replace(/[^\n -~]/gu, (character) =>
      isUnseen(character.codePointAt(0) ?? 0) ? escapesOf(character) : character,
    )
    .replace(RUNNER_MARK, (mark) => mark.replaceAll("#", escapesOf("#")));
}

function escapesOf(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
