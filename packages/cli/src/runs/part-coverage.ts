import type { CoveredPart } from "@responses/dsl/editor";

/** The captures, labels and members of lists of a file, and which of them no example of a run covers. */
export interface PartCoverage {
  /** How many there are of each kind; of rules that no example decides none is counted. */
  readonly counts: Readonly<Record<CoveredPart["kind"], number>>;
  readonly uncovered: readonly CoveredPart[];
}

/** The parts that examples of any mapping of a run cover: a file of shared rules is tested by the files that include it. */
export class RunParts {
  readonly #parts = new Map<string, CoveredPart>();

  add(parts: readonly CoveredPart[]): void {
    for (const part of parts) {
      const key = keyOf(part);
      if (part.isCovered || !this.#parts.has(key)) this.#parts.set(key, part);
    }
  }

  /** What is known of the parts that stand in the file of each path, in their order. */
  byFile(): ReadonlyMap<string, PartCoverage> {
    const found = new Map<
      string,
      { counts: Record<CoveredPart["kind"], number>; uncovered: CoveredPart[] }
    >();
    for (const part of [...this.#parts.values()].sort((a, b) => startOf(a) - startOf(b))) {
      const { path } = part.of.file;
      const own = found.get(path) ?? { counts: { capture: 0, label: 0, member: 0 }, uncovered: [] };
      own.counts[part.kind] += 1;
      if (!part.isCovered) own.uncovered.push(part);
      found.set(path, own);
    }
    return found;
  }
}

/** Of a file whose examples were not run, or without such parts. */
export const NO_PARTS: PartCoverage = { counts: { capture: 0, label: 0, member: 0 }, uncovered: [] };

/** The part as the file has it. */
export function textOfPart({ of, span }: CoveredPart): string {
  return of.statement.syntax.text.slice(span.from, span.to);
}

function startOf({ of, span }: CoveredPart): number {
  return of.statement.start + span.from;
}

function keyOf(part: CoveredPart): string {
  return `${part.kind} ${startOf(part)} ${part.of.file.path}`;
}
