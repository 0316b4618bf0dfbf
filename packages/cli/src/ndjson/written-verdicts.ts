import type { Verdict } from "@responses/dsl";
import { BEFORE_VERDICT, type KeptText, type RecordedLines, SPACED_FROM } from "@responses/dsl/editor";
import { writeVerdictJson } from "./ndjson-line.js";

/** Verdicts that are kept at most: a mapping can take labels out of bodies. */
const MOST_KEPT = 1000;

type KeptByLabel = Map<string | null, KeptText>;

/** Writes verdicts as JSON, with what comes before them in a line; those without captures are mostly equal to earlier ones. */
export class WrittenVerdicts {
  /** By what comes before, and by outcome. */
  readonly #kept: readonly ReadonlyMap<Verdict["outcome"], KeptByLabel>[] = BEFORE_VERDICT.map(
    () => new Map(OUTCOMES.map((outcome) => [outcome, new Map()])),
  );
  #count = 0;

  /** What is to be put into one of the lines; null for a verdict that has to be written. */
  kept(verdict: Verdict, lines: RecordedLines, line: number): KeptText | null {
    const { outcome, label, captures } = verdict;
    for (const name in captures) if (Object.hasOwn(captures, name)) return null;
    const before = lines.beforeOf(line);
    const byLabel = this.#kept[before]?.get(outcome);
    const known = byLabel?.get(label);
    if (known !== undefined) return known;
    if (this.#count >= MOST_KEPT) return null;
    const kept = lines.keep(this.write(verdict, before));
    if (kept === null) return null;
    this.#count += 1;
    byLabel?.set(label, kept);
    return kept;
  }

  /** @param before the number of what comes before it */
  write(verdict: Verdict, before: number): string {
    return `${BEFORE_VERDICT[before]}${writeVerdictJson(verdict, before >= SPACED_FROM)}`;
  }
}

const OUTCOMES = ["success", "reject", "error", "unmapped"] as const;
