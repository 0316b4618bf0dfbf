import { quoted } from "../findings/quoted.js";
import { decodeUtf8Run } from "../runtime/utf8.js";
import { invalidUtf8In } from "../text/invalid-utf8.js";
import { bareStatus } from "./bare-status.js";
import { charsetIn } from "./body-charset.js";
import { readTranscript } from "./curl-transcript.js";
import { latin1 } from "./latin1.js";
import { isInterim, leadsToAnother, type StatusLine } from "./leading-answer.js";
import { beginsWithCommand, shellOutputs } from "./shell-session.js";

/** What `curl -i` printed, or `curl -v` showed: the last answer's status and body. */
export type HttpReading = HttpAnswer | HttpFault;

export interface HttpAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly body: Uint8Array;
  /** Where the body begins in the bytes that were read. */
  readonly bodyStart: number;
  /** How the body is still compressed, in lower case; null for a body that is as the remote system meant it. */
  readonly encoding: string | null;
  /** The charset that `Content-Type` declares, as it is written there; null where it declares none. */
  readonly charset: string | null;
}

export interface HttpFault {
  readonly kind: "fault";
  readonly reason: string;
  /** From 1; null where no line is to blame. */
  readonly line: number | null;
  /** Whether it ends inside the headers: whoever copies an answer without a body leaves out the empty line behind them. */
  readonly isCutShort: boolean;
}

interface Header {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** A status line with its headers, up to behind the empty line. */
interface Block extends StatusLine {
  readonly kind: "block";
  readonly headers: readonly Header[];
  readonly end: number;
  /** How many lines it has, the empty one included. */
  readonly lines: number;
}

/**
 * Reads an HTTP answer as `curl -i` prints it: status line (the one of HTTP/2 and HTTP/3, which has no reason, too),
 * headers, an empty line, and the body as bytes. Of several header blocks (100 Continue, a proxy's answer to CONNECT, the
 * redirects that `-L` follows) the last one counts. curl has put chunks together already; a body that is still compressed
 * is handed back as it is. What `curl -v` shows is read as what `curl -i` prints. A command that was copied along is passed
 * over (of several the last one's output counts), and a status may stand by itself before JSON or XML. Never throws.
 */
export function readHttpAnswer(bytes: Uint8Array): HttpReading {
  const outputs = beginsWithCommand(latin1(bytes.subarray(0, LONGEST_COMMAND_LINE)))
    ? shellOutputs(latin1(bytes))
    : null;
  const output = outputs?.at(-1);
  if (output === undefined) return readOutput(bytes);
  const reading = readOutput(bytes.subarray(output.start, output.end));
  if (reading.kind === "answer") return { ...reading, bodyStart: output.start + reading.bodyStart };
  return reading.line === null
    ? reading
    : { ...reading, line: feedsBefore(bytes, output.start) + reading.line };
}

/** A longer command is none. */
const LONGEST_COMMAND_LINE = 16 * 1024;

function feedsBefore(bytes: Uint8Array, end: number): number {
  let feeds = 0;
  for (let at = 0; at < end; at++) if (bytes[at] === 0x0a) feeds++;
  return feeds;
}

function readOutput(bytes: Uint8Array): HttpReading {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const bare = bareStatus(latin1(bytes.subarray(start, start + LONGEST_STATUS)));
  if (bare !== null) {
    const bodyStart = start + bare.bodyStart;
    const body = bytes.subarray(bodyStart);
    return { kind: "answer", status: bare.status, body, bodyStart, encoding: null, charset: null };
  }
  const transcript = readTranscript(bytes.subarray(start));
  if (transcript === null) return readPrinted(bytes);
  const reading = readPrinted(transcript.bytes);
  if (reading.kind === "answer")
    return { ...reading, bodyStart: start + transcript.placeOf(reading.bodyStart) };
  return reading.line === null ? reading : { ...reading, line: transcript.lineOf(reading.line) };
}

/** As much is read to find a status that stands by itself. */
const LONGEST_STATUS = 256;

function readPrinted(bytes: Uint8Array): HttpReading {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 1;
  const first = readBlock(bytes, at, line);
  if (first.kind === "fault") return first;
  let block = first;
  for (;;) {
    at = block.end;
    line += block.lines;
    if (!mayBeFollowed(block, bytes.length - at)) break;
    const next = readBlock(bytes, at, line);
    // What does not read as another block is the body.
    if (next.kind === "fault" && isInterim(block.status)) return next;
    if (next.kind === "fault") break;
    block = next;
  }
  const body = bytes.subarray(at);
  const charset = charsetIn(headerOf(block.headers, "content-type") ?? "");
  const encoding = encodingOf(block, body);
  return { kind: "answer", status: block.status, body, bodyStart: at, encoding, charset };
}

/** Whether another header block can stand behind this one. A body of exactly the stated length is the end, whatever it looks like. */
function mayBeFollowed(block: Block, left: number): boolean {
  if (isInterim(block.status)) return true;
  const headerOfBlock = (name: string) => headerOf(block.headers, name);
  if (headerOfBlock("content-length") === `${left}` || left === 0) return false;
  return leadsToAnother(block, headerOfBlock);
}

/** The value of the last header of that name; null where there is none. */
function headerOf(headers: readonly Header[], wanted: string): string | null {
  return headers.findLast(({ name }) => name === wanted)?.value ?? null;
}

function readBlock(bytes: Uint8Array, start: number, firstLine: number): Block | HttpFault {
  let text = lineAt(bytes, start);
  const status = text === null ? null : statusOf(text.content);
  if (status === null) return noStatusLine(bytes, start, firstLine, text?.content ?? "");
  const headers: Header[] = [];
  for (let lines = 1; ; lines += 1) {
    text = text === null ? null : lineAt(bytes, text.end);
    if (text === null)
      return {
        ...fault("it ends inside the headers: an empty line must follow them", firstLine + lines),
        isCutShort: true,
      };
    if (text.content === "") return { kind: "block", ...status, headers, end: text.end, lines: lines + 1 };
    const last = headers.at(-1);
    if (last !== undefined && /^[ \t]/.test(text.content)) {
      headers[headers.length - 1] = { ...last, value: `${last.value} ${text.content.trim()}` };
      continue;
    }
    const colon = text.content.indexOf(":");
    if (colon < 1) {
      const reason = `${quoted(text.content)} is no header (name: value); an empty line must stand before the body`;
      return fault(reason, firstLine + lines);
    }
    headers.push({
      name: text.content.slice(0, colon).trim().toLowerCase(),
      value: text.content.slice(colon + 1).trim(),
    });
  }
}

/** More of a line is not looked at: it is no header, but a body of any size. */
const LONGEST_LINE = 1024 * 1024;

/** The line that begins at `start`, without CRLF or LF; null at the end of the bytes. */
function lineAt(bytes: Uint8Array, start: number): { readonly content: string; readonly end: number } | null {
  if (start >= bytes.length) return null;
  const feed = bytes.indexOf(0x0a, start);
  const end = feed === -1 ? bytes.length : feed;
  const contentEnd = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
  const content = latin1(bytes.subarray(start, Math.min(contentEnd, start + LONGEST_LINE)));
  return { content, end: feed === -1 ? end : end + 1 };
}

/** What a status line says; null for any other line. */
function statusOf(line: string): StatusLine | null {
  const [, digits, reason = ""] = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: (.*))?$/.exec(line) ?? [];
  return digits === undefined ? null : { status: Number(digits), reason: reason.trim() };
}

