import { type FileModel, OUTCOMES, type Outcome } from "@responses/dsl";

/** Where a label is in use in a file: how many rules give it, and how many examples expect it, by outcome. */
export interface LabelUse {
  readonly label: string;
  readonly rules: Readonly<Record<Outcome, number>>;
  readonly examples: Readonly<Record<Outcome, number>>;
}

interface GrowingUse {
  readonly label: string;
  readonly rules: Record<Outcome, number>;
  readonly examples: Record<Outcome, number>;
}

const known = new WeakMap<FileModel, ReadonlyMap<string, LabelUse>>();

/** The labels of a file, in the order in which they come first. */
export function labelUsesIn(file: FileModel): ReadonlyMap<string, LabelUse> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const uses = new Map<string, GrowingUse>();
  const use = (label: string): GrowingUse => {
    const found = uses.get(label) ?? { label, rules: noUses(), examples: noUses() };
    uses.set(label, found);
    return found;
  };
  for (const model of file.models) {
    if (model.kind === "rule") {
      const label = model.label.kind === "fixed" ? model.label.text : null;
      const fallback = model.label.kind === "field" ? model.label.fallback : null;
      const given = label ?? fallback;
      if (given !== null) use(given).rules[model.outcome]++;
    } else if (model.kind === "example") {
      const { verdict } = model;
      if (verdict.outcome !== "unmapped" && verdict.label !== null)
        use(verdict.label).examples[verdict.outcome]++;
    }
  }
  known.set(file, uses);
  return uses;
}

function noUses(): Record<Outcome, number> {
  return { success: 0, reject: 0, error: 0 };
}

/** The labels of several files together. */
export function labelUsesInAll(files: readonly FileModel[]): Iterable<LabelUse> {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return labelUsesIn(first).values();
  const all = new Map<string, LabelUse>();
  for (const file of files) {
    for (const use of labelUsesIn(file).values()) {
      const before = all.get(use.label);
      all.set(use.label, before === undefined ? use : together(before, use));
    }
  }
  return all.values();
}

function together(a: LabelUse, b: LabelUse): LabelUse {
  return { label: a.label, rules: sum(a.rules, b.rules), examples: sum(a.examples, b.examples) };
}

function sum(a: LabelUse["rules"], b: LabelUse["rules"]): LabelUse["rules"] {
  const result = noUses();
  for (const outcome of OUTCOMES) result[outcome] = a[outcome] + b[outcome];
  return result;
}
