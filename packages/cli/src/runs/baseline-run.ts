import { dirname, join, resolve } from "node:path";
import type { Finding, Tree } from "@responses/dsl";
import { type BaselineEntry, groupBy, writeBaseline } from "@responses/dsl/editor";
import {
  type FoundBaseline,
  isGone,
  readBefore,
  realPathOf,
  refuseLinkOut,
  untilUnchanged,
  writeTogether,
} from "@responses/node-host";
import { type FindingGroup, findingGroups, groupKey, type ReportedFinding } from "@responses/reporting";
import type { Inputs } from "./inputs.js";

/** An entry of a baseline that stands for more findings than there are. */
export interface StaleEntry {
  readonly entry: BaselineEntry;
  /** How messages call the baseline that has it. */
  readonly baseline: string;
  /** How many there are. */
  readonly found: number;
  /** Whether the project file names that baseline, so that nobody else has to. */
  readonly isNamed: boolean;
  /** Whether no run over all reads its file any more: it is gone, or the project leaves it out. */
  readonly isFileGone: boolean;
}

/** A baseline that was written. */
export interface WrittenBaseline {
  /** As messages call it. */
  readonly path: string;
  readonly isNew: boolean;
  /** Findings in it, and how many more or fewer of them there are than before. */
  readonly findings: number;
  readonly added: number;
  readonly removed: number;
  /** Whether the project file names it: otherwise nothing but this run knows it. */
  readonly isNamed: boolean;
}

/** What a run found in the mapping files of which all is known: in others an entry may still hold. */
export interface CheckedFindings {
  /** The paths of those files. */
  readonly decided: readonly string[];
  readonly findings: readonly ReportedFinding[];
  readonly treeOf: (path: string) => Tree;
}

/** The baselines of a run, held against what was found. */
export class BaselineRun {
  readonly #inputs: Inputs;
  /** The folders that were looked through, without symbolic links; none where that cannot tell which files are gone. */
  readonly #folders: ReadonlySet<string>;
  readonly #baselines = new Map<string, ComparedBaseline>();

  /** Throws a FileError where a baseline cannot be used. */
  constructor(inputs: Inputs, { decided, findings, treeOf }: CheckedFindings) {
    this.#inputs = inputs;
    const { narrowing, found } = inputs;
    const isWhole = narrowing === null && found.problems.length === 0;
    this.#folders = new Set(isWhole ? found.folders.map((folder) => realPathOf(resolve(folder))) : []);
    const byFile = groupBy(findings, ({ finding }) => finding.file);
    for (const path of decided) {
      const compared = this.#comparedOf(path);
      const own = byFile.get(path) ?? [];
      compared?.groups.set(compared.found.fileOf(path), groupsOf(own, treeOf(path)));
    }
    // Of a folder whose mapping files are all gone only the baseline is left.
    for (const folder of inputs.found.folders) this.#comparedOf(join(folder, "any"));
  }