function noStatusLine(bytes: Uint8Array, start: number, line: number, content: string): HttpFault {
  if (start >= bytes.length) return fault("there is no answer in it: it ends before a status line", null);
  const [one, two] = [bytes[start], bytes[start + 1]];
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) {
    return fault(
      "it was saved as UTF-16, which changes the body; let curl write it itself (curl -i --output FILE)",
      null,
    );
  }
  if (/^[*<>] /.test(content))
    return fault(
      "this looks like the output of curl -v, but the head of an answer (< HTTP/…) is not in it; curl -i prints what is needed",
      line,
    );
  const found = content === "" ? "an empty line" : quoted(content);
  return fault(`a status line like "HTTP/1.1 200 OK" is expected here, not ${found}`, line);
}

function fault(reason: string, line: number | null): HttpFault {
  return { kind: "fault", reason, line, isCutShort: false };
}

/**
 * curl leaves `content-encoding` in the headers after it has decompressed the body itself, so only a body that is no text
 * (compressed ones never are) is still compressed.
 */
function encodingOf({ headers }: Block, body: Uint8Array): string | null {
  const encoding = headerOf(headers, "content-encoding")?.toLowerCase() ?? "";
  return encoding === "" || encoding === "identity" || isText(body) ? null : encoding;
}

/** What is compressed shows in far fewer bytes that it is no text. */
const BYTES_LOOKED_AT = 4096;

function isText(body: Uint8Array): boolean {
  let end = Math.min(body.length, BYTES_LOOKED_AT);
  // The character at the border may be cut through.
  if (end < body.length) {
    while (end > 0 && ((body[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  }
  const start = body.subarray(0, end);
  return invalidUtf8In(start, decodeUtf8Run(start)) === null;
}
