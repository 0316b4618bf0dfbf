import { type Rule, SourceText, type Trace, writeVerdict } from "@responses/dsl";
import {
  counted,
  explainedBody,
  layOutBody,
  nearlyCaptured,
  oppositeAround,
  quoted,
  ruleOnOneLine,
  type Subject,
  shownPlaceInWords,
  type ToldRule,
  toldRules,
  visible,
} from "@responses/dsl/editor";
import type { Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { placeOfRule } from "../presentation/example-words.js";
import type { Places } from "../presentation/places.js";
import { textOfPieces } from "../presentation/preview-text.js";
import { locationOfRule } from "../presentation/rule-locations.js";
import { staleText } from "../presentation/stale-note.js";
import { type Page, type PagePiece, PageWriter } from "./page-writer.js";

/** Rules below the deciding one that are told of at most, and characters of a rule, a test and a response. */
const MOST_BELOW = 10;
const LONGEST_RULE = 200;
const LONGEST_TEST = 80;
const LONGEST_RESPONSE = 20_000;

/** What a page is about. */
export interface ExplainedVerdict {
  readonly document: AnalysedDocument;
  readonly usable: UsableMapping;
  readonly places: Places;
  readonly trace: Trace;
  readonly subject: Subject;
  /** What is to be said of the charset, a sentence each. */
  readonly notes: readonly string[];
}

/** Why a response gets its verdict, rule by rule, and the response with what decided and was captured lit. */
export function verdictPage(explained: ExplainedVerdict): Page {
  const { document, usable, trace, notes } = explained;
  const writer = new PageWriter();
  writer.line(0, titleFor(document));
  writer.blank();
  writer.line(2, `Gets ${visible(writeVerdict(trace.verdict))}`);
  if (trace.decidedBy === null) writer.line(2, "No rule matches it");
  else writer.line(2, "Decided by ", pieceOfRule(trace.decidedBy, explained));
  for (const note of notes) writer.line(2, note);
  const stale = staleText(usable, null);
  if (stale !== null) writer.line(2, stale);
  const body = new ShownBody(trace.body);
  writeRules(writer, explained, body);
  writeCaptures(writer, trace, body);
  writeNearlyCaptured(writer, explained, body);
  writer.blank();
  const responseLine = writer.length;
  writer.line(0, headingFor(trace));
  if (trace.body === "") return writer.page([], responseLine);
  writer.blank();
  const first = writer.length;
  writer.lines(body.lines);
  return writer.page(
    placesLit(trace).flatMap(({ start, end }) => body.rangeOf(start, end, first) ?? []),
    responseLine,
  );
}

/** A page that says why there is no verdict. */
export function pageWithout(document: AnalysedDocument, reason: string): Page {
  const writer = new PageWriter();
  writer.line(0, titleFor(document));
  writer.blank();
  writer.line(2, `${visible(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`)}.`);
  return writer.page([], null);
}

function titleFor({ file }: AnalysedDocument): string {
  return `What ${visible(file.path)} says of this response`;
}

function headingFor({ status, body }: Trace): string {
  const withStatus = status === null ? "without a status" : `with status ${status}`;
  return body === "" ? `The response, ${withStatus}, has an empty body.` : `The response, ${withStatus}:`;
}

function writeRules(writer: PageWriter, explained: ExplainedVerdict, shown: ShownBody): void {
  const { trace, subject } = explained;
  writer.blank();
  writer.line(0, "What each rule says of this response:");
  writer.blank();
  if (trace.rules.length === 0) writer.line(2, "There is no rule");
  for (const entry of toldRules(trace, subject, shown.explained)) {
    if (entry.kind === "rule") writeRule(writer, entry, explained);
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
): void {
  writer.line(2, holds ? "✓ " : "✗ ", pieceOfRule(rule, explained), `  ${ruleText(rule)}`);
  if (rule.model.condition.kind === "otherwise") writer.line(6, "otherwise always holds");
  for (const { trace, text, met } of tests) {
    const name =
      text === null ? "" : `${trace.holds ? "holds" : "fails"}: ${shortened(text, LONGEST_TEST)}: `;
    writer.line(6, visible(name + met));
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

function writeCaptures(writer: PageWriter, { captures }: Trace, { explained }: ShownBody): void {
  if (captures.length === 0) return;
  writer.blank();
  writer.line(0, "What is captured of this response:");
  writer.blank();
  for (const { name, text, start } of captures)
    writer.line(4, `${visible(name)}: ${quoted(text)} at ${shownPlaceInWords(explained, start)}`);
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

function pieceOfRule(rule: Rule, { document, usable, places }: ExplainedVerdict): PagePiece {
  const text = visible(textOfPieces(placeOfRule(rule, usable)));
  return { text, location: locationOfRule(rule, document, places) };
}

function ruleText(rule: Rule): string {
  return visible(shortened(ruleOnOneLine(rule, 4 * LONGEST_RULE, "close"), LONGEST_RULE));
}

/** What decided, and what was captured. */
function placesLit({
  rules,
  decidedBy,
  captures,
}: Trace): readonly { readonly start: number; readonly end: number }[] {
  const deciding = rules.find(({ rule }) => rule === decidedBy);
  const met = (deciding?.tests ?? []).flatMap(({ evidence }) =>
    evidence.kind === "found" || evidence.kind === "number" ? [evidence.place] : [],
  );
  return [...met, ...captures].filter(({ start, end }) => start < end);
}

/** The body as the page shows it: laid out where it is JSON or XML, and not more than its beginning. */
class ShownBody {
  readonly explained: ReturnType<typeof explainedBody>;
  readonly lines: readonly string[];
  readonly #source: SourceText;

  constructor(body: string) {
    const laidOut = layOutBody(body);
    this.explained = explainedBody(body, laidOut);
    this.#source = laidOut?.source ?? new SourceText(body);
    const { text } = this.#source;
    const lines = text.slice(0, LONGEST_RESPONSE).split(/\r\n|\r|\n/);
    const more = text.length - LONGEST_RESPONSE;
    this.lines = more > 0 ? [...lines, `… (${counted(more, "character")} more)`] : lines;
  }

  /** Where a stretch of the body is shown on a page whose line `first` is the body's first; null where it is cut off. */
  rangeOf(start: number, end: number, first: number): Range | null {
    const { laidOut } = this.explained;
    const place = (offset: number) => {
      const { line, column } = this.#source.positionAt(
        Math.min(laidOut?.offsetOf(offset) ?? offset, LONGEST_RESPONSE),
        "utf-16",
      );
      return { line: first + line, character: column };
    };
    if ((laidOut?.offsetOf(start) ?? start) >= LONGEST_RESPONSE) return null;
    return { start: place(start), end: place(end) };
  }
}