  #comparedOf(path: string): ComparedBaseline | null {
    const { projects } = this.#inputs;
    const found = projects.baselineOf(path);
    if (found === null) return null;
    const known = this.#baselines.get(found.place);
    if (known !== undefined) return known;
    const compared = { found, isNamed: projects.namesBaselineOf(path), groups: new Map() };
    this.#baselines.set(found.place, compared);
    return compared;
  }

  /** Whether any baseline holds for a file of the run. */
  get hasAny(): boolean {
    return this.#baselines.size > 0;
  }

  /** The entries that stand for more than there is. Files that the run did not read say nothing of theirs. */
  get stale(): readonly StaleEntry[] {
    return [...this.#baselines.values()].flatMap((compared) => {
      const { found } = compared;
      return found.baseline.entries.flatMap((entry): readonly StaleEntry[] => {
        const left = this.#countOf(entry, compared);
        if (left === null || left >= entry.count) return [];
        const isFileGone = !compared.groups.has(entry.file);
        return [{ entry, baseline: found.path, found: left, isNamed: compared.isNamed, isFileGone }];
      });
    });
  }

  /** How many findings there are of an entry; null where this run cannot tell. */
  #countOf(entry: BaselineEntry, { found, groups }: FoundGroups): number | null {
    const own = groups.get(entry.file);
    if (own !== undefined) return own.get(groupKey(entry))?.findings.length ?? 0;
    return this.#isGone(found.placeOf(entry)) ? 0 : null;
  }

  /** Whether the run looked through where a file would be, and it is not there or left out by its project. */
  #isGone(place: string): boolean {
    if (this.#folders.size === 0) return false;
    const isCovered = ancestorsOf(place).some((folder) => this.#folders.has(realPathOf(folder)));
    return isCovered && (isGone(place) || this.#inputs.projects.ignores(place));
  }

  /**
   * Writes the baselines: without entries for what occurs no more, and those that are new, or all if findings that are not in them are
   * to be accepted, with entries for all that was found. All of them are written or none; a FileError says why none. What another run
   * has written into them meanwhile stays.
   */
  write(acceptNew: boolean): WrittenBaselines {
    return untilUnchanged(() => this.#write(acceptNew));
  }

  #write(acceptNew: boolean): WrittenBaselines {
    const rewritten = [...this.#baselines.values()].flatMap((compared) => {
      const before = readBefore(compared.found.path);
      const found = this.#inputs.projects.baselineAgain(compared.found);
      const { groups, isNamed } = compared;
      const entries = this.#newEntries({ found, groups }, acceptNew || !compared.found.isThere);
      const isWanted = found.isThere || isNamed || entries.length > 0 || this.#baselines.size === 1;
      return isWanted ? [{ before, found, isNamed, entries }] : [];
    });
    for (const { found } of rewritten) refuseLinkOut(found.path);
    writeTogether(
      rewritten.map(({ before, found, entries }) => ({
        path: found.path,
        content: writeBaseline(entries),
        before,
      })),
    );
    return {
      written: rewritten.map(({ found, isNamed, entries }) => {
        const old = countsOf(found.baseline.entries);
        const now = countsOf(entries);
        return {
          path: found.path,
          isNew: !found.isThere,
          findings: totalOf(now),
          added: surplusOf(now, old),
          removed: surplusOf(old, now),
          isNamed,
        };
      }),
      byPlace: new Map(rewritten.map(({ found, entries }) => [found.place, found.withEntries(entries)])),
    };
  }

  #newEntries(compared: FoundGroups, acceptsNew: boolean): readonly BaselineEntry[] {
    const { found, groups } = compared;
    const kept = found.baseline.entries.flatMap((entry) => {
      const left = this.#countOf(entry, compared);
      if (left === null) return [entry];
      const group = groups.get(entry.file)?.get(groupKey(entry));
      if (group === undefined || (acceptsNew && left > 0)) return [];
      return [entryOf(entry.file, group, Math.min(entry.count, left))];
    });
    if (!acceptsNew) return kept;
    const accepted = [...groups].flatMap(([file, own]) =>
      [...own.values()].map((group) => entryOf(file, group, group.findings.length)),
    );
    return [...kept, ...accepted];
  }
}

/** What came of writing baselines. */
export interface WrittenBaselines {
  readonly written: readonly WrittenBaseline[];
  /** As they are now, by their absolute paths. */
  readonly byPlace: ReadonlyMap<string, FoundBaseline>;
}

interface ComparedBaseline extends FoundGroups {
  readonly isNamed: boolean;
}

interface FoundGroups {
  readonly found: FoundBaseline;
  /** What was found in each file of which all is known, by what the baseline calls the file, and by `groupKey`. */
  readonly groups: Map<string, ReadonlyMap<string, FindingGroup>>;
}

function groupsOf(own: readonly ReportedFinding[], tree: Tree): ReadonlyMap<string, FindingGroup> {
  const findings = own.map(({ finding }): Finding => finding);
  return new Map(findingGroups(findings, tree).map((group) => [groupKey(group), group]));
}

function entryOf(file: string, { name, fingerprint, statement }: FindingGroup, count: number): BaselineEntry {
  return { file, name, fingerprint, count, statement };
}

/** The folders above a path, the nearest first. */
function ancestorsOf(place: string): readonly string[] {
  const folder = dirname(place);
  return folder === place ? [] : [folder, ...ancestorsOf(folder)];
}

type Counts = ReadonlyMap<string, number>;

function countsOf(entries: readonly BaselineEntry[]): Counts {
  return new Map(entries.map((entry) => [`${groupKey(entry)} ${entry.file}`, entry.count]));
}

function totalOf(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** How many findings one has that the other has not. */
function surplusOf(counts: Counts, others: Counts): number {
  return [...counts].reduce((sum, [key, count]) => sum + Math.max(0, count - (others.get(key) ?? 0)), 0);
}
