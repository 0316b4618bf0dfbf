import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { quoted } from "@responses/dsl";

/** What `curl -i` printed: the last answer's status and body. */
export type HttpReading =
  | { readonly kind: "answer"; readonly status: number; readonly body: Uint8Array }
  | {
      readonly kind: "fault";
      readonly reason: string;
      /** From 1; null where no line is to blame. */
      readonly line: number | null;
    };

interface Header {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** A status line with its headers, up to behind the empty line. */
interface Block {
  readonly kind: "block";
  readonly status: number;
  readonly headers: readonly Header[];
  readonly end: number;
  /** How many lines it has, the empty one included. */
  readonly lines: number;
}

type Fault = Extract<HttpReading, { kind: "fault" }>;

/** A compressed body must not become larger than this. */
const LARGEST_BODY = 256 * 1024 * 1024;

/**
 * Reads an HTTP answer as `curl -i` prints it: status line (the one of HTTP/2 and HTTP/3, which has no reason, too),
 * headers, an empty line, and the body as bytes. Of several header blocks (100 Continue, a proxy's answer to CONNECT, the
 * redirects that `-L` follows) the last one counts. curl has put chunks together already; a body that is still compressed
 * is decompressed here. Never throws.
 */
export function readHttpAnswer(bytes: Buffer): HttpReading {
  let at = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
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
  return decompressed(block, bytes.subarray(at));
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Whether another header block can stand behind this one. It always does behind an interim answer. A success that has a
 * body of its own is the end (a proxy's answer to CONNECT has none), whatever its body looks like; so is a body of
 * exactly the stated length.
 */
function mayBeFollowed({ status, headers }: Block, left: number): boolean {
  if (isInterim(status)) return true;
  const headerOf = (wanted: string): string | null =>
    headers.findLast(({ name }) => name === wanted)?.value ?? null;
  const length = headerOf("content-length");
  if (length === `${left}` || left === 0) return false;
  const succeeded = status >= 200 && status < 300;
  const hasBody =
    headerOf("content-type") ?? headerOf("transfer-encoding") ?? (length === "0" ? null : length);
  return !(succeeded && hasBody !== null);
}

function isInterim(status: number): boolean {
  return status >= 100 && status < 200;
}

function readBlock(bytes: Buffer, start: number, firstLine: number): Block | Fault {
  let text = lineAt(bytes, start);
  const status = text === null ? null : statusOf(text.content);
  if (status === null) return noStatusLine(bytes, start, firstLine, text?.content ?? "");
  const headers: Header[] = [];
  for (let lines = 1; ; lines += 1) {
    text = text === null ? null : lineAt(bytes, text.end);
    if (text === null)
      return fault("it ends inside the headers: an empty line must follow them", firstLine + lines);
    if (text.content === "") return { kind: "block", status, headers, end: text.end, lines: lines + 1 };
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
function lineAt(bytes: Buffer, start: number): { readonly content: string; readonly end: number } | null {
  if (start >= bytes.length) return null;
  const feed = bytes.indexOf(0x0a, start);
  const end = feed === -1 ? bytes.length : feed;
  const contentEnd = end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
  const content = bytes.toString("latin1", start, Math.min(contentEnd, start + LONGEST_LINE));
  return { content, end: feed === -1 ? end : end + 1 };
}

/** The status of a status line; null for any other line. */
function statusOf(line: string): number | null {
  const digits = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: .*)?$/.exec(line)?.[1];
  return digits === undefined ? null : Number(digits);
}

function noStatusLine(bytes: Buffer, start: number, line: number, content: string): Fault {
  if (start >= bytes.length) return fault("there is no answer in it: it ends before a status line", null);
  const [one, two] = [bytes[start], bytes[start + 1]];
  if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff)) {
    return fault(
      "it was saved as UTF-16, which changes the body; let curl write it itself (curl -i --output FILE)",
      null,
    );
  }
  if (/^[*<>] /.test(content))
    return fault("this looks like the output of curl -v; curl -i prints what is needed", line);
  const found = content === "" ? "an empty line" : quoted(content);
  return fault(`a status line like "HTTP/1.1 200 OK" is expected here, not ${found}`, line);
}

function fault(reason: string, line: number | null): Fault {
  return { kind: "fault", reason, line };
}

const DECOMPRESSORS: ReadonlyMap<
  string,
  (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array
> = new Map([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["deflate", inflateSync],
  ["br", brotliDecompressSync],
]);

/**
 * The answer with its body as the remote system meant it. curl leaves `content-encoding` in the headers after it has
 * decompressed the body itself, so only a body that is no text (compressed ones never are) is still compressed.
 */
function decompressed({ status, headers }: Block, body: Buffer): HttpReading {
  const encoding =
    headers.findLast(({ name }) => name === "content-encoding")?.value.toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "" || isUtf8(body)) return { kind: "answer", status, body };
  const advice = "ask curl to decompress it with --compressed, or delete the header content-encoding";
  const decompress = DECOMPRESSORS.get(encoding);
  if (decompress === undefined) {
    return fault(`the body is compressed (content-encoding: ${quoted(encoding)}); ${advice}`, null);
  }
  try {
    return { kind: "answer", status, body: decompress(body, { maxOutputLength: LARGEST_BODY }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const problem = tooLarge ? "becomes larger than 256 MB" : "cannot be decompressed";
    return fault(`the body (content-encoding: ${encoding}) ${problem}; ${advice}`, null);
  }
}
