import { type Rule, type Trace, type Verdict, writeVerdict } from "@responses/dsl";
import { quoted } from "@responses/dsl/editor";
import type { MatchReport } from "../runs/match-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import type { Style } from "../terminal/style.js";
import { writeJson } from "./json.js";
import { lineOf, placeOf } from "./statement-place.js";
import { textOf } from "./trace.js";

/** `responses match`: the verdict, its captures, and the rule that decided. */
export function verdictAsText(
  { verdict, decidedBy, trace }: MatchReport,
  { style, width }: Page,
): readonly string[] {
  const paint = paintFor(verdict.outcome, style);
  const captures = Object.entries(verdict.captures).map(([name, text]) => `  ${safe(name)}: ${quoted(text)}`);
  // The trace that follows says why.
  const advice = trace === null ? "; --explain says of each why not" : "";
  const rule =
    decidedBy === null
      ? `no rule holds for this response${advice}`
      : `decided by ${placeOf(decidedBy)}  ${textOf(decidedBy, width - 4)}`;
  return [style.bold(paint(safe(writeVerdict(verdict)))), ...captures, style.dim(rule)];
}

/** `responses match --format json`; the help describes it. A trace is there if it was asked for. */
export function verdictAsJson({ verdict, trace }: MatchReport): string {
  return writeJson(trace === null ? verdict : { ...verdict, trace: traceAsJson(trace) });
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

function traceAsJson({ status, decidedBy, rules, alsoHolding, captures }: Trace): object {
  return {
    status,
    decidedBy: decidedBy === null ? null : placeAsJson(decidedBy),
    rules: rules.map(({ rule, holds, tests }) => ({
      ...placeAsJson(rule),
      holds,
      tests: tests.map(({ test, holds: testHolds, evidence }) => ({
        text: rule.statement.syntax.text.slice(test.span.from, test.span.to),
        holds: testHolds,
        evidence: evidenceAsJson(evidence),
      })),
    })),
    alsoHolding: alsoHolding.map(placeAsJson),
    captures,
  };
}

function placeAsJson(rule: Rule): object {
  return { file: rule.file.path, line: lineOf(rule) };
}

type Evidence = Trace["rules"][number]["tests"][number]["evidence"];

function evidenceAsJson(evidence: Evidence): object {
  switch (evidence.kind) {
    case "status":
      return { kind: "status", status: evidence.status };
    case "found":
      return { kind: "found", text: evidence.text.text, ...evidence.place };
    case "not-in-body":
      return { kind: "not-in-body" };
    case "number":
      return { kind: "number", text: evidence.written, ...evidence.place };
    case "picked": {
      const values = evidence.values.map(({ text, start, end }) => ({ text, start, end }));
      return { kind: "picked", values };
    }
    case "nothing-picked":
      return { kind: "nothing-picked", fault: evidence.fault };
  }
}
