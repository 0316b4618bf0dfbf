import { writtenLabel } from "../model/written-label.js";
import type { MappingPlan, PlanCapture, PlanLabel, PlanRule } from "../plan/mapping-plan.js";
import { MOST_BODY_BYTES } from "../runtime/response-parts.js";
import { OUTCOMES, type Outcome } from "../syntax/vocabulary.js";
import { writeHeader } from "./header.js";
import { writeStringLiteral } from "./string-literal.js";

/** Different labels of an outcome that are written out at most; beyond, their type is `string`, since compilers refuse unions that are too large. */
const MOST_LABELS = 1000;

/** Any text beside the labels that are written out: in a union with `string` itself they would be lost to completion. */
const ANY_OTHER = "(string & {})";

/** Rules whose indices are written out at most; beyond, an index is a `number`, for the same reason. */
const MOST_INDICES = 1000;

/** The TypeScript declarations of a compiled mapping, and where they name something that the mapping file says. */
export interface Declarations {
  readonly text: string;
  /** In the order of the text. */
  readonly names: readonly DeclaredName[];
}

/** A stretch of the declarations, in UTF-16 offsets, that names a part of the mapping. */
export interface DeclaredName {
  readonly start: number;
  readonly end: number;
  readonly means: NamedPart;
}

/** What of a mapping declarations can name. */
export type NamedPart =
  /** An export, such as `match`: the mapping as a whole. */
  | { readonly kind: "mapping" }
  /** What belongs to the verdicts of an outcome: all of such a verdict, or one of its parts. */
  | { readonly kind: "verdict"; readonly outcome: DeclaredOutcome; readonly part: VerdictPart }
  | { readonly kind: "label"; readonly outcome: Outcome; readonly text: string }
  | { readonly kind: "capture"; readonly name: string };

type DeclaredOutcome = Outcome | "unmapped";

/** A property of a verdict, or the whole. */
export type VerdictPart = "whole" | "outcome" | "label" | "captures";

/** A piece of the declarations: text, or a name that the mapping file says. */
type Piece = string | { readonly text: string; readonly means: NamedPart };

/**
 * Writes the declarations of a compiled mapping: the labels of each outcome, the names of the captures and the indices of the
 * rules as literal types.
 */
export function writeDeclarations(plan: MappingPlan, source: string): Declarations {
  return joined([
    writeHeader(source),
    ...typePieces(plan),
    `
/** The rules in the order in which they are tried. */
export declare const `,
    exported("rules"),
    `: ${RULES_TYPE};

/** The verdict on a response. Never throws. */
export declare function `,
    exported("match"),
    `(response: Response): Verdict;

/** The index in \`rules\` of the deciding rule, or -1. Never throws. */
export declare function `,
    exported("classify"),
    `(status: Response["status"], body: Response["body"]): RuleIndex | -1;
`,
  ]);
}

/**
 * What makes a module in TypeScript of one in JavaScript that has `rules`, `match` and `classify`: the types, and the three under those
 * names as exports.
 */
export function writeTypedExports(plan: MappingPlan): string {
  return `${joined(typePieces(plan)).text}
const typed = {
  /** The rules in the order in which they are tried. */
  rules: rules as unknown as ${RULES_TYPE},
  /** The verdict on a response. Never throws. */
  match: match as (response: Response) => Verdict,
  /** The index in \`rules\` of the deciding rule, or -1. Never throws. */
  classify: classify as unknown as (status: Response["status"], body: Response["body"]) => RuleIndex | -1,
};
const { rules: typedRules, match: typedMatch, classify: typedClassify } = typed;
export { typedRules as rules, typedMatch as match, typedClassify as classify };`;
}

/** The type of `rules`: a list too, since no tuple can be asked for what `classify` gives where no rule decides, which is -1. */
const RULES_TYPE = "readonly Rules[number][] & Rules";

/** A tuple, in which each rule has its own outcome and label; of more rules than have their indices written out a plain list. */
function rulesType(rules: readonly PlanRule[]): string {
  if (rules.length > MOST_INDICES) return "readonly Rule[]";
  const types = rules.map(({ outcome, label }) => {
    const written = writtenLabel(label);
    return `\n  Rule<"${outcome}", ${written === null ? "null" : writeStringLiteral(written)}>,`;
  });
  return `readonly [${types.join("")}${types.length > 0 ? "\n" : ""}]`;
}

