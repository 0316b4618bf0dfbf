import type { Matcher, Response } from "@responses/dsl";
import { createRecordedLines, type RecordedLines } from "@responses/dsl/editor";
import { BlockTally } from "./block-tally.js";
import { areUsual, type LineNames, USUAL_NAMES } from "./line-names.js";
import { NOTHING_ODD, type Oddities, readNdjsonLine, writeVerdictJson } from "./ndjson-line.js";
import { Output } from "./output.js";
import type { BadLine, Tally } from "./tally.js";
import { WrittenVerdicts } from "./written-verdicts.js";

/** What became of a block of lines. Lines are numbered from 1 in the block. */
export interface ClassifiedBlock {
  /** The lines with their verdicts, without those that could not be read: in memory that the next block takes. */
  readonly output: Buffer;
  readonly bad: readonly BadLine[];
  readonly tally: Tally;
}

/** Gives the number of the rule that decides a response, -1 for none. */
export type RuleOf = (response: Response) => number;

/** What a line has instead of some of its bytes. */
interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a line comes to be longer by, about. */
const LENGTH_OF_VERDICT = 90;

/** So many lines without a status are parsed of each stretch, to see what they have instead: to parse all would take long. */
const MOST_LOOKED_INTO = 20;

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const LINE_FEED = 0x0a;

/**
 * Puts verdicts into blocks of JSON lines. What stands outside the verdicts stays as it is, byte by byte: line ends, empty lines,
 * a byte order mark at the start.
 */
export class BlockClassifier {
  readonly #match: Matcher["match"];
  readonly #lines: RecordedLines | null;
  readonly #names: LineNames;
  readonly #quotedStatus: boolean;
  readonly #ruleOf: RuleOf | null;
  readonly #written: WrittenVerdicts;
  readonly #output = new Output();

  /**
   * @param lines reads what many lines say at once; null to parse each, as those with other names have to be
   * @param ruleOf gives the number of the rule that decides a response, -1 for none; null where nobody asks
   * @param quotedStatus whether a whole number in quotation marks is a status
   */
  constructor(
    match: Matcher["match"],
    lines = createRecordedLines(),
    names = USUAL_NAMES,
    ruleOf: RuleOf | null = null,
    quotedStatus = false,
  ) {
    this.#match = match;
    this.#lines = areUsual(names) && !quotedStatus ? lines : null;
    this.#quotedStatus = quotedStatus;
    this.#names = names;
    this.#ruleOf = ruleOf;
    this.#written = new WrittenVerdicts();
  }

  /** @param isFirst whether the stream begins with the block */
  classify(block: Buffer, isFirst: boolean): ClassifiedBlock {
    const output = this.#output;
    output.begin(block.length + Math.ceil(block.length / 4) + 2 * LENGTH_OF_VERDICT);
    const tally = new BlockTally();
    let at = isFirst && block.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    output.add(block.subarray(0, at));
    while (at < block.length) {
      const lines = this.#lines;
      const count = lines === null ? 0 : lines.take(block, at);
      if (lines === null || count === 0) {
        at = this.#classifyLine(block, at, tally);
      } else {
        this.#classifyLines(block, lines, count, tally);
        at = lines.end;
      }
    }
    return { output: output.bytes(), bad: tally.bad, tally: tally.end(block.length) };
  }

  /** Classifies lines of the block that were taken on, and writes them. */
  #classifyLines(block: Buffer, lines: RecordedLines, count: number, tally: BlockTally): void {
    // What stands before, and the lines with lower numbers, have been written.
    let at = lines.startOf(0);
    let first = 0;
    let looked = 0;
    for (let line = 0; line < count; line += 1) {
      tally.lines += 1;
      const kind = lines.kindOf(line);
      if (kind === "blank") continue;
      let text = "";
      if (kind === "response") {
        const response = { status: lines.statusOf(line), body: lines.bodyOf(line) };
        const verdict = this.#match(response);
        const own = block.subarray(lines.startOf(line), lines.endOf(line));
        const isOdd = response.body === null || !Number.isInteger(response.status);
        const oddities =
          isOdd && (looked++ < MOST_LOOKED_INTO || response.body === null || mayHaveStatus(own))
            ? odditiesOf(own)
            : NOTHING_ODD;
        tally.add(verdict, lines.holdsLost(line) ? own : null, oddities, this.#ruleOf?.(response) ?? null);
        const kept = this.#written.kept(verdict, lines, line);
        if (kept !== null) {
          lines.put(line, kept);
          continue;
        }
        text = this.#written.write(verdict, lines.beforeOf(line));
      } else {
        const start = lines.startOf(line);
        const next = line + 1 < count ? lines.startOf(line + 1) : lines.end;
        const edit = this.#edit(block.subarray(start, next), tally);
        if (edit === null) continue;
        lines.setPlace(line, start + edit.start, start + edit.end);
        text = edit.text;
      }
      this.#output.add(lines.written(first, line, at, lines.placeStartOf(line)));
      this.#output.write(text);
      at = lines.placeEndOf(line);
      first = line + 1;
    }
    this.#output.add(lines.written(first, count, at, lines.end));
  }

  /** Classifies and writes the line that begins at the offset. Gives where the next begins. */
  #classifyLine(block: Buffer, start: number, tally: BlockTally): number {
    const lineFeed = block.indexOf(LINE_FEED, start);
    const next = lineFeed < 0 ? block.length : lineFeed + 1;
    const line = block.subarray(start, next);
    tally.lines += 1;
    const edit = this.#edit(line, tally);
    if (edit === null) {
      this.#output.add(line);
    } else {
      this.#output.add(line.subarray(0, edit.start));
      this.#output.write(edit.text);
      this.#output.add(line.subarray(edit.end));
    }
    return next;
  }

  /** Parses a line, which can end with a line feed, and classifies it: null if nothing is to be changed. */
  #edit(lineWithFeed: Buffer, tally: BlockTally): LineEdit | null {
    const { length } = lineWithFeed;
    const line = lineWithFeed[length - 1] === LINE_FEED ? lineWithFeed.subarray(0, -1) : lineWithFeed;
    const read = readNdjsonLine(line, this.#names, this.#quotedStatus);
    if (read.kind === "blank") return null;
    if (read.kind === "bad") {
      tally.addBad(read.column, read.reason);
      return { start: 0, end: length, text: "" };
    }
    const verdict = this.#match(read.response);
    const rule = this.#ruleOf?.(read.response) ?? null;
    tally.add(verdict, read.holdsLost ? line : null, read.oddities, rule);
    const { start, end, before, spaced } = read.place;
    return { start, end, text: before + writeVerdictJson(verdict, spaced) };
  }
}

/** Whether the name stands in a line, or something that could be one in escapes. */
function mayHaveStatus(line: Buffer): boolean {
  return line.includes('"status"') || line.includes("\\u");
}

function odditiesOf(line: Buffer): Oddities {
  const read = readNdjsonLine(line);
  return read.kind === "response" ? read.oddities : NOTHING_ODD;
}
