import type { FileModel, Outcome, StatementModel } from "@responses/dsl";
import { memoized, writtenLabel } from "@responses/dsl/editor";
import { BestMatches } from "../../search/best-matches.js";

/** A label in use, and the outcome that it stands beside. */
export interface UsedLabel {
  readonly label: string;
  readonly outcome: Outcome;
  /** Whether a rule gives it; else an example expects it. */
  readonly isGiven: boolean;
}

/** The labels of some files, of thousands those that fit what is typed, by how near they are to an outcome. */
export interface LabelsByNearness {
  /** Examples expect them with the outcome, and no rule gives them. */
  readonly awaited: readonly UsedLabel[];
  /** Rules of the outcome give them. */
  readonly own: readonly UsedLabel[];
  readonly others: readonly UsedLabel[];
}

/** Where a label is wanted. */
interface LabelPlace {
  readonly files: readonly FileModel[];
  readonly typed: string;
  /** What stands there now, whose own label is no label in use. */
  readonly statement: StatementModel | null;
}

/** More than are shown at once, so that it shows that there are more. */
const MOST = 150;

/**
 * The labels that are near to an outcome, each in the order in which they come first; for no outcome in particular all are
 * own. A file may have thousands, so only those that can come to be shown are kept.
 */
export function labelsNear(
  outcome: Outcome | null,
  { files, typed, statement }: LabelPlace,
): LabelsByNearness {
  const awaited = awaitedLabels(outcome, files, statement);
  const own = new Shortlist(typed);
  const others = new Shortlist(typed);
  for (const { models } of files) {
    for (const model of models) {
      if (model.kind !== "rule" || model === statement) continue;
      const label = writtenLabel(model.label);
      if (label === null) continue;
      const isOwn = outcome === null || model.outcome === outcome;
      if (isOwn) awaited.delete(label);
      (isOwn ? own : others).offer({ label, outcome: model.outcome, isGiven: true });
    }
  }
  const waiting = new Shortlist(typed);
  for (const label of awaited.values()) waiting.offer(label);
  for (const label of expectedLabels(files, statement)) others.offer(label);
  return { awaited: waiting.labels, own: own.labels, others: others.labels };
}

/** What examples expect with the outcome, and, as long as nobody has looked at the rules, may wait for one. */
function awaitedLabels(
  outcome: Outcome | null,
  files: readonly FileModel[],
  statement: StatementModel | null,
): Map<string, UsedLabel> {
  const awaited = new Map<string, UsedLabel>();
  for (const used of expectedLabels(files, statement)) {
    if (outcome === null || used.outcome === outcome) awaited.set(used.label, used);
  }
  return awaited;
}

function* expectedLabels(files: readonly FileModel[], except: StatementModel | null): Iterable<UsedLabel> {
  for (const { models } of files) {
    for (const model of models) {
      if (model === except || model.kind !== "example" || model.verdict.outcome === "unmapped") continue;
      const { label, outcome } = model.verdict;
      if (label !== null) yield { label, outcome, isGiven: false };
    }
  }
}

/** Different labels, of thousands those that fit what is typed. */
class Shortlist {
  readonly #best: BestMatches<UsedLabel>;
  readonly #seen = new Set<string>();

  constructor(typed: string) {
    this.#best = new BestMatches(typed, MOST);
  }

  offer(used: UsedLabel): void {
    if (this.#best.isFull || this.#seen.has(used.label)) return;
    this.#seen.add(used.label);
    this.#best.offer(used.label, used);
  }

  get labels(): readonly UsedLabel[] {
    return this.#best.items;
  }
}

/** How many rules give a label, and how many examples expect it, by outcome. */
export interface LabelCounts {
  readonly rules: Readonly<Record<Outcome, number>>;
  readonly examples: Readonly<Record<Outcome, number>>;
}

/** Where a label is in use in some files. A file's labels are counted when first asked for, all in one go. */
export function countsOf(label: string, files: readonly FileModel[]): LabelCounts {
  return files
    .map((file) => countsIn(file).get(label) ?? UNUSED)
    .reduce((a, b) => ({ rules: sum(a.rules, b.rules), examples: sum(a.examples, b.examples) }), UNUSED);
}

const NONE: LabelCounts["rules"] = { success: 0, reject: 0, error: 0 };

/** Most labels are in use in one way only, and a file may have thousands. */
const UNUSED: LabelCounts = { rules: NONE, examples: NONE };

const countsIn = memoized((file: FileModel): ReadonlyMap<string, LabelCounts> => {
  const counts = new Map<string, LabelCounts>();
  for (const model of file.models) {
    const label = model.kind === "rule" ? writtenLabel(model.label) : null;
    if (model.kind !== "rule" || label === null) continue;
    const { rules, examples } = counts.get(label) ?? UNUSED;
    counts.set(label, { rules: oneMore(rules, model.outcome), examples });
  }
  for (const { label, outcome } of expectedLabels([file], null)) {
    const { rules, examples } = counts.get(label) ?? UNUSED;
    counts.set(label, { rules, examples: oneMore(examples, outcome) });
  }
  return counts;
});

function oneMore(counts: LabelCounts["rules"], outcome: Outcome): LabelCounts["rules"] {
  return {
    success: counts.success + (outcome === "success" ? 1 : 0),
    reject: counts.reject + (outcome === "reject" ? 1 : 0),
    error: counts.error + (outcome === "error" ? 1 : 0),
  };
}

function sum(a: LabelCounts["rules"], b: LabelCounts["rules"]): LabelCounts["rules"] {
  return { success: a.success + b.success, reject: a.reject + b.reject, error: a.error + b.error };
}
