import { type ExampleResult, type Rule, type Trace, writeVerdict } from "@responses/dsl";
import {
  counted,
  nearlyCaptured,
  oppositeAround,
  type PlaceInWords,
  quoted,
  ruleOnOneLine,
  type Subject,
  type ToldRule,
  toldRules,
  visible,
} from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { placeOfExample, placeOfRule } from "../presentation/example-words.js";
import type { Places } from "../presentation/places.js";
import { textOfPieces } from "../presentation/preview-text.js";
import { locationOfExample, locationOfRule } from "../presentation/rule-locations.js";
import { staleText } from "../presentation/stale-note.js";
import { exampleVerdictPieces } from "../presentation/verdict-reasons.js";
import { type BodyStretch, type Page, type PagePiece, PageWriter } from "./page-writer.js";
import { ShownBody } from "./shown-body.js";

/** Rules below the deciding one that are told of at most, and characters of a rule and a test. */
const MOST_BELOW = 10;
const LONGEST_RULE = 200;
const LONGEST_TEST = 80;

/** The mapping that a page speaks of, and how its places are named. */
export interface InDocument {
  readonly document: AnalysedDocument;
  readonly usable: UsableMapping;
  readonly places: Places;
}

/** What a page is about. */
export interface ExplainedVerdict extends InDocument {
  readonly trace: Trace;
  readonly subject: Subject;
  /** The example whose response it is; null for one that somebody gave. */
  readonly example: ExampleResult | null;
  /** What is to be said of the charset, a sentence each, places told as it is given. */
  readonly notes: (placeOf: PlaceInWords) => readonly string[];
}

/** Why a response gets its verdict, rule by rule, and the response with what decided and was captured lit. */
export function verdictPage(explained: ExplainedVerdict): Page {
  const { document, usable, trace, example, notes } = explained;
  const writer = new PageWriter();
  if (example === null) writer.line(0, titleFor(document));
  else
    writer.line(
      0,
      `What ${visible(document.file.path)} says of the example in `,
      pieceOfExample(example, explained),
    );
  writer.blank();
  const verdict =
    example === null ? `Gets ${writeVerdict(trace.verdict)}` : textOfPieces(exampleVerdictPieces(example));
  writer.line(2, visible(verdict));
  if (trace.decidedBy === null) writer.line(2, "No rule matches it");
  else writer.line(2, "Decided by ", pieceOfRule(trace.decidedBy, explained));
  const body = new ShownBody(trace.body);
  for (const note of notes(body.explained.placeInWords)) writer.line(2, note);
  const stale = staleText(usable, null);
  if (stale !== null) writer.line(2, stale);
  writeRules(writer, explained, body);
  writeCaptures(writer, trace, body);
  writeNearlyCaptured(writer, explained, body);
  const heading = headingFor(trace, body);
  return trace.body === ""
    ? writer.pageWithEmptyBody(heading)
    : writer.pageWith(heading, body, placesLit(trace));
}

