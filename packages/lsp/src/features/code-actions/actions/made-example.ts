import {
  createMatcher,
  type Linked,
  type Mapping,
  parse,
  type Response,
  type Span,
  type Statement,
  type TextEdit,
  type Tree,
  type Verdict,
  writeVerdict,
} from "@responses/dsl";
import {
  addExamples,
  alignedExamples,
  type ExampleStates,
  lastStatementAt,
  lex,
  type Match,
  plainText,
  type Recording,
  readGivenTexts,
  recordedVerdict,
  recordingOf,
  statesCaptures,
  trimmed,
  trimmedEnd,
  verdictToState,
  writeExample,
} from "@responses/dsl/editor";
import type { Position, TextEdit as ProtocolEdit } from "vscode-languageserver";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { statementEnd, statementIndexAt, wordStart } from "../../../workspace/documents/statement-places.js";
import {
  type NoResponse,
  type ReceivedResponse,
  readGiven,
  severalGiven,
} from "../../responses/given-response.js";
import { changeBy, type DocumentChange } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { mayBeStatement, pastedResponseAt } from "../statements/pasted-response.js";

/** For a response that was pasted as it is, and at which the cursor stands: what refuses the file goes with it. */
export function pastedExampleActions({
  document,
  span,
  isAskedFor,
}: ActionRequest): readonly OfferedAction[] {
  const pasted = pastedResponseAt(document, span.start);
  if (pasted === null) return [];
  const isDoubtful = mayBeStatement(document, pasted);
  if (isDoubtful && !isAskedFor) return [];
  const resolves = document.findings.filter(
    ({ finding }) => finding.span.start >= pasted.start && finding.span.end <= pasted.end,
  );
  const make = (title: string, states: ExampleStates) =>
    offer(title, ACTION_KINDS.quickFix, { kind: "make-example", span: pasted, states }, resolves.slice(0, 1));
  const usual = { ...make("Make it an example", "captures"), isPreferred: !isDoubtful };
  return capturesSomething(document, pasted)
    ? [usual, make("Make it an example of the verdict alone", "verdict")]
    : [usual];
}

/** Whether the mapping, as it is known, captures something of a response that an example would state. Linear in the response. */
function capturesSomething(document: AnalysedDocument, span: Span): boolean {
  const mapping = document.usable?.mapping ?? null;
  if (mapping === null || mapping.captures.length === 0) return false;
  const match = matchBy(mapping);
  const { responses = [] } = selectedResponse(document, span) ?? {};
  return responses.some((response) => statesCaptures(recordedVerdict(match(response), response, mapping)));
}

/**
 * The action that makes an example of a selected response: pasted among the statements, in comments, or standing in some
 * text of a statement. It may be a body, or a whole answer.
 */
export function madeExampleActions({ document, span }: ActionRequest): readonly OfferedAction[] {
  if (selectedResponse(document, span) === null) return [];
  const make = (title: string, states: ExampleStates) =>
    offer(title, ACTION_KINDS.makeExample, { kind: "make-example", span, states });
  const usual = make("Make an example of the selected response", "captures");
  // At one that was pasted the fix has both ways.
  const isPasted = pastedResponseAt(document, span.start) !== null;
  return !isPasted && capturesSomething(document, span)
    ? [usual, make("Make an example of the selected response, of the verdict alone", "verdict")]
    : [usual];
}

/**
 * The change for both: the example states the verdict that the response gets now, and what is captured if it is to. `relink` says what a text would mean in
 * the place of the document's. Null where there is nothing to make an example of.
 */
export async function makeExample(
  document: AnalysedDocument,
  span: Span,
  states: ExampleStates,
  relink: (text: string) => Promise<Linked | null>,
): Promise<DocumentChange | null> {
  const selected = selectedResponse(document, span);
  if (selected === null) return null;
  const { edit } = await recordResponses(document, selected, states, relink);
  return changeBy([edit]);
}

/**
 * An example that a client asked for: the edit that writes it, the verdict that it states, and whether something is captured of it, so that the
 * other way to state it says something else.
 */
export type MadeExample =
  | {
      readonly kind: "example";
      readonly edit: ProtocolEdit;
      readonly verdict: string;
      readonly capturesSomething: boolean;
    }
  | NoResponse;

/**
 * The example of a response that a client gives, on the line of `position` where that is blank and stands among statements,
 * else behind the last example of the file.
 */
