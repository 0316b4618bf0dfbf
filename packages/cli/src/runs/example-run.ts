import { applyFixes, createMatcher, type Mapping, parse, type Span, type Verdict } from "@responses/dsl";
import {
  addExamples,
  type CharsetNote,
  type GivenAs,
  isWholeAnswerIn,
  located,
  type RecordedResponse,
  recordedVerdict,
  Subject,
  undeclaredBody,
  writeExample,
} from "@responses/dsl/editor";
import { changedSinceRead, rewriteAtomically } from "@responses/node-host";
import { readHttpInput } from "../files/http-input.js";
import { readResponseArgument } from "../files/response-argument.js";
import { shellWord } from "../terminal/shell-word.js";
import { type ExampleDoubt, exampleDoubts } from "./example-doubts.js";
import { type OpenedMapping, openMapping } from "./match-run.js";

/** What a response is: a whole answer, a body with the status that was given, or whichever it begins like. */
export type ResponseForm =
  | { readonly kind: "answer" }
  | { readonly kind: "body"; readonly status: number }
  | { readonly kind: "either" };

/** A response that an example can record: of a text, without white space at its ends. */
interface GivenResponse {
  readonly givenAs: GivenAs;
  readonly response: RecordedResponse;
  readonly notes: readonly CharsetNote[];
}

export interface ExampleReport extends GivenResponse {
  readonly verdict: Verdict;
  /** The statement, in lines that end in LF. */
  readonly written: string;
  /** The line, from 1, on which the mapping's own file records the same response; null where it does not. */
  readonly recordedOn: number | null;
  /** What is doubtful about it; of one that is recorded already that is told with the file. */
  readonly doubts: readonly ExampleDoubt[];
}

/** An example, or why the mapping gives no verdict. */
export type ExampleRun =
  | {
      readonly kind: "made";
      readonly report: ExampleReport;
      /** The line, from 1, on which it was added; null where it was not. */
      readonly addedOn: number | null;
    }
  | Extract<OpenedMapping, { readonly kind: "refused" }>;

/** How often a mapping is read that others write, too. */
const MOST_TRIES = 20;

/**
 * Makes an example of a response, with the verdict that it gets, and adds it to the mapping if `append` says so. Throws a UsageError or a
 * FileError if the response or the mapping can't be read, or the mapping can't be written.
 *
 * The mapping is read once the response is there, which can be long after the start, and again if somebody has written it meanwhile: what
 * they have written stays.
 */
export async function runExample(
  mappingPath: string,
  path: string,
  form: ResponseForm,
  append: boolean,
): Promise<ExampleRun> {
  const given = await readGiven(path, form, `example ${shellWord(mappingPath)}`);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // The first example may be all that there is.
    const opened = openMapping(mappingPath, { allowBlank: true });
    if (opened.kind === "refused") return opened;
    const { mapping, content } = opened;
    const verdict = createMatcher(mapping).match(given.response);
    const written = writeExample(given.response, recordedVerdict(verdict, given.response, mapping));
    const recordedOn = lineOf(mapping, given.response);
    const report = { ...given, verdict, written, recordedOn };
    if (recordedOn !== null) return { kind: "made", report: { ...report, doubts: [] }, addedOn: null };
    const added = withExample(mapping, written);
    const made = { ...report, doubts: exampleDoubts(mappingPath, content, added) };
    if (!append) return { kind: "made", report: made, addedOn: null };
    if (rewriteAtomically(mappingPath, content, added.text))
      return { kind: "made", report: made, addedOn: added.line };
  }
  throw changedSinceRead(mappingPath);
}

async function readGiven(path: string, form: ResponseForm, command: string): Promise<GivenResponse> {
  const input = await readResponseArgument(path, command);
  const isAnswer = form.kind === "answer" || (form.kind === "either" && isWholeAnswerIn(input.bytes));
  const { status, body, notes } = isAnswer
    ? readHttpInput(input)
    : { status: form.kind === "body" ? form.status : null, ...undeclaredBody(input.bytes) };
  // The file ends in a line end that the system did not send, and white space at a body's ends says nothing.
  const text = new Subject({ status, body }).body.replace(/\r\n?/g, "\n").trim();
  return { givenAs: isAnswer ? "answer" : "body", response: { status, body: text }, notes };
}

function lineOf({ file }: Mapping, { status, body }: RecordedResponse): number | null {
  const same = located(file, "example").find(
    ({ model }) => model.status === status && model.body.replace(/\r\n?/g, "\n").trim() === body,
  );
  if (same === undefined) return null;
  const { start, syntax } = same.statement;
  return file.tree.source.lineAt(start + syntax.wordSpan.from) + 1;
}

/** The text of the mapping's own file with the example, in line with the examples that are there, and where that is; the line from 1. */
function withExample(
  { file }: Mapping,
  written: string,
): { readonly text: string; readonly example: Span; readonly line: number } {
  const { source } = file.tree;
  const { edit, start } = addExamples(file.tree, [written]);
  const { text } = applyFixes(source.text, [{ title: "", kind: "suggested", edits: [edit] }]);
  const example = { start: edit.span.start + start, end: edit.span.start + edit.newText.length };
  return { text, example, line: parse(file.path, text).tree.source.lineAt(example.start) + 1 };
}
