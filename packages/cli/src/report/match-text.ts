import { type Verdict, writeVerdict } from "@responses/dsl";
import { presentCaptures, quoted } from "@responses/dsl/editor";
import type { Style } from "@responses/reporting";
import type { MatchReport } from "../runs/match-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { placeOf } from "./statement-place.js";
import { textOf, traceLines } from "./trace.js";

/** `responses match`: the verdict, its captures, and the rule that decided; below them the trace if it was asked for. */
export function matchAsText(report: MatchReport, page: Page): readonly string[] {
  const { trace, captures } = report;
  const why = trace === null ? [] : ["", ...traceLines(trace, captures, page), ""];
  return [...verdictLines(report, page), ...why];
}

function verdictLines({ verdict, decidedBy, trace }: MatchReport, { style, width }: Page): readonly string[] {
  const paint = paintFor(verdict.outcome, style);
  const captures = presentCaptures(verdict.captures).map(
    ({ name, value }) => `  ${safe(name)}: ${quoted(value)}`,
  );
  // The trace that follows says why.
  const advice = trace === null ? "; --explain says of each why not" : "";
  const rule =
    decidedBy === null
      ? `no rule holds for this response${advice}`
      : `decided by ${placeOf(decidedBy)}  ${textOf(decidedBy, width - 4)}`;
  return [style.bold(paint(safe(writeVerdict(verdict)))), ...captures, style.dim(rule)];
}

function paintFor(outcome: Verdict["outcome"], style: Style): (text: string) => string {
  switch (outcome) {
    case "success":
      return style.green;
    case "reject":
      return style.yellow;
    case "error":
    case "unmapped":
      return style.red;
  }
}
