import { isUtf8 } from "node:buffer";
import type { Matcher, Verdict } from "@responses/dsl";
import { LineSplitter, type SplitLine } from "./line-splitter.js";
import { readNdjsonLine, withVerdict } from "./ndjson-line.js";

/** Where the lines with their verdicts go, and what is said about those that have none. */
export interface Sinks {
  /** Takes bytes of the output; the next are given when it is done. */
  write(bytes: Buffer): Promise<void>;
  /** Takes a line that could not be read: its number and column, both from 1, and what is wrong with it. */
  reject(bad: BadLine): void;
  /** Called after each chunk of the input. */
  advance(tally: Tally): Promise<void>;
}

export interface BadLine {
  readonly line: number;
  /** Null where the line as a whole is meant. */
  readonly column: number | null;
  readonly reason: string;
}

/** What a stream held so far. */
export interface Tally {
  /** All lines, the empty ones and the bad ones included. */
  readonly lines: number;
  readonly bad: number;
  readonly bytes: number;
  readonly verdicts: Readonly<Record<Verdict["outcome"], number>>;
  /** How many bodies hold U+FFFD, the mark of a lost character, and the line of the first; null where none does. */
  readonly lost: LostBodies | null;
}

export interface LostBodies {
  readonly bodies: number;
  readonly firstLine: number;
  /** Whether that line's own bytes are no UTF-8: else the mark came with it. */
  readonly isNotUtf8: boolean;
}

interface MutableTally extends Tally {
  lines: number;
  bad: number;
  bytes: number;
  readonly verdicts: Record<Verdict["outcome"], number>;
  lost: LostBodies | null;
}

/** A longer line is reported and left out. */
const LONGEST_LINE = 256 * 1024 * 1024;

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = Buffer.from("\n");

/**
 * Puts a verdict into each line of a stream of JSON lines. What stands outside the verdicts stays as it is, byte by byte:
 * line ends, empty lines, a byte order mark at the start. Lines that can't be read are left out and reported. It holds a
 * chunk of the stream and a line at a time, however long the stream is.
 */
export async function classifyLines(
  input: AsyncIterable<Buffer>,
  matcher: Matcher,
  sinks: Sinks,
): Promise<Tally> {
  const verdicts = { success: 0, reject: 0, error: 0, unmapped: 0 };
  const tally: MutableTally = { lines: 0, bad: 0, bytes: 0, verdicts, lost: null };
  const splitter = new LineSplitter(LONGEST_LINE);

  function* edited(split: SplitLine): Generator<Buffer> {
    tally.lines += 1;
    if (split.kind === "too-long") {
      tally.bad += 1;
      sinks.reject({ line: tally.lines, column: null, reason: "this line is longer than 256 MB" });
      return;
    }
    const marked = tally.lines === 1 && split.bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
    if (marked) yield BYTE_ORDER_MARK;
    const bytes = marked ? split.bytes.subarray(3) : split.bytes;
    const line = readNdjsonLine(bytes);
    if (line.kind === "bad") {
      tally.bad += 1;
      sinks.reject({ line: tally.lines, column: line.column, reason: line.reason });
      return;
    }
    if (line.kind === "blank") {
      yield bytes;
    } else {
      const verdict = matcher.match(line.response);
      tally.verdicts[verdict.outcome] += 1;
      if (line.holdsLost) {
        const first = tally.lost ?? { bodies: 0, firstLine: tally.lines, isNotUtf8: !isUtf8(bytes) };
        tally.lost = { ...first, bodies: first.bodies + 1 };
      }
      yield* withVerdict(bytes, line.place, verdict);
    }
    if (split.ended) yield LINE_FEED;
  }

  for await (const chunk of input) {
    tally.bytes += chunk.length;
    const output: Buffer[] = [];
    for (const line of splitter.push(chunk)) output.push(...edited(line));
    if (output.length > 0) await sinks.write(Buffer.concat(output));
    await sinks.advance(tally);
  }
  const last = splitter.end();
  if (last !== null) {
    for (const piece of edited(last)) await sinks.write(piece);
  }
  await sinks.advance(tally);
  return tally;
}
