import type { Rule, VerdictChange } from "@responses/dsl";
import { counted, type ExampleChange, listed, ruleAt } from "@responses/dsl/editor";
import type { Acceptance } from "./acceptance.js";
import type { ComparedFile, ComparedResult } from "./compared-file.js";
import type { DiffReport } from "./diff-run.js";
import { reasonFor } from "./parted-changes.js";

/** A comparison in which what a shared file changes is told once. */
export interface ToldOnce {
  /** The files without what is told of another. */
  readonly files: readonly ComparedFile[];
  /** By a group that is told, the other mappings that have the same one. */
  readonly alsoIn: ReadonlyMap<VerdictChange, readonly string[]>;
  /** By a file of `files` that is told without some of its groups, how many, and the mappings of which these are told. */
  readonly toldIn: ReadonlyMap<ComparedFile, ToldElsewhere>;
}

export interface ToldElsewhere {
  readonly groups: number;
  readonly names: readonly string[];
}

/**
 * Tells each group of responses once that several mappings have in common, since the rules that decide it stand in a file that they
 * include: of that file where it was compared itself, or else of the first that has it. Groups are the same where the same statements
 * decide with the same verdicts, nothing else is recorded of them, and both are accepted or neither. Likewise recorded responses. Linear in all of them.
 */
export function toldOnce({ files, acceptance }: Pick<DiffReport, "files" | "acceptance">): ToldOnce {
  const compared = files.flatMap((file) => (file.kind === "compared" ? [file] : []));
  const groups = new Tellers<VerdictChange>((change, file) => groupOf(change, file, acceptance));
  const examples = new Tellers<ExampleChange>(recordedOf);
  for (const file of compared) {
    for (const change of file.comparison.changes) groups.add(change, file);
    for (const change of file.examples.changes) examples.add(change, file);
  }
  const alsoIn = new Map<VerdictChange, readonly string[]>();
  const toldIn = new Map<ComparedFile, ToldElsewhere>();
  const shortened = (file: ComparedFile): ComparedFile => {
    if (file.kind !== "compared") return file;
    const { comparison } = file;
    const changes = comparison.changes.filter((change) => groups.tells(change, file));
    for (const change of changes) {
      const others = groups.othersOf(change, file);
      if (others.length > 0) alsoIn.set(change, others.map(nameOf));
    }
    const left = comparison.changes.filter((change) => !groups.tells(change, file));
    if (left.length === 0) return file;
    const recorded = file.examples.changes.filter((change) => examples.tells(change, file));
    const told: ComparedFile = {
      ...file,
      comparison: { ...comparison, changes },
      examples: {
        count: file.examples.count - (file.examples.changes.length - recorded.length),
        changes: recorded,
      },
    };
    const names = [...new Set(left.map((change) => nameOf(groups.tellerOf(change, file))))];
    toldIn.set(told, { groups: left.length, names });
    return told;
  };
  return { files: files.map(shortened), alsoIn, toldIn };
}

/** Mappings that are named, at most. */
const NAMED = 5;

/** Other mappings that have the same, as a list; names of files in it are as they are, and `written` makes them harmless. */
export function mappingsInWords(names: readonly string[], written: (name: string) => string): string {
  const more = names.length - NAMED;
  return listed([
    ...names.slice(0, NAMED).map((name) => written(name)),
    ...(more > 0 ? [`${more} more`] : []),
  ]);
}

/** That some groups of a mapping are told of another alone, as a sentence; nothing for none. */
export function elsewhereInWords(
  elsewhere: ToldElsewhere | undefined,
  written: (name: string) => string,
): readonly string[] {
  if (elsewhere === undefined) return [];
  const { groups, names } = elsewhere;
  const [change, are] = groups === 1 ? ["changes", "is"] : ["change", "are"];
  return [
    `${counted(groups, "group")} of responses ${change} here as in ${mappingsInWords(names, written)}, and ${are} told there alone.`,
  ];
}

type Compared = ComparedFile & ComparedResult;

/** What is the same in several mappings, and where the statements stand that it comes of; null for what is only one mapping's. */
interface Shared {
  readonly key: string;
  readonly home: string;
}

/** Who tells what is the same in several files. */
class Tellers<Item> {
  readonly #sharedOf: (item: Item, file: Compared) => Shared | null;
  /** By the key; the one who tells comes first. */
  readonly #files = new Map<string, Compared[]>();

  constructor(sharedOf: (item: Item, file: Compared) => Shared | null) {
    this.#sharedOf = sharedOf;
  }

  add(item: Item, file: Compared): void {
    const shared = this.#sharedOf(item, file);
    if (shared === null) return;
    const known = this.#files.get(shared.key) ?? [];
    this.#files.set(shared.key, known);
    if (known.includes(file)) return;
    if (nameOf(file) === shared.home) known.unshift(file);
    else known.push(file);
  }

  tellerOf(item: Item, file: Compared): Compared {
    return this.#allOf(item, file)[0] ?? file;
  }

  tells(item: Item, file: Compared): boolean {
    return this.tellerOf(item, file) === file;
  }

  othersOf(item: Item, file: Compared): readonly Compared[] {
    return this.#allOf(item, file).filter((other) => other !== file);
  }

  #allOf(item: Item, file: Compared): readonly Compared[] {
    const shared = this.#sharedOf(item, file);
    return shared === null ? [] : (this.#files.get(shared.key) ?? []);
  }
}

function groupOf(change: VerdictChange, file: Compared, acceptance: Acceptance | null): Shared | null {
  const old = ruleAt(file.mappingBefore, change.before);
  const now = ruleAt(file.mappingAfter, change.after);
  const home = (now ?? old)?.file.path;
  if (home === undefined) return null;
  const { money, differs, isRecorded, verdictBefore, verdictAfter, witness } = change;
  const reason = reasonFor(acceptance, file, change);
  // What is made up elsewhere is told well enough by what the file itself has recorded.
  const recorded = isRecorded && nameOf(file) !== home ? witness : null;
  const said = [placeOf(old), placeOf(now), money, differs, verdictBefore, verdictAfter, recorded, reason];
  return { key: JSON.stringify(said), home };
}

function recordedOf({ example, recordedIn, before, after }: ExampleChange): Shared {
  const { file, statement } = example;
  const key = JSON.stringify([file.path, statement.start, recordedIn, before.verdict, after.verdict]);
  return { key, home: file.path };
}

function placeOf(rule: Rule | null): readonly unknown[] | null {
  return rule === null ? null : [rule.file.path, rule.statement.start];
}

function nameOf({ after, before }: ComparedFile): string {
  return after ?? before ?? "";
}
