import { jsonEscape, seenJson } from "@responses/dsl/editor";
import { RUNNER_MARK } from "../terminal/dead-line.js";
import type { Problem } from "../terminal/usage-error.js";
import { type Conclusion, isUnexplained } from "./conclusion.js";

/** What failed in a run, as data: a run that had nothing to do must not look like one that found nothing. */
export function problemsAsJson(problems: readonly Problem[], conclusion: Conclusion): readonly string[] {
  return isUnexplained(conclusion, problems.length)
    ? [conclusion.line]
    : problems.map(({ message }) => message);
}

/** Data as JSON in which nothing is obeyed or hidden: what nobody sees is written as escapes, and so is what a runner obeys anywhere in a line. */
export function writeJson(value: object): string {
  return seenJson(JSON.stringify(value, null, 2)).replace(RUNNER_MARK, (mark) =>
    mark.replaceAll("#", jsonEscape("#")),
  );
}