export async function exampleOfGiven(
  document: AnalysedDocument,
  given: ReceivedResponse,
  position: Position | null,
  states: ExampleStates,
  relink: (text: string) => Promise<Linked | null>,
): Promise<MadeExample> {
  const several = severalGiven(given);
  const read = several.length > 1 ? null : readGiven(given);
  if (read?.kind === "no-response") return read;
  const responses = read === null ? several : [read.response];
  const at = position === null ? null : blankLineAt(document, document.positions.offsetAt(position));
  const made = await recordResponses(document, { responses, at }, states, relink);
  const { edit, verdicts, capturesSomething } = made;
  const range = document.positions.rangeOf(edit.span);
  return {
    kind: "example",
    edit: { range, newText: edit.newText },
    verdict: verdictsInWords(verdicts),
    capturesSomething,
  };
}

/** Of several examples their verdicts are named, each once. */
function verdictsInWords(verdicts: readonly Verdict[]): string {
  const named = [...new Set(verdicts.map(writeVerdict))];
  const [first = ""] = named;
  if (verdicts.length === 1) return first;
  const listed = named.length > MOST_NAMED ? `${named.slice(0, MOST_NAMED).join(", ")}, …` : named.join(", ");
  return `${verdicts.length} examples: ${listed}`;
}

const MOST_NAMED = 3;

function blankLineAt(document: AnalysedDocument, offset: number): Span | null {
  const { source, statements } = document.file.tree;
  const line = linesAround(document, { start: offset, end: offset });
  const statement = statements[statementIndexAt(document.file, offset)];
  const isWithin = statement !== undefined && offset < statementEnd(statement);
  return !isWithin && source.text.slice(line.start, line.end).trim() === "" ? line : null;
}

async function recordResponses(
  document: AnalysedDocument,
  { responses, at }: SelectedResponses,
  states: ExampleStates,
  relink: (text: string) => Promise<Linked | null>,
): Promise<{
  readonly edit: TextEdit;
  readonly verdicts: readonly Verdict[];
  readonly capturesSomething: boolean;
}> {
  const { source } = document.file.tree;
  const text = at === null ? "" : source.text.slice(0, at.start) + source.text.slice(at.end);
  const rest = parse(document.file.path, text).tree;
  const around = at === null || at.start < at.end ? NOTHING_AROUND : gapsAround(rest, at.start);
  const edit = (recordings: readonly StatedRecording[]): TextEdit => {
    const written = recordings.map(({ recorded, stated }) =>
      writeExample(recorded, verdictToState(stated, states)),
    );
    if (at === null) return addExamples(document.file.tree, written).edit;
    return { span: at, newText: alignedExamples(rest, { offset: at.start, ...around }, written) };
  };
  const recordedBy = (mapping: Mapping | null): readonly StatedRecording[] => {
    const match = matchBy(mapping);
    return responses.map((response) => {
      const recording = recordingOf(response, match);
      return { ...recording, stated: recordedVerdict(recording.verdict, recording.recorded, mapping) };
    });
  };
  const draft = edit(recordedBy(null));
  const { start, end } = draft.span;
  const linked = await relink(source.text.slice(0, start) + draft.newText + source.text.slice(end));
  const mapping = linked?.kind === "mapping" ? linked.mapping : (document.usable?.mapping ?? null);
  const recordings = recordedBy(mapping);
  return {
    edit: edit(recordings),
    verdicts: recordings.map(({ verdict }) => verdict),
    capturesSomething: recordings.some(({ stated }) => statesCaptures(stated)),
  };
}

const UNMAPPED: Verdict = { outcome: "unmapped", label: null, captures: {} };

const NOTHING_AROUND = { before: "", after: "" };

/** The blank line between two groups of statements stays between what is written on it and those that are no examples. */
function gapsAround(
  { source, statements }: Tree,
  offset: number,
): { readonly before: string; readonly after: string } {
  const line = source.lineAt(offset);
  const isBlank = (other: number) =>
    source.text.slice(source.lineStart(other), source.lineEnd(other)).trim() === "";
  if (line === 0 || isBlank(line - 1) || isBlank(line + 1)) return NOTHING_AROUND;
  const index = lastStatementAt(statements, offset);
  const gap = (other: number) => (statements[other]?.syntax.word === "example" ? "" : "\n");
  return { before: gap(index), after: gap(index + 1) };
}

