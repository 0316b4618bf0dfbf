import {
  createMatcher,
  type FileModel,
  type Response,
  type Rule,
  SourceText,
  type Verdict,
  writeVerdict,
} from "@responses/dsl";
import {
  type CharsetNote,
  charsetNoteInPhrases,
  decodeBody,
  type GivenAs,
  type HttpFault,
  lostCharactersIn,
  nearRuleAmong,
  readAnswerText,
  readHttpAnswer,
  refuses,
  Subject,
  undeclaredBody,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import type { UsableMapping } from "../workspace/repair/usable-mapping.js";
import { placeOfRule } from "./presentation/example-words.js";
import { nearMissPieces } from "./presentation/near-miss-pieces.js";
import type { Places } from "./presentation/places.js";
import { type Block, line, piecesOf, renderPreview, words } from "./presentation/preview-text.js";
import { locationOfRule } from "./presentation/rule-locations.js";
import { staleBlocks } from "./presentation/stale-note.js";
import {
  captureBlocks,
  otherRuleBlocks,
  reasonBlocks,
  verdictPieces,
} from "./presentation/verdict-reasons.js";

/**
 * A response that somebody wants explained: its parts, or what `curl -i` printed; as text, or as the bytes of a file, whose charset
 * is not known yet. A client sends bytes in base64.
 */
export type GivenResponse<Bytes = string> =
  | { readonly status: number | null; readonly body: string }
  | { readonly http: string }
  | { readonly status: number | null; readonly bodyBytes: Bytes }
  | { readonly httpBytes: Bytes };

/** The same as the server has read it. */
export type ReceivedResponse = GivenResponse<Uint8Array>;

/** What the bytes of a response were read as, for who shows it. */
export interface DecodedResponse {
  readonly status: number | null;
  readonly body: string;
  /** The charset's name in lower case. */
  readonly charset: string;
}

/** The verdict on a response and why, or what keeps it from being given. */
export type ResponseExplanation =
  | {
      readonly kind: "verdict";
      readonly verdict: Verdict;
      /** Why, as lines of plain text, and as markdown in which nothing from the response or the file is live. */
      readonly lines: readonly string[];
      readonly markdown: string;
      readonly decidedBy: Location | null;
      /** Null where the response was given as text. */
      readonly decoded: DecodedResponse | null;
    }
  /** The text is no answer, at that line from 1 on; null where no line is to blame. */
  | { readonly kind: "no-response"; readonly reason: string; readonly line: number | null }
  | { readonly kind: "no-mapping"; readonly reason: string };

/** Longer bodies have no place shown in them. */
const LARGEST_SHOWN = 4 * 1024 * 1024;

/** What a document's mapping says of a response, and why. */
export function explainResponse(
  document: AnalysedDocument,
  given: ReceivedResponse,
  places: Places,
): ResponseExplanation {
  const { usable } = document;
  if (usable === null) return { kind: "no-mapping", reason: reasonOf(document) };
  const read = readGiven(given);
  if (read.kind !== "response") return read;
  const subject = new Subject(read.response);
  const matcher = createMatcher(usable.mapping);
  const { verdict, rule } = matcher.decide(read.response);
  const others = matcher.holding(read.response).filter((holding) => holding !== rule);
  const blocks: readonly Block[] = [
    line([words("Gets "), ...verdictPieces(writeVerdict(verdict))], 300),
    ...charsetBlocks(read, subject.body),
    ...reasonBlocks(rule, subject.body.length > LARGEST_SHOWN ? null : subject, usable),
    ...captureBlocks(verdict, usable),
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
    decoded:
      read.charset === null
        ? null
        : { status: read.response.status ?? null, body: subject.body, charset: read.charset },
  };
}

interface ReadResponse {
  readonly kind: "response";
  readonly response: Response;
  readonly givenAs: GivenAs;
  /** By which the bytes were decoded; null for a text, which somebody else has decoded. */
  readonly charset: string | null;
  readonly notes: readonly CharsetNote[];
}

type NoResponse = Extract<ResponseExplanation, { readonly kind: "no-response" }>;

function readGiven(given: ReceivedResponse): ReadResponse | NoResponse {
  if ("body" in given)
    return { kind: "response", response: given, givenAs: "body", charset: null, notes: [] };
  if ("bodyBytes" in given) {
    const { body, charset, notes } = undeclaredBody(given.bodyBytes);
    return { kind: "response", response: { status: given.status, body }, givenAs: "body", charset, notes };
  }
  if ("http" in given) {
    const answer = readAnswerText(given.http, new TextEncoder());
    if (answer.kind === "fault") return noResponse(answer);
    return { kind: "response", response: answer, givenAs: "answer", charset: null, notes: [] };
  }
  const reading = readHttpAnswer(withoutBlanks(given.httpBytes));
  if (reading.kind === "fault") return noResponse(reading);
  const { status, body } = reading;
  const decoded = decodeBody(body, reading.charset, TextDecoder);
  const { charset, notes } = decoded;
  return { kind: "response", response: { status, body: decoded.body }, givenAs: "answer", charset, notes };
}

function noResponse({ reason, line }: HttpFault): NoResponse {
  return { kind: "no-response", reason, line };
}

/** A copied answer often has empty lines before it. */
function withoutBlanks(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09);
  return start < 1 ? bytes : bytes.subarray(start);
}

/** What is to be said of the charset of a body; in a text only U+FFFD tells of it. */
function charsetBlocks({ charset, notes, givenAs }: ReadResponse, body: string): readonly Block[] {
  const all =
    charset === null
      ? lostCharactersIn(body).map((lost) => ({ kind: "lost-characters", ...lost }) as const)
      : notes;
  if (all.length === 0) return [];
  const source = new SourceText(body);
  return all.map((note) =>
    line([words("Note: "), ...piecesOf(charsetNoteInPhrases(note, source, givenAs))], 500),
  );
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

function reasonOf({ findings }: AnalysedDocument): string {
  const problem = findings.find(({ finding }) => refuses(finding.name));
  return problem === undefined
    ? "the mapping cannot be run"
    : `the mapping cannot be run: ${problem.message}`;
}