/** A page that says why there is no verdict. */
export function pageWithout(document: AnalysedDocument, reason: string, title = titleFor(document)): Page {
  const writer = new PageWriter();
  writer.line(0, title);
  writer.blank();
  writer.line(2, `${visible(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`)}.`);
  return writer.page();
}

function titleFor({ file }: AnalysedDocument): string {
  return `What ${visible(file.path)} says of this response`;
}

function headingFor({ status, body }: Trace, { isLaidOut }: ShownBody): string {
  const response = `The response, ${status === null ? "without a status" : `with status ${status}`}`;
  if (body === "") return `${response}, has an empty body.`;
  // Whoever looks at it as it came would look in another line.
  return isLaidOut
    ? `${response}, laid out; lines and columns above are counted in it as it stands here:`
    : `${response}:`;
}

function writeRules(writer: PageWriter, explained: ExplainedVerdict, shown: ShownBody): void {
  const { trace, subject } = explained;
  writer.blank();
  writer.line(0, "What each rule says of this response:");
  writer.blank();
  if (trace.rules.length === 0) writer.line(2, "There is no rule");
  for (const entry of toldRules(trace, subject, shown.explained)) {
    if (entry.kind === "rule") writeRule(writer, entry, explained, shown);
    else writer.line(2, `… ${counted(entry.count, "more rule")} here that did not hold …`);
  }
  if (trace.alsoHolding.length === 0) return;
  writer.blank();
  writer.line(0, "What holds for this response, too, but is further down:");
  writer.blank();
  for (const rule of trace.alsoHolding.slice(0, MOST_BELOW))
    writer.line(4, pieceOfRule(rule, explained), `  ${ruleText(rule)}`);
  const more = trace.alsoHolding.length - MOST_BELOW;
  if (more > 0) writer.line(4, `… and ${counted(more, "more rule")}`);
}

function writeRule(
  writer: PageWriter,
  { trace: { rule, holds }, tests, nearly, unlabelled }: ToldRule,
  explained: ExplainedVerdict,
  body: ShownBody,
): void {
  writer.line(2, holds ? "✓ " : "✗ ", pieceOfRule(rule, explained), `  ${ruleText(rule)}`);
  if (rule.model.condition.kind === "otherwise") writer.line(6, "otherwise always holds");
  for (const { trace, text, met, place } of tests) {
    const name =
      text === null ? "" : `${trace.holds ? "holds" : "fails"}: ${shortened(text, LONGEST_TEST)}: `;
    writeMet(writer, visible(name + met), place, body);
    const opposite = oppositeOf(rule, trace, explained.subject);
    if (opposite === null) continue;
    writer.line(6, `it is part of ${quoted(opposite)} there, which says the opposite`);
    if (rule === explained.trace.decidedBy)
      writer.doubt(`what decided is part of ${quoted(opposite)} in this response, which says the opposite`);
  }
  if (unlabelled !== null) writer.line(6, visible(unlabelled));
  if (nearly !== null) writer.line(6, visible(`nearly: ${nearly}`));
}

/** The phrase of opposite sense that what a success found is part of. */
function oppositeOf(
  { model: { outcome } }: Rule,
  { test: { test, negated }, evidence }: ToldRule["tests"][number]["trace"],
  { foldedBody }: Subject,
): string | null {
  const isFound = outcome === "success" && !negated && evidence.kind === "found" && test.kind === "text";
  return isFound ? oppositeAround(evidence.text.folded, evidence.place, foldedBody) : null;
}

/** Writes a line of what was met, in which the place of the body that it names leads there; null for one that names none. */
function writeMet(writer: PageWriter, line: string, place: BodyStretch | null, body: ShownBody): void {
  const text = place === null ? "" : body.placeInWords(place.start);
  const at = line.lastIndexOf(text);
  if (place === null || at === -1) writer.line(6, line);
  else writer.line(6, line.slice(0, at), { text, inBody: place }, line.slice(at + text.length));
}

function writeCaptures(writer: PageWriter, { captures }: Trace, body: ShownBody): void {
  if (captures.length === 0) return;
  writer.blank();
  writer.line(0, "What is captured of this response:");
  writer.blank();
  for (const { name, text, start, end } of captures)
    writer.line(4, `${visible(name)}: ${quoted(text)} at `, {
      text: body.placeInWords(start),
      inBody: { start, end },
    });
}

function writeNearlyCaptured(
  writer: PageWriter,
  { trace, usable, subject }: ExplainedVerdict,
  { explained }: ShownBody,
): void {
  const nearly = nearlyCaptured(usable.mapping.captures, trace.verdict.outcome, subject, explained);
  if (nearly.length === 0) return;
  writer.blank();
  writer.line(0, "What is not captured, though it nearly is:");
  writer.blank();
  for (const { name, reason } of nearly) writer.line(4, `${visible(name)}: ${visible(reason)}`);
}

/** Where an example stands, which leads there. */
export function pieceOfExample(
  { example }: ExampleResult,
  { document, usable, places }: InDocument,
): PagePiece {
  return {
    text: visible(placeOfExample(example, usable)),
    location: locationOfExample(example, document, places),
  };
}

/** Where a rule stands, likewise. */
export function pieceOfRule(rule: Rule, { document, usable, places }: InDocument): PagePiece {
  const text = visible(textOfPieces(placeOfRule(rule, usable)));
  return { text, location: locationOfRule(rule, document, places) };
}

function ruleText(rule: Rule): string {
  return visible(shortened(ruleOnOneLine(rule, 4 * LONGEST_RULE, "close"), LONGEST_RULE));
}

/** What decided, and what was captured. */
function placesLit({ rules, decidedBy, captures }: Trace): readonly BodyStretch[] {
  const deciding = rules.find(({ rule }) => rule === decidedBy);
  const met = (deciding?.tests ?? []).flatMap(({ evidence }) =>
    evidence.kind === "found" || evidence.kind === "number" ? [evidence.place] : [],
  );
  return [...met, ...captures].filter(({ start, end }) => start < end);
}
