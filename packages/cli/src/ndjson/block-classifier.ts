import { isUtf8 } from "node:buffer";
import type { Matcher, Verdict } from "@responses/dsl";
import { createLineReader } from "./line-reader.js";
import { writeVerdictJson } from "./ndjson-line.js";
import { Output } from "./output.js";
import type { BadLine, LostBodies, Tally } from "./tally.js";

/** What became of a block of lines. Lines are numbered from 1 in the block. */
export interface ClassifiedBlock {
  /** The lines with their verdicts, without those that could not be read: in memory that the next block takes. */
  readonly output: Buffer;
  readonly bad: readonly BadLine[];
  readonly tally: Tally;
}

/** What a line comes to be longer by, about. */
const LENGTH_OF_VERDICT = 90;

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 0x0a;

/**
 * Puts verdicts into blocks of JSON lines. What stands outside the verdicts stays as it is, byte by byte: line ends, empty lines,
 * a byte order mark at the start.
 */
export class BlockClassifier {
  readonly #match: Matcher["match"];
  readonly #readLine = createLineReader();
  readonly #written = new WrittenVerdicts();
  readonly #output = new Output();

  constructor(match: Matcher["match"]) {
    this.#match = match;
  }

  /** @param isFirst whether the stream begins with the block */
  classify(block: Buffer, isFirst: boolean): ClassifiedBlock {
    const verdicts = { success: 0, reject: 0, error: 0, unmapped: 0 };
    const output = this.#output;
    output.begin(block.length + Math.ceil(block.length / 4) + 2 * LENGTH_OF_VERDICT);
    const bad: BadLine[] = [];
    let lost: LostBodies | null = null;
    let lines = 0;
    // What stands before has been copied or left out.
    let copied = 0;
    let start = isFirst && block.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    for (let next = 0; next < block.length; start = next) {
      const lineFeed = block.indexOf(LINE_FEED, start);
      const end = lineFeed < 0 ? block.length : lineFeed;
      next = lineFeed < 0 ? end : end + 1;
      lines += 1;
      const bytes = block.subarray(start, end);
      const line = this.#readLine(bytes);
      if (line.kind === "blank") continue;
      if (line.kind === "bad") {
        bad.push({ line: lines, column: line.column, reason: line.reason });
        output.copy(block, copied, start);
        copied = next;
        continue;
      }
      const verdict = this.#match(line.response);
      verdicts[verdict.outcome] += 1;
      if (line.holdsLost) {
        const first: LostBodies = lost ?? { bodies: 0, firstLine: lines, isNotUtf8: !isUtf8(bytes) };
        lost = { ...first, bodies: first.bodies + 1 };
      }
      const { place } = line;
      output.copy(block, copied, start + place.start);
      output.write(place.before + this.#written.write(verdict, place.spaced));
      copied = start + place.end;
    }
    output.copy(block, copied, block.length);
    const tally = { lines, bad: bad.length, bytes: block.length, verdicts, lost };
    return { output: output.bytes(), bad, tally };
  }
}

/** Verdicts that are kept at most, and their length: a mapping can take labels out of bodies. */
const MOST_KEPT = 1000;
const LONGEST_KEPT = 500;

/** Writes verdicts as JSON; those without captures are mostly equal to earlier ones. */
class WrittenVerdicts {
  readonly #known = new Map<string, string>();

  write(verdict: Verdict, spaced: boolean): string {
    for (const name in verdict.captures) {
      if (Object.hasOwn(verdict.captures, name)) return writeVerdictJson(verdict, spaced);
    }
    const { outcome, label } = verdict;
    const key = `${spaced ? " " : ""}${outcome}${label === null ? "" : ` ${label}`}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const written = writeVerdictJson(verdict, spaced);
    const isKept = this.#known.size < MOST_KEPT && written.length < LONGEST_KEPT;
    if (isKept) this.#known.set(key, written);
    return written;
  }
}
