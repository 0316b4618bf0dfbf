import { applyFixes, createMatcher, type Mapping, parse, type Verdict } from "@responses/dsl";
import {
  addExamples,
  type CharsetNote,
  type GivenAs,
  isWholeAnswerIn,
  located,
  type RecordedResponse,
  Subject,
  undeclaredBody,
  writeExample,
} from "@responses/dsl/editor";
import { writeAtomically } from "@responses/node-host";
import { readHttpInput } from "../files/http-input.js";
import { readInput } from "../files/input.js";

/** What a response is: a whole answer, a body with the status that was given, or whichever it begins like. */
export type ResponseForm =
  | { readonly kind: "answer" }
  | { readonly kind: "body"; readonly status: number }
  | { readonly kind: "either" };

export interface ExampleReport {
  readonly givenAs: GivenAs;
  readonly response: RecordedResponse;
  readonly notes: readonly CharsetNote[];
  readonly verdict: Verdict;
  /** The statement, in lines that end in LF. */
  readonly written: string;
  /** The line, from 1, on which the mapping's own file records the same response; null where it does not. */
  readonly recordedOn: number | null;
}

/** Makes an example of a response, with the verdict that it gets. Throws a UsageError if it can't be read. */
export async function runExample(mapping: Mapping, path: string, form: ResponseForm): Promise<ExampleReport> {
  const input = await readInput(path);
  const isAnswer = form.kind === "answer" || (form.kind === "either" && isWholeAnswerIn(input.bytes));
  const { status, body, notes } = isAnswer
    ? readHttpInput(input)
    : { status: form.kind === "body" ? form.status : null, ...undeclaredBody(input.bytes) };
  // The file ends in a line end that the system did not send, and white space at a body's ends says nothing.
  const text = new Subject({ status, body }).body.replace(/\r\n?/g, "\n").trim();
  const response = { status, body: text };
  const verdict = createMatcher(mapping).match(response);
  const written = writeExample(response, verdict);
  const recordedOn = lineOf(mapping, response);
  return { givenAs: isAnswer ? "answer" : "body", response, notes, verdict, written, recordedOn };
}

function lineOf({ file }: Mapping, { status, body }: RecordedResponse): number | null {
  const same = located(file, "example").find(
    ({ model }) => model.status === status && model.body.replace(/\r\n?/g, "\n").trim() === body,
  );
  if (same === undefined) return null;
  const { start, syntax } = same.statement;
  return file.tree.source.lineAt(start + syntax.wordSpan.from) + 1;
}

/**
 * Adds the example to the mapping's own file, in line with the examples that are there. Gives the line, from 1, on which it
 * stands. Throws a FileError if the file can't be written, and leaves it as it was then.
 */
export function appendExample({ file }: Mapping, path: string, written: string): number {
  const { source } = file.tree;
  const { edit, start } = addExamples(file.tree, [written]);
  const { text } = applyFixes(source.text, [{ title: "", kind: "suggested", edits: [edit] }]);
  writeAtomically(path, text);
  return parse(path, text).tree.source.lineAt(edit.span.start + start) + 1;
}
