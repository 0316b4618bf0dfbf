import type { FileModel, Outcome, RuleModel } from "@responses/dsl";

/** Where a label is in use in a file: how many rules give it, and how many examples expect it, by outcome. */
export interface LabelUse {
  readonly label: string;
  readonly rules: Readonly<Record<Outcome, number>>;
  readonly examples: Readonly<Record<Outcome, number>>;
}

interface GrowingUse {
  readonly label: string;
  rules: LabelUse["rules"];
  examples: LabelUse["examples"];
}

const known = new WeakMap<FileModel, ReadonlyMap<string, LabelUse>>();

/** The labels of a file, in the order in which they come first. */
function labelUsesIn(file: FileModel): ReadonlyMap<string, LabelUse> {
  const before = known.get(file);
  if (before !== undefined) return before;
  const uses = new Map<string, GrowingUse>();
  for (const model of file.models) {
    if (model.kind === "rule") {
      const label = givenLabel(model);
      if (label === null) continue;
      const use = useOf(uses, label);
      use.rules = oneMore(use.rules, model.outcome);
    } else if (model.kind === "example") {
      const { verdict } = model;
      if (verdict.outcome === "unmapped" || verdict.label === null) continue;
      const use = useOf(uses, verdict.label);
      use.examples = oneMore(use.examples, verdict.outcome);
    }
  }
  known.set(file, uses);
  return uses;
}

/** The label that the rule writes; null where it has none, or only what a field says. */
function givenLabel({ label }: RuleModel): string | null {
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return label.text;
    case "field":
      return label.fallback;
  }
}

function useOf(uses: Map<string, GrowingUse>, label: string): GrowingUse {
  const before = uses.get(label);
  if (before !== undefined) return before;
  const use: GrowingUse = { label, rules: NO_USES, examples: NO_USES };
  uses.set(label, use);
  return use;
}

/** Most labels are used in one way only, and a file may have thousands. */
const NO_USES: LabelUse["rules"] = { success: 0, reject: 0, error: 0 };

function oneMore(uses: LabelUse["rules"], outcome: Outcome): LabelUse["rules"] {
  return {
    success: uses.success + (outcome === "success" ? 1 : 0),
    reject: uses.reject + (outcome === "reject" ? 1 : 0),
    error: uses.error + (outcome === "error" ? 1 : 0),
  };
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
  return { success: a.success + b.success, reject: a.reject + b.reject, error: a.error + b.error };
}
