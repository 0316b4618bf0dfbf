import { isUtf8 } from "node:buffer";
import type { Verdict } from "@responses/dsl";
import type { Oddities } from "./ndjson-line.js";
import { type BadLine, countLabel, type LostBodies, type OddLines, type Tally, withNames } from "./tally.js";

/** Counts what a block holds, line by line. */
export class BlockTally {
  /** How many lines were begun. */
  lines = 0;
  readonly bad: BadLine[] = [];
  readonly #verdicts = { success: 0, reject: 0, error: 0, unmapped: 0 };
  #lost: LostBodies | null = null;
  #unread = 0;
  #withoutBody: OddLines | null = null;
  #oddStatus: OddLines | null = null;
  #otherStatus: OddLines | null = null;
  readonly #labels = new Map<string, number>();
  readonly #rules = new Map<number, number>();

  /**
   * The verdict on the line that was begun last.
   *
   * @param lost the line, if its body holds U+FFFD
   * @param rule the number of the rule that decided; null where nobody asked, -1 for none
   */
  add(
    { outcome, label }: Verdict,
    lost: Buffer | null,
    { namesWithoutBody, isUnread, hasOddStatus, otherStatusName }: Oddities,
    rule: number | null,
  ): void {
    this.#verdicts[outcome] += 1;
    if (label !== null) countLabel(this.#labels, `${outcome} ${label}`, 1);
    if (rule !== null) this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + 1);
    if (namesWithoutBody !== null)
      this.#withoutBody = oneMore(this.#withoutBody, this.lines, namesWithoutBody);
    if (isUnread) this.#unread += 1;
    if (otherStatusName !== null)
      this.#otherStatus = oneMore(this.#otherStatus, this.lines, [otherStatusName]);
    if (hasOddStatus) this.#oddStatus = oneMore(this.#oddStatus, this.lines, []);
    if (lost === null) return;
    const first: LostBodies = this.#lost ?? { bodies: 0, firstLine: this.lines, isNotUtf8: !isUtf8(lost) };
    this.#lost = { ...first, bodies: first.bodies + 1 };
  }

  /** The line that was begun last could not be read. */
  addBad(column: number | null, reason: string): void {
    this.bad.push({ line: this.lines, column, reason });
  }

  /** @param bytes of the block */
  end(bytes: number): Tally {
    return {
      lines: this.lines,
      bad: this.bad.length,
      bytes,
      verdicts: this.#verdicts,
      lost: this.#lost,
      unread: this.#unread,
      withoutBody: this.#withoutBody,
      oddStatus: this.#oddStatus,
      otherStatus: this.#otherStatus,
      labels: this.#labels,
      rules: this.#rules,
    };
  }
}

function oneMore(before: OddLines | null, line: number, names: readonly string[]): OddLines {
  if (before === null) return { lines: 1, firstLine: line, names };
  return { ...before, lines: before.lines + 1, names: withNames(before.names, names) };
}
