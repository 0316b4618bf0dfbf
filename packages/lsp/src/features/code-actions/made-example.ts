import {
  createMatcher,
  type Linked,
  type Mapping,
  readHttpAnswer,
  type Span,
  type Statement,
  type Verdict,
} from "@responses/dsl";
import type { AnalysedDocument } from "../../workspace/analysed-document.js";
import { type MappingDocument, statementIndexAt, wordStart } from "../../workspace/mapping-document.js";
import { alignedStatement } from "./aligned-statement.js";
import {
  ACTION_KINDS,
  type ActionRequest,
  changeBy,
  type DocumentChange,
  lineEndOf,
  type OfferedAction,
} from "./offered-action.js";
import { type RecordedResponse, writeExample } from "./written-example.js";

/**
 * The action that makes an example of a selected response: pasted among the statements, in comments, or standing in some
 * text of a statement. It may be a body, or what `curl -i` prints.
 */
export function madeExampleActions({ document, span }: ActionRequest): readonly OfferedAction[] {
  if (selectedResponse(document, span) === null) return [];
  const title = "Make an example of the selected response";
  return [
    {
      title,
      kind: ACTION_KINDS.makeExample,
      mends: [],
      isPreferred: false,
      change: { kind: "make-example", span },
    },
  ];
}

/**
 * The change for that: the example states the verdict that the response gets now. `relink` says what a text would mean in
 * the place of the document's. Null where there is nothing to make an example of.
 */
export async function makeExample(
  document: AnalysedDocument,
  span: Span,
  relink: (text: string) => Promise<Linked | null>,
): Promise<DocumentChange | null> {
  const selected = selectedResponse(document, span);
  if (selected === null) return null;
  const { source } = document.file.tree;
  const lineEnd = lineEndOf(source);
  const { at, before, after } = selected;
  const edit = (verdict: Pick<Verdict, "outcome" | "label">) => {
    const written = writeExample(selected.response, verdict);
    const isAdded = at.start === at.end;
    const text = isAdded ? alignedStatement(document, at.start, { before, written, after }) : written;
    return { span: at, newText: (before + text + after).replaceAll("\n", lineEnd) };
  };
  const draft = edit({ outcome: "unmapped", label: null }).newText;
  const linked = await relink(source.text.slice(0, at.start) + draft + source.text.slice(at.end));
  const mapping = linked?.kind === "mapping" ? linked.mapping : (document.meaning?.mapping ?? null);
  return changeBy([edit(verdictOf(mapping, selected.response))]);
}

function verdictOf(mapping: Mapping | null, response: RecordedResponse): Pick<Verdict, "outcome" | "label"> {
  if (mapping === null) return { outcome: "unmapped", label: null };
  return createMatcher(mapping).match(response);
}

/** A response in the document's text, and where an example of it goes. */
interface SelectedResponse {
  readonly response: RecordedResponse;
  /** The lines that it replaces, or the place where it is added. */
  readonly at: Span;
  /** What separates it from its neighbours; line ends are LF. */
  readonly before: string;
  readonly after: string;
}

function selectedResponse(document: MappingDocument, span: Span): SelectedResponse | null {
  const { source } = document.file.tree;
  const selected = source.text.slice(span.start, span.end);
  const start = span.start + (selected.length - selected.trimStart().length);
  const end = span.start + selected.trimEnd().length;
  const place = start < end ? placeOf(document, { start, end }) : null;
  if (place === null) return null;
  const lines = linesAround(document, { start, end });
  const isWhole = place === "free" && isAllOfItsLines(document, { start, end });
  const whole = source.text.slice(lines.start, lines.end);
  const text = isWhole && isComment(whole) ? withoutCommentMarks(whole) : source.text.slice(start, end);
  const response = readResponse(text.replace(/\r\n?/g, "\n").trim());
  if (response === null) return null;
  return isWhole
    ? { response, at: lines, before: "", after: "" }
    : { response, ...placeForAnother(document) };
}

/**
 * Whether the stretch lies among the statements, in comments or in what cannot be read (`free`), or in a statement that
 * stays as it is; null where it holds whole statements, so that it is no response.
 */
function placeOf({ file }: MappingDocument, { start, end }: Span): "free" | "within" | null {
  const { statements } = file.tree;
  let place: "free" | "within" = "free";
  for (let index = Math.max(0, statementIndexAt(file, start)); index < statements.length; index++) {
    const statement = statements[index];
    if (statement === undefined || statement.start >= end) break;
    const from = wordStart(statement);
    if (statement.syntax.node.kind === "broken") {
      // It was to be a statement; what stands below its first line may have been pasted there.
      if (from === start) return null;
      continue;
    }
    const to = statementEnd(statement);
    if (start <= from && to <= end) return null;
    if (start < to && end > from) place = "within";
  }
  return place;
}

function statementEnd({ start, syntax }: Statement): number {
  return start + syntax.span.to;
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

/** A body, or what `curl -i` printed; null for an answer that cannot be read. Lines end in LF. */
function readResponse(text: string): RecordedResponse | null {
  if (!/^HTTP\/\d/.test(text)) return { status: null, body: text };
  const bytes = new TextEncoder().encode(text);
  const answer = readHttpAnswer(bytes);
  // Whoever copies an answer without a body leaves out the empty line behind the headers.
  const read = answer.kind === "fault" ? readHttpAnswer(new TextEncoder().encode(`${text}\n\n`)) : answer;
  if (read.kind === "fault") return { status: null, body: text };
  return { status: read.status, body: new TextDecoder().decode(read.body).trim() };
}

/** Behind the last example, or behind all statements. */
function placeForAnother({ file: { tree } }: MappingDocument): Omit<SelectedResponse, "response"> {
  const { source, statements } = tree;
  const last = statements.findLast(({ syntax }) => syntax.word === "example") ?? statements.at(-1);
  const end = last === undefined ? source.text.length : source.lineEnd(source.lineAt(statementEnd(last)));
  const isAfterExample = last?.syntax.word === "example";
  return { at: { start: end, end }, before: isAfterExample ? "\n" : "\n\n", after: "" };
}
