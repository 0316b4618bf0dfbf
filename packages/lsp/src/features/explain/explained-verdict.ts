import {
  type ExampleResult,
  explain,
  type FileModel,
  type Rule,
  SourceText,
  type Verdict,
  writeVerdict,
} from "@responses/dsl";
import {
  charsetNoteInPhrases,
  lostCharactersIn,
  nearRuleAmong,
  type Phrase,
  type PlaceInWords,
  placeInWords,
  Subject,
  textOfPhrases,
  visible,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { placeOfRule } from "../presentation/example-words.js";
import { nearMissPieces } from "../presentation/near-miss-pieces.js";
import { type Block, line, piecesOf, renderPreview, words } from "../presentation/preview-text.js";
import { locationOfExample, locationOfRule } from "../presentation/rule-locations.js";
import { staleBlocks } from "../presentation/stale-note.js";
import {
  captureBlocks,
  exampleVerdictPieces,
  otherRuleBlocks,
  reasonBlocks,
  verdictPieces,
} from "../presentation/verdict-reasons.js";
import type { DecodedResponse, ReadResponse } from "../responses/given-response.js";
import type { Page } from "./page-writer.js";
import { type InDocument, verdictPage } from "./verdict-page.js";

/** The verdict on a response, and why. */
export interface ExplainedResponse {
  readonly kind: "verdict";
  readonly verdict: Verdict;
  /** Why, as lines of plain text, and as markdown in which nothing from the response or the file is live. */
  readonly lines: readonly string[];
  readonly markdown: string;
  readonly decidedBy: Location | null;
  /** Where the example stands whose response it is; null for one that somebody gave. */
  readonly example: Location | null;
  /** The same rule by rule, with the response, as a page of plain text; `text` tells what is said of it. */
  readonly page: Page;
  /** Null where the response was given as text. */
  readonly decoded: DecodedResponse | null;
}

/** Longer bodies have no place shown in them. */
const LARGEST_SHOWN = 4 * 1024 * 1024;

/** Why a response gets its verdict; `example` is the one that it is of, null for one that somebody gave. */
export function explainedVerdict(
  read: ReadResponse,
  example: ExampleResult | null,
  { document, usable, places }: InDocument,
): ExplainedResponse {
  const subject = new Subject(read.response);
  const trace = explain(usable.mapping, read.response);
  const { verdict, decidedBy: rule, alsoHolding: others } = trace;
  const notes = charsetNotes(read, subject.body);
  const source = new SourceText(subject.body);
  const gets =
    example === null
      ? [words("Gets "), ...verdictPieces(writeVerdict(verdict))]
      : exampleVerdictPieces(example);
  const blocks: readonly Block[] = [
    line(gets, 300),
    ...notes((at) => placeInWords(source, at)).map((note) => line([words("Note: "), ...piecesOf(note)], 500)),
    ...(rule === null
      ? [line([words("No rule matches it")], 100)]
      : reasonBlocks(rule, subject.body.length > LARGEST_SHOWN ? null : subject, usable, null)),
    ...captureBlocks(verdict, usable, null),
    ...otherRuleBlocks(others, usable),
    ...(rule === null ? nearRule(subject, usable) : []),
    ...staleBlocks(usable, null),
  ];
  return {
    kind: "verdict",
    verdict,
    lines: renderPreview(blocks, "plaintext").split("\n"),
    markdown: renderPreview(blocks, "markdown"),
    decidedBy: rule === null ? null : locationOfRule(rule, document, places),
    example: example === null ? null : locationOfExample(example.example, document, places),
    page: verdictPage({
      document,
      usable,
      places,
      trace,
      subject,
      example,
      notes: (placeOf) => notes(placeOf).map((note) => `Note: ${visible(textOfPhrases(note))}`),
    }),
    decoded:
      read.charset === null
        ? null
        : { status: read.response.status ?? null, body: subject.body, charset: read.charset },
  };
}

/** What is to be said of the charset of a body, by how its places are told; in a text only U+FFFD tells of it. */
function charsetNotes(
  { charset, notes, givenAs }: ReadResponse,
  body: string,
): (placeOf: PlaceInWords) => readonly (readonly Phrase[])[] {
  const all =
    charset === null
      ? lostCharactersIn(body).map((lost) => ({ kind: "lost-characters", ...lost }) as const)
      : notes;
  return (placeOf) => all.map((note) => charsetNoteInPhrases(note, placeOf, givenAs));
}

/** A rule that the unmapped response misses by little. */
function nearRule(subject: Subject, usable: UsableMapping): readonly Block[] {
  const { rules, file } = usable.mapping;
  const found = nearRuleAmong(ownFirst(rules, file), subject);
  if (found === null) return [];
  const start = [words("Nearly matches "), ...placeOfRule(found.rule, usable), words(", ")];
  return [line([...start, ...nearMissPieces(found.miss, subject.body, 90)], 250)];
}

function ownFirst(rules: readonly Rule[], own: FileModel): readonly Rule[] {
  return [...rules.filter(({ file }) => file === own), ...rules.filter(({ file }) => file !== own)];
}
