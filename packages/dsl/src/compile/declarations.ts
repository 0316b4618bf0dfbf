import type { MappingPlan, PlanCapture, PlanRule } from "../plan/mapping-plan.js";
import { OUTCOMES, type Outcome } from "../syntax/vocabulary.js";
import { writeHeader } from "./header.js";
import { writeStringLiteral } from "./string-literal.js";

/** Different labels of an outcome that are written out at most; beyond, their type is `string`, since compilers refuse unions that are too large. */
const MOST_LABELS = 1000;

/** The TypeScript declarations of a compiled mapping: its labels and the names of its captures as literal types. */
export function writeDeclarations({ rules, captures }: MappingPlan, source: string): string {
  const outcomes = OUTCOMES.filter((outcome) => rules.some((rule) => rule.outcome === outcome));
  const verdicts = outcomes.map((outcome) =>
    writeVerdict(outcome, labelType(rules, outcome), capturesType(captures, outcome)),
  );
  const names = captures.map(({ name }) => `  readonly ${writeStringLiteral(name)}?: string;\n`);
  return `${writeHeader(source)}
/** What a remote system gave. */
export interface Response {
  /** The HTTP status; anything but an integer counts as none. */
  readonly status?: number | null | undefined;
  /** Text, or UTF-8 bytes; a missing body is empty. */
  readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
}

/** The captured parts by name; a part that the response does not have is absent. */
export interface Captures {
${names.join("")}}

/** How a response is to be read. */
export type Verdict =
${[...verdicts, writeVerdict("unmapped", "null", capturesType(captures, "unmapped"))].join("\n")};

/** A rule: its outcome, its label (of one from a field, what stands in for it), and where it is written (line from 1). */
export interface Rule {
  readonly outcome: ${outcomes.map(writeStringLiteral).join(" | ") || "never"};
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
}

/** The rules in the order in which they are tried. */
export declare const rules: readonly Rule[];

/** The verdict on a response. Never throws. */
export declare function match(response: Response): Verdict;

/** The index in \`rules\` of the deciding rule, or -1. Never throws. */
export declare function classify(status: Response["status"], body: Response["body"]): number;
`;
}

function writeVerdict(outcome: Outcome | "unmapped", label: string, captures: string): string {
  return `  | { readonly outcome: "${outcome}"; readonly label: ${label}; readonly captures: ${captures} }`;
}

/** The type of the captures that verdicts of the outcome can have. */
function capturesType(captures: readonly PlanCapture[], outcome: Outcome | "unmapped"): string {
  const possible = captures.filter(
    ({ outcomes }) => outcomes === null || outcomes.some((wanted) => wanted === outcome),
  );
  if (possible.length === captures.length) return "Captures";
  return `Pick<Captures, ${possible.map(({ name }) => writeStringLiteral(name)).join(" | ") || "never"}>`;
}

/** The type of the labels that verdicts of the outcome can have. */
function labelType(rules: readonly PlanRule[], outcome: Outcome): string {
  const fixed = new Set<string>();
  let fromField = false;
  let none = false;
  for (const { outcome: own, label } of rules) {
    if (own !== outcome) continue;
    if (label.kind === "fixed") fixed.add(label.text);
    else if (label.kind === "field") fromField = true;
    if (label.kind === "none" || (label.kind === "field" && label.fallback === null)) none = true;
  }
  const any = fromField || fixed.size > MOST_LABELS;
  const types = any ? ["string"] : [...fixed].sort().map(writeStringLiteral);
  return [...types, ...(none ? ["null"] : [])].join(" | ");
}
