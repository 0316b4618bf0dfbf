import type { Rule, Trace } from "@responses/dsl";
import { lineOf } from "@responses/reporting";
import type { MatchReport } from "../runs/match-run.js";
import { writeJson } from "./json.js";

/** `responses match --format json`; the help describes it. A trace is there if it was asked for. */
export function matchAsJson({ verdict, trace }: MatchReport): string {
  return writeJson(trace === null ? verdict : { ...verdict, trace: traceAsJson(trace) });
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
    case "nothing-picked": {
      // Offsets of the fault count in the text that this part of the field reads: the first reads the body.
      const { number, fault } = evidence.missing;
      return { kind: "nothing-picked", ...(number === 1 ? {} : { part: number }), fault };
    }
  }
}