/** A recording with what a mapping says of it that an example can state. */
interface StatedRecording extends Recording {
  readonly stated: ReturnType<typeof recordedVerdict>;
}

function matchBy(mapping: Mapping | null): Match {
  if (mapping === null) return () => UNMAPPED;
  const matcher = createMatcher(mapping);
  return (response) => matcher.match(response);
}

const UTF_8 = new TextEncoder();

/** What stands in lines of the document has the document's line ends, which say nothing of those of the system. */
function responsesIn(text: string): readonly Response[] {
  return readGivenTexts(text.replace(/\r\n?/g, "\n"), UTF_8);
}

/** Responses in the document's text, one as a rule, and the lines that their examples replace; null where they are added. */
interface SelectedResponses {
  readonly responses: readonly Response[];
  readonly at: Span | null;
}

function selectedResponse(document: AnalysedDocument, span: Span): SelectedResponses | null {
  const { source } = document.file.tree;
  const pasted = pastedResponseAt(document, span.start);
  if (pasted !== null && pasted.start === span.start && pasted.end === span.end)
    return { responses: responsesIn(source.text.slice(pasted.start, pasted.end)), at: pasted };
  const selected = source.text.slice(span.start, span.end);
  const end = span.start + trimmedEnd(selected).length;
  const start = end - trimmed(selected).length;
  const place = start < end ? placeOf(document, { start, end }) : null;
  if (place === null) return null;
  if (place.kind === "within") return { responses: readGivenTexts(place.text, UTF_8), at: null };
  if (!isAllOfItsLines(document, { start, end }))
    return { responses: responsesIn(source.text.slice(start, end)), at: null };
  const at = linesAround(document, { start, end });
  const lines = source.text.slice(at.start, at.end);
  return { responses: responsesIn(isComment(lines) ? withoutCommentMarks(lines) : lines), at };
}

/**
 * Whether the stretch lies among the statements, in comments or in what cannot be read (`free`), or in a text of a
 * statement, which stays as it is; null where it holds anything else, so that it is no response.
 */
function placeOf(
  { file }: MappingDocument,
  { start, end }: Span,
): { readonly kind: "free" } | { readonly kind: "within"; readonly text: string } | null {
  const { statements } = file.tree;
  for (let index = Math.max(0, statementIndexAt(file, start)); index < statements.length; index++) {
    const statement = statements[index];
    if (statement === undefined || statement.start >= end) break;
    const from = wordStart(statement);
    if (statement.syntax.node.kind === "broken") {
      // It was to be a statement; what stands below its first line may have been pasted there.
      if (from === start) return null;
    } else if (start < statementEnd(statement) && end > from) {
      const text = textWithin(statement, { start, end });
      return text === null ? null : { kind: "within", text };
    }
  }
  return { kind: "free" };
}

/** What a stretch within a text of the statement says; null for any other stretch. An example has its response already. */
function textWithin({ start: base, syntax }: Statement, { start, end }: Span): string | null {
  if (syntax.word === "example") return null;
  for (const { pieces, startOffset, endOffset } of lex(syntax.text).tokens) {
    const from = base + startOffset;
    const to = base + endOffset + 1;
    if (pieces === undefined || start < from || end > to) continue;
    // Of a whole text its escapes are read.
    const isWhole = start <= from + 1 && end >= to - 1;
    return isWhole ? plainText(pieces) : syntax.text.slice(start - base, end - base);
  }
  return null;
}

function linesAround({ file: { tree } }: MappingDocument, { start, end }: Span): Span {
  const { source } = tree;
  return { start: source.lineStart(source.lineAt(start)), end: source.lineEnd(source.lineAt(end)) };
}

/** Whether nothing else stands in its lines but the mark of a comment before it. */
function isAllOfItsLines(document: MappingDocument, span: Span): boolean {
  const { text } = document.file.tree.source;
  const lines = linesAround(document, span);
  return (
    /^[ \t]*(?:#[ \t]*)?$/.test(text.slice(lines.start, span.start)) &&
    text.slice(span.end, lines.end).trim() === ""
  );
}

const COMMENT_MARK = /^[ \t]*# ?/;

function isComment(lines: string): boolean {
  return lines.split(/\r\n|\r|\n/).every((line) => line.trim() === "" || COMMENT_MARK.test(line));
}

function withoutCommentMarks(lines: string): string {
  return lines
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(COMMENT_MARK, ""))
    .join("\n");
}
