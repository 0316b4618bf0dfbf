import {
  counted,
  type DescribedExecution,
  type DescribedFields,
  type DescribedRule,
  type DescribedSearch,
  type DescribedStep,
  type DescribedTexts,
  listed,
  quoted,
} from "@responses/dsl/editor";
import { type Style, wholeCharacter } from "@responses/reporting";
import type { PlannedFile } from "../runs/plan-run.js";
import { safe } from "../terminal/safe.js";

/** Of longer lists the first are shown, unless all is asked for. */
const MOST_SHOWN = 8;

/** Longer items of lists are cut, and texts and fields in sentences. */
const LONGEST_ITEM = 96;
const LONGEST_TEXT = 60;

/** What is the same for all plans. */
const INTRODUCTION = [
  "Steps are taken in this order. Each looks for the first of its rules that holds, and is left",
  "out if a rule before its first one is known to hold by then. What is known at the end decides.",
];

/** How a mapping is run, for people, in about 100 columns; `isComplete` shows all of long lists. */
export function planAsText(file: PlannedFile, isComplete: boolean, style: Style): readonly string[] {
  const { path, execution } = file;
  const { rules, steps } = execution;
  const most = isComplete ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const heading = `${safe(path)}: ${counted(rules, "rule")} in ${counted(steps.length, "step")}`;
  return [
    style.bold(heading),
    ...(steps.length === 0 ? ["Without rules every response is unmapped."] : INTRODUCTION),
    ...steps.flatMap((step, number) => ["", ...stepLines(step, number, execution, most, style)]),
    ...askedLines(execution, most, style),
    ...fieldsLines(execution.fields, most, style),
    "",
  ];
}

function stepLines(
  step: DescribedStep,
  number: number,
  { steps }: DescribedExecution,
  most: number,
  style: Style,
): readonly string[] {
  const { first, rules } = step;
  const title = `Step ${number + 1} of ${steps.length}: ${titleOf(step)}`;
  const before =
    number === 0 || first.number === 0 ? [] : [`  Left out if a rule before ${placeOf(first)} holds.`];
  return [
    style.bold(title),
    ...before,
    ...statusLines(step),
    ...(step.texts === null ? [] : textsLines(step.texts, subjectOf(step), most)),
    `  ${rules.length === 1 ? "The rule:" : `The ${rules.length} rules:`}`,
    ...cut(rules.map(ruleLine), most),
    ...triedLines(step),
  ];
}

function titleOf({ kind, field }: DescribedStep): string {
  switch (kind) {
    case "status":
      return "rules that ask for nothing but the status";
    case "body":
      return "rules that need one of some texts in the body";
    case "field":
      return `rules that need one of some texts in ${shortened(safe(field ?? ""), LONGEST_TEXT)}`;
    case "trying":
      return "rules that are tried one by one";
  }
}

