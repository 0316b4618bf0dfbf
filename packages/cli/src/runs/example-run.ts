import { dirname } from "node:path";
import {
  applyFixes,
  createMatcher,
  type Mapping,
  parse,
  type Response,
  type Span,
  type Verdict,
} from "@responses/dsl";
import {
  addExamples,
  beginsWithCommand,
  type CharsetNote,
  type ExampleStates,
  type GivenAs,
  isWholeAnswerIn,
  located,
  type Match,
  readGivenTexts,
  recordedVerdict,
  recordingOf,
  recordsOf,
  Subject,
  undeclaredBody,
  verdictToState,
  writeExample,
} from "@responses/dsl/editor";
import { clearLeftovers, rewriteInProject, untilUnchanged } from "@responses/node-host";
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

/** A response that an example can record, as it came. */
interface GivenResponse {
  readonly givenAs: GivenAs;
  readonly response: Response;
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

/** Examples, one as a rule, or why the mapping gives no verdict. */
export type ExampleRun =
  | {
      readonly kind: "made";
      readonly reports: readonly ExampleReport[];
      /** The line, from 1, on which the first was added; null where none was. */
      readonly addedOn: number | null;
      readonly added: number;
    }
  | Extract<OpenedMapping, { readonly kind: "refused" }>;

/** What is done with an example, and what it states. */
export interface ExampleWishes {
  /** Whether it is added to the mapping. */
  readonly append: boolean;
  readonly states: ExampleStates;
}

/**
 * Makes an example of a response, with the verdict that it gets, and adds it to the mapping if `append` says so; one of each where several were
 * copied at once. Throws a UsageError or a
 * FileError if the response or the mapping can't be read, or the mapping can't be written.
 *
 * The mapping is read once the response is there, which can be long after the start, and again if somebody has written it meanwhile: what
 * they have written stays.
 */
export async function runExample(
  mappingPath: string,
  path: string,
  form: ResponseForm,
  { append, states }: ExampleWishes,
): Promise<ExampleRun> {
  const given = await readGiven(path, form, `example ${shellWord(mappingPath)}`);
  return untilUnchanged(() => {
    // The first example may be all that there is.
    const opened = openMapping(mappingPath, { allowBlank: true });
    if (opened.kind === "refused") return opened;
    const { mapping, content } = opened;
    const matcher = createMatcher(mapping);
    const match: Match = (response) => matcher.match(response);
    const reports = given.map((one) => {
      const { recorded, verdict } = recordingOf(one.response, match);
      const written = writeExample(
        recorded,
        verdictToState(recordedVerdict(verdict, recorded, mapping), states),
      );
      return { ...one, verdict, written, recordedOn: lineOf(mapping, one.response, match), doubts: [] };
    });
    const unrecorded = [
      ...new Set(reports.filter(({ recordedOn }) => recordedOn === null).map(({ written }) => written)),
    ];
    if (unrecorded.length === 0) {
      if (append) clearLeftovers(dirname(mappingPath));
      return { kind: "made", reports, addedOn: null, added: 0 };
    }
    const added = withExamples(mapping, unrecorded);
    const doubts = exampleDoubts(mappingPath, content, added);
    // What is found in several examples is told once, with the first that is new.
    const first = reports.findIndex(({ recordedOn }) => recordedOn === null);
    const made = reports.map((report, index) => (index === first ? { ...report, doubts } : report));
    if (!append) return { kind: "made", reports: made, addedOn: null, added: 0 };
    rewriteInProject(mappingPath, content, added.text);
    return { kind: "made", reports: made, addedOn: added.line, added: unrecorded.length };
  });
}

async function readGiven(
  path: string,
  form: ResponseForm,
  command: string,
): Promise<readonly GivenResponse[]> {
  const input = await readResponseArgument(path, command);
  if (form.kind === "either") {
    const { body, notes } = undeclaredBody(input.bytes);
    const text = new Subject({ status: null, body }).body;
    const several = readGivenTexts(text, new TextEncoder());
    const isOutput = several.length === 1 && beginsWithCommand(text) && !isWholeAnswerIn(input.bytes);
    if (several.length > 1 || isOutput)
      return several.map((response, index) => ({
        givenAs: response.status === null ? "body" : "answer",
        response,
        notes: index === 0 ? notes : [],
      }));
  }
  const isAnswer = form.kind === "answer" || (form.kind === "either" && isWholeAnswerIn(input.bytes));
  const { status, body, notes } = isAnswer
    ? readHttpInput(input)
    : { status: form.kind === "body" ? form.status : null, ...undeclaredBody(input.bytes) };
  return [{ givenAs: isAnswer ? "answer" : "body", response: { status, body }, notes }];
}

function lineOf({ file }: Mapping, response: Response, match: Match): number | null {
  const isRecord = recordsOf(response, match);
  const same = located(file, "example").find(({ model }) => isRecord(model));
  if (same === undefined) return null;
  const { start, syntax } = same.statement;
  return file.tree.source.lineAt(start + syntax.wordSpan.from) + 1;
}

/** The text of the mapping's own file with examples, in line with those that are there, and where a single one is; the line of the first from 1. */
function withExamples(
  { file }: Mapping,
  written: readonly string[],
): { readonly text: string; readonly example: Span; readonly line: number } {
  const { source } = file.tree;
  const { edit, start } = addExamples(file.tree, written);
  const { text } = applyFixes(source.text, [{ title: "", kind: "suggested", edits: [edit] }]);
  const first = edit.span.start + start;
  // Of several it is told in which line each doubt is.
  const example = { start: first, end: written.length === 1 ? edit.span.start + edit.newText.length : first };
  return { text, example, line: parse(file.path, text).tree.source.lineAt(example.start) + 1 };
}
