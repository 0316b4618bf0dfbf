import { decodeUtf8Run, dropMark } from "../runtime/utf8.js";
import { bareStatus } from "./bare-status.js";
import { isTranscript } from "./curl-transcript.js";
import { type HttpFault, readHttpAnswer } from "./http-answer.js";
import { printedAnswers } from "./printed-answers.js";
import { printedTranscripts } from "./printed-transcripts.js";
import { type OneOfGiven, responseLines } from "./response-lines.js";
import { type ShellOutput, shellOutputs } from "./shell-session.js";

/** A response as somebody gives it in a text: a body by itself, or a whole answer with its status. */
export interface GivenText {
  readonly kind: "response";
  readonly form: "body" | "answer";
  /** Null for a body by itself. */
  readonly status: number | null;
  /** Without a byte order mark. */
  readonly body: string;
  /** Where the body begins in the text: a UTF-16 offset. */
  readonly bodyStart: number;
}

/** Writes UTF-8, as the host's `TextEncoder` does. */
export interface Utf8Writer {
  encode(text: string): Uint8Array;
}

/**
 * Whether a text is more than a body: a whole answer, as `curl -i` prints it or `curl -v` shows it, or a status before JSON or XML. Empty
 * lines before it, and the command that asked for it, came along when it was copied. Linear.
 */
export function isWholeAnswer(text: string): boolean {
  const { start, end } = answerIn(text);
  const answer = text.slice(start, end);
  return bareStatus(answer) !== null || isPrintedAnswer(answer);
}

function isPrintedAnswer(answer: string): boolean {
  return /^HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/.test(answer) || isTranscript(answer);
}

/** The same of bytes in any charset: what tells is ASCII. Of a body only its beginning is looked at. */
export function isWholeAnswerIn(bytes: Uint8Array): boolean {
  return isWholeAnswer(decodeUtf8Run(bytes.subarray(0, LONGEST_BEGINNING)));
}

/** Bytes looked at: what curl tells of a connection stands before a head. */
const LONGEST_BEGINNING = 64 * 1024;

/** A text that somebody copied without a command that came along: what the last one printed. Linear. */
export function withoutCommand(text: string): string {
  const { start, end } = outputIn(text);
  return text.slice(start, end);
}

/** What the last command printed, in a text that begins with one; else all of the text. */
function outputIn(text: string): ShellOutput {
  return shellOutputs(text)?.at(-1) ?? { start: 0, end: text.length };
}

/** The same from the first character on that can belong to an answer. */
function answerIn(text: string): ShellOutput {
  const { start, end } = outputIn(text);
  return { start: start + blanksBefore(text.slice(start, end)), end };
}

/**
 * The response that a text is which somebody copied: a whole answer if it begins like one, else a body, without the command that asked for
 * it. Linear; never throws.
 */
export function readGivenText(text: string, utf8: Utf8Writer): GivenText | HttpFault {
  if (isWholeAnswer(text)) return readAnswerText(text, utf8);
  const { start, end } = outputIn(text);
  const body = dropMark(text.slice(start, end));
  return { kind: "response", form: "body", status: null, body, bodyStart: end - body.length };
}

/**
 * The responses that a text is which somebody copied: what several commands printed, lines that each hold one (JSON, a status and JSON
 * or XML, a record with `status` and `body`), or answers one below the other; else the one that it is. What can be read as nothing else is a body. Linear; never throws.
 */
export function readGivenTexts(text: string, utf8: Utf8Writer): readonly OneOfGiven[] {
  const outputs = shellOutputs(text) ?? [];
  if (outputs.length > 1)
    return outputs.flatMap(({ start, end }) => readGivenTexts(text.slice(start, end), utf8));
  const { start, end } = answerIn(text);
  const output = text.slice(start, end);
  const lines = responseLines(output);
  if (lines !== null) return lines;
  const transcripts = printedTranscripts(output);
  const answers = transcripts.length > 1 ? transcripts : printedAnswers(output);
  if (answers.length > 1)
    return answers.flatMap((one) => readGivenTexts(text.slice(start + one.start, start + one.end), utf8));
  const given = readGivenText(text, utf8);
  return [given.kind === "fault" ? { status: null, body: text } : { status: given.status, body: given.body }];
}

/**
 * The answer that a text is, as `readHttpAnswer` reads its bytes. What headers say of charset and compression was undone
 * before it was a text. Linear; never throws.
 */
export function readAnswerText(text: string, utf8: Utf8Writer): GivenText | HttpFault {
  const reading = readAnswer(text, utf8);
  return reading.kind === "fault" && reading.isCutShort ? readAnswer(`${text}\n\n`, utf8) : reading;
}

function readAnswer(text: string, utf8: Utf8Writer): GivenText | HttpFault {
  const { start: before, end } = answerIn(text);
  const bytes = utf8.encode(text.slice(before, end));
  const reading = readHttpAnswer(bytes);
  if (reading.kind === "fault")
    return reading.line === null
      ? reading
      : { ...reading, line: feedsIn(text.slice(0, before)) + reading.line };
  const { status, bodyStart } = reading;
  const written = decodeUtf8Run(reading.body);
  const body = dropMark(written);
  const head = decodeUtf8Run(bytes.subarray(0, bodyStart));
  const start = before + head.length + written.length - body.length;
  return { kind: "response", form: "answer", status, body, bodyStart: start };
}

function feedsIn(text: string): number {
  return text.match(/\n/g)?.length ?? 0;
}

/** Characters before the first that can belong to an answer. The meter of progress begins with blanks. */
function blanksBefore(text: string): number {
  const blanks = /^\uFEFF?\s*/.exec(text)?.[0] ?? "";
  return /^% Total/.test(text.slice(blanks.length, blanks.length + 10)) && !blanks.endsWith("\n")
    ? blanks.lastIndexOf("\n") + 1
    : blanks.length;
}