function statusLines({ kind, statuses }: DescribedStep): readonly string[] {
  if (kind === "status") return ["  The status is looked up; the body is not looked at."];
  if (statuses === null) return [];
  const ranges = statuses.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`));
  return cutWords(`  Left out unless the status is `, ranges, ".");
}

function subjectOf({ kind }: DescribedStep): string {
  return kind === "body" ? "the body" : "the field";
}

/** What is looked for, and how. */
function textsLines(texts: DescribedTexts, subject: string, most: number): readonly string[] {
  const { keywords, words, search } = texts;
  return [
    ...WHOLE_TEXTS.flatMap(([position, what]) =>
      textLines(texts[position], `${what} ${subject}, looked up in a table`, most),
    ),
    ...textLines(keywords, `anywhere in ${subject}`, most),
    ...textLines(words, `anywhere in ${subject}, as words`, most),
    ...(search === null ? [] : searchLines(search)),
  ];
}

/** White space at the ends of a subject is left aside. */
const WHOLE_TEXTS: readonly (readonly [position: keyof Omit<DescribedTexts, "search">, what: string])[] = [
  ["whole", "that are all of"],
  ["beginnings", "at the beginning of"],
  ["endings", "at the end of"],
];

function textLines(texts: readonly string[], where: string, most: number): readonly string[] {
  if (texts.length === 0) return [];
  const shown = texts.map((text) => `    ${quoted(shortened(text, LONGEST_TEXT))}`);
  return [`  ${counted(texts.length, "text")} ${where}:`, ...cut(shown, most)];
}

function searchLines({ expressionBelow, scanner, otherwise }: DescribedSearch): readonly string[] {
  const other =
    otherwise === "automaton" ? "an automaton passes over all bytes, once" : "each is searched by itself";
  const short =
    expressionBelow === null
      ? []
      : [`  Below ${expressionBelow} characters one regular expression searches them all.`];
  if (scanner === null) return [...short, `  ${short.length === 0 ? "All" : "In longer ones"}: ${other}.`];
  const { pairs, windows, stride } = scanner;
  const filters = [
    ...(pairs > 0 ? [`${counted(pairs, "pair")} of bytes`] : []),
    ...(windows > 0
      ? [
          `${counted(windows, "window")} of 4 bytes, looked up at ${stride === 1 ? "every byte" : `every ${stride} bytes`}`,
        ]
      : []),
  ];
  return [
    ...short,
    "  They are searched in one pass in WebAssembly. It looks for",
    `    ${listed(filters)},`,
    "    and compares texts only where it finds one.",
    `  Without WebAssembly, or where it finds too many in vain, ${other}.`,
  ];
}

function ruleLine(rule: DescribedRule): string {
  return `    ${shortened(`${placeOf(rule)}: ${safe(rule.statement)}`, LONGEST_ITEM)}`;
}

/** What is to be said of rules for which a text alone is not enough. */
function triedLines({ kind, rules }: DescribedStep): readonly string[] {
  const tried = rules.filter(({ isTried }) => isTried).length;
  if (tried === 0 || kind === "trying") return [];
  const which = tried === rules.length ? "all" : `${tried}`;
  return rules.length === 1
    ? ["  What else it asks is asked when one of its texts was found."]
    : [
        `  What else ${which} of them ask${tried === 1 ? "s" : ""} is asked when one of their texts was found.`,
      ];
}

/** Texts that no step looks for. */
function askedLines({ askedTexts }: DescribedExecution, most: number, style: Style): readonly string[] {
  if (askedTexts === null) return [];
  const heading = "Texts in the body are searched together when a rule first asks for one";
  return ["", style.bold(heading), ...textsLines(askedTexts, "the body", most)];
}

function placeOf({ file, line }: DescribedRule): string {
  return `${safe(file)}:${line}`;
}

function fieldsLines(fields: readonly DescribedFields[], most: number, style: Style): readonly string[] {
  if (fields.length === 0) return [];
  return [
    "",
    style.bold("Fields are read when a rule, a label or a capture first asks for one"),
    ...fields.flatMap((group) => [
      `  ${howRead(group)}:`,
      ...cut(
        group.fields.map((field) => `    ${shortened(safe(field), LONGEST_ITEM)}`),
        most,
      ),
    ]),
  ];
}

function howRead({ kind, fields, usesWebAssembly }: DescribedFields): string {
  if (kind === "other") return fields.length === 1 ? "By itself" : "Each by itself";
  const what = { json: "JSON", xml: "XML", form: "form", between: "body" }[kind];
  const pass = `in one pass over the ${what}${usesWebAssembly ? ", in WebAssembly where it is to be had" : ""}`;
  return fields.length === 1 ? `One ${pass}` : `${fields.length} together, ${pass}`;
}

/** The first lines, and how many more there are. */
function cut(lines: readonly string[], most: number): readonly string[] {
  // The line that says how many more there are takes as much room as the last one would.
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `    … and ${(lines.length - most).toLocaleString("en")} more`];
}

/** A sentence with a list, of which as much is told as fits on a line. */
function cutWords(before: string, items: readonly string[], after: string): readonly string[] {
  const shown = items.slice(0, MOST_SHOWN);
  const more = items.length - shown.length;
  return [`${before}${listed(more > 0 ? [...shown, `${more} more ranges`] : shown, "or")}${after}`];
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, wholeCharacter(text, most - 1))}…`;
}