/** The types of a mapping's responses, verdicts and rules. */
function typePieces({ rules, captures }: MappingPlan): readonly Piece[] {
  const outcomes = OUTCOMES.filter((outcome) => rules.some((rule) => rule.outcome === outcome));
  const verdicts = outcomes.flatMap((outcome) =>
    writeVerdict(outcome, labelType(rules, outcome), capturesType(captures, outcome)),
  );
  const names = captures.flatMap(({ name }): readonly Piece[] => [
    "  readonly ",
    { text: writeStringLiteral(name), means: { kind: "capture", name } },
    "?: string;\n",
  ]);
  return [
    `
/** What a remote system gave. */
export interface `,
    exported("Response"),
    ` {
  /** The HTTP status; anything but an integer counts as none. */
  readonly status?: number | null | undefined;
  /** The text as it came, not what a parser made of it, or UTF-8 bytes; a missing body is empty, and so is one of more than ${MOST_BODY_BYTES} bytes. */
  readonly body?: string | Uint8Array | ArrayBuffer | null | undefined;
}

/** The captured parts by name; a part that the response does not have is absent. */
export type `,
    exported("Captures"),
    " = {\n",
    ...names,
    "};\n",
    ...(captures.some(({ outcomes: wanted }) => wanted !== null) ? CAPTURES_OF : []),
    `
/** The labels that rules give by themselves, by outcome; where a label comes from a field, a verdict can have any other. */
export interface `,
    exported("FixedLabels"),
    " {\n",
    ...outcomes.flatMap((outcome) => [`  readonly ${outcome}: `, ...fixedLabels(rules, outcome), ";\n"]),
    `}

/** How a response is to be read. */
export type `,
    exported("Verdict"),
    " =",
    ...verdicts,
    ...writeVerdict("unmapped", ["null"], capturesType(captures, "unmapped")),
    `;

/** A rule: its outcome, its label (of one from a field, what stands in for it), and where it is written (line from 1). */
export interface `,
    exported("Rule"),
    `<Outcome = ${outcomes.map(writeStringLiteral).join(" | ") || "never"}, Label = string | null> {
  readonly outcome: Outcome;
  readonly label: Label;
  readonly file: string;
  readonly line: number;
}

/** The index of a rule. */
export type `,
    exported("RuleIndex"),
    ` = ${indexType(rules.length)};

/** The rules, each with its own outcome and label. */
export type `,
    exported("Rules"),
    ` = ${rulesType(rules)};

/** The module of any mapping, for tables of several: all labels and captures are texts there. */
export interface `,
    exported("MappingModule"),
    ` {
  readonly rules: readonly Rule<"success" | "reject" | "error">[];
  readonly match: (response: Response) => {
    readonly outcome: "success" | "reject" | "error" | "unmapped";
    readonly label: string | null;
    readonly captures: { readonly [name: string]: string | undefined };
  };
  readonly classify: (status: Response["status"], body: Response["body"]) => number;
}
`,
  ];
}

/** Written where verdicts of some outcome have only some of the captures. */
const CAPTURES_OF: readonly Piece[] = [
  `
/** The captures of verdicts that can only have those with these names. */
export type `,
  exported("CapturesOf"),
  `<Names extends keyof Captures> = {
  readonly [Name in keyof Captures]?: Name extends Names ? string : undefined;
};
`,
];

function joined(pieces: readonly Piece[]): Declarations {
  const names: DeclaredName[] = [];
  let text = "";
  for (const piece of pieces) {
    const start = text.length;
    text += typeof piece === "string" ? piece : piece.text;
    if (typeof piece !== "string") names.push({ start, end: text.length, means: piece.means });
  }
  return { text, names };
}

function exported(name: string): Piece {
  return { text: name, means: { kind: "mapping" } };
}

function indexType(count: number): string {
  if (count > MOST_INDICES) return "number";
  return Array.from({ length: count }, (_, index) => index).join(" | ") || "never";
}

function writeVerdict(
  outcome: DeclaredOutcome,
  label: readonly string[],
  captures: string,
): readonly Piece[] {
  const piece = (text: string, part: VerdictPart): Piece => ({
    text,
    means: { kind: "verdict", outcome, part },
  });
  return [
    "\n  | ",
    piece("{", "whole"),
    " readonly ",
    piece("outcome", "outcome"),
    `: "${outcome}"; readonly `,
    piece("label", "label"),
    ": ",
    ...label,
    "; readonly ",
    piece("captures", "captures"),
    `: ${captures} `,
    piece("}", "whole"),
  ];
}

/** The type of the captures that verdicts of the outcome can have. */
function capturesType(captures: readonly PlanCapture[], outcome: DeclaredOutcome): string {
  const possible = captures.filter(
    ({ outcomes }) => outcomes === null || outcomes.some((wanted) => wanted === outcome),
  );
  if (possible.length === captures.length) return "Captures";
  return `CapturesOf<${possible.map(({ name }) => writeStringLiteral(name)).join(" | ") || "never"}>`;
}

/** The type of the labels that verdicts of the outcome can have. */
function labelType(rules: readonly PlanRule[], outcome: Outcome): readonly string[] {
  const labels = labelsOf(rules, outcome);
  const hasFixed = fixedIn(labels).size > 0;
  const fromField = labels.some(({ kind }) => kind === "field");
  const none = labels.some((label) => writtenLabel(label) === null);
  const types = [
    ...(hasFixed ? [`FixedLabels["${outcome}"]`] : []),
    ...(fromField ? [hasFixed ? ANY_OTHER : "string"] : []),
    ...(none ? ["null"] : []),
  ];
  return [types.join(" | ")];
}

/** The type of the labels that rules of the outcome give by themselves. */
function fixedLabels(rules: readonly PlanRule[], outcome: Outcome): readonly Piece[] {
  const fixed = fixedIn(labelsOf(rules, outcome));
  if (fixed.size === 0) return ["never"];
  if (fixed.size > MOST_LABELS) return ["string"];
  return [...fixed].sort().flatMap((text, index): readonly Piece[] => {
    const label = { text: writeStringLiteral(text), means: { kind: "label" as const, outcome, text } };
    return index === 0 ? [label] : [" | ", label];
  });
}

function labelsOf(rules: readonly PlanRule[], outcome: Outcome): readonly PlanLabel[] {
  return rules.flatMap((rule) => (rule.outcome === outcome ? [rule.label] : []));
}

/** The labels that stand in rules: fixed ones, and those that are taken where a field has none. */
function fixedIn(labels: readonly PlanLabel[]): ReadonlySet<string> {
  return new Set(labels.flatMap((label) => writtenLabel(label) ?? []));
}
