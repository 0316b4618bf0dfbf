import type { Finding, Tree } from "@responses/dsl";
import { type BaselineEntry, normalisedStatement, refuses } from "@responses/dsl/editor";
import { fingerprintOf } from "./fingerprint.js";

/** All findings of one name in equal statements of a file: what an entry of a baseline can stand for. */
export interface FindingGroup {
  readonly name: string;
  readonly fingerprint: string;
  /** The statement as the formatter writes it. */
  readonly statement: string;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** A text that is equal for an entry and the group that it stands for. */
export function groupKey({
  name,
  fingerprint,
}: Pick<FindingGroup | BaselineEntry, "name" | "fingerprint">): string {
  return `${name} ${fingerprint}`;
}

/**
 * The findings of one file by what a baseline tells them apart by. Those that refuse a mapping are in no group: as long as there is
 * one, nothing else is known of the file.
 */
export function findingGroups(findings: readonly Finding[], tree: Tree): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup & { readonly findings: Finding[] }>();
  for (const finding of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const { name, span } = finding;
    if (refuses(name)) continue;
    const statement = normalisedStatement(tree, span.start);
    const group = { name, fingerprint: fingerprintOf(name, statement), statement, findings: [finding] };
    const known = groups.get(groupKey(group));
    if (known === undefined) groups.set(groupKey(group), group);
    else known.findings.push(finding);
  }
  return [...groups.values()];
}

/**
 * Which findings of a file are in its baseline: of each group as many as its entry says, from the first on. The one place where that is
 * decided, for the command, the server and build steps.
 *
 * @param entries those of the file
 */
export function baselinedFindings(
  findings: readonly Finding[],
  entries: readonly Pick<BaselineEntry, "name" | "fingerprint" | "count">[],
  tree: Tree,
): ReadonlySet<Finding> {
  // Most files have none, and then nothing has to be written out.
  if (entries.length === 0) return new Set();
  const counts = new Map(entries.map((entry) => [groupKey(entry), entry.count]));
  return new Set(
    findingGroups(findings, tree).flatMap((group) =>
      group.findings.slice(0, counts.get(groupKey(group)) ?? 0),
    ),
  );
}

/** What an editor says of a finding that is in the baseline. */
export function baselinedMessage(message: string): string {
  return `${message} (in the baseline: it was accepted for now)`;
}
