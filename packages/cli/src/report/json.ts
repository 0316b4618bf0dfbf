import type { Problem } from "../terminal/usage-error.js";
import { type Conclusion, isUnexplained } from "./conclusion.js";

/** What failed in a run, as data: a run that had nothing to do must not look like one that found nothing. */
export function problemsAsJson(problems: readonly Problem[], conclusion: Conclusion): readonly string[] {
  return isUnexplained(conclusion, problems.length)
    ? [conclusion.line]
    : problems.map(({ message }) => message);
}

/** JSON escapes the lower control characters itself; the others must not reach a terminal either. */
export function writeJson(value: object): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
