import type { Finding, Tree } from "@responses/dsl";
import { type BaselineEntry, normalisedStatement, refuses } from "@responses/dsl/editor";
import { fingerprintOf } from "./fingerprint.js";

/**
 * All that is found of one name in equal statements of a file: what an entry of a baseline can stand for. A finding about several rules
 * below its own is in a group for each of them, so that one rule more is not taken for what is known.
 */
export interface FindingGroup {
  readonly name: string;
  readonly fingerprint: string;
  /** The statement as the formatter writes it; behind it that of the other rule, where it is about one. */
  readonly statement: string;
  /** In the order of their places. */
  readonly findings: readonly GroupedFinding[];
}

/** A finding, as far as it belongs to a group. */
export interface GroupedFinding {
  readonly finding: Finding;
  /** Where the other rule stands, for a sentence; null where the finding is about none. */
  readonly line: string | null;
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
  const groups = new Map<string, FindingGroup & { readonly findings: GroupedFinding[] }>();
  for (const finding of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const { name, span } = finding;
    if (refuses(name)) continue;
    const own = normalisedStatement(tree, span.start);
    for (const { line, statement } of rulesBelow(finding)) {
      const whole = statement === null ? own : `${own}\n${statement}`;
      const group = { name, fingerprint: fingerprintOf(name, whole), statement: whole };
      const known = groups.get(groupKey(group));
      if (known === undefined) groups.set(groupKey(group), { ...group, findings: [{ finding, line }] });
      else known.findings.push({ finding, line });
    }
  }
  return [...groups.values()];
}

/** The rules below its own that a finding is about, each of which can come and go by itself; one that is nothing where there is none. */
function rulesBelow(
  finding: Finding,
): readonly { readonly line: string | null; readonly statement: string | null }[] {
  return finding.name === "success-before-reject" ? finding.parameters.losing : NO_OTHER_RULE;
}

const NO_OTHER_RULE = [{ line: null, statement: null }] as const;

/**
 * Which findings of a file its baseline knows: of each group as many as its entry says, from the first on. With each the lines of the
 * rules below for which it is not listed, none where all of it is. The one place where that is decided, for the command, the server
 * and build steps.
 *
 * @param entries those of the file
 */
export function baselinedFindings(
  findings: readonly Finding[],
  entries: readonly Pick<BaselineEntry, "name" | "fingerprint" | "count">[],
  tree: Tree,
): ReadonlyMap<Finding, readonly string[]> {
  // Most files have none, and then nothing has to be written out.
  if (entries.length === 0) return new Map();
  const counts = new Map(entries.map((entry) => [groupKey(entry), entry.count]));
  const known = new Map<Finding, string[]>();
  const fresh: GroupedFinding[] = [];
  for (const group of findingGroups(findings, tree)) {
    const count = counts.get(groupKey(group)) ?? 0;
    for (const { finding } of group.findings.slice(0, count)) known.set(finding, []);
    for (const reported of group.findings.slice(count)) fresh.push(reported);
  }
  for (const { finding, line } of fresh) if (line !== null) known.get(finding)?.push(line);
  return known;
}

/** The sentence of a finding that is known but for some rules below its own, with their lines. */
export function partlyNewMessage(message: string, lines: readonly string[]): string {
  return `${message} (${lines.length === 1 ? "new is the rule" : "new are the rules"} in ${lines.join(", ")})`;
}

/** What an editor says of a finding that is in the baseline. */
export function baselinedMessage(message: string): string {
  return `${message} (in the baseline: it was accepted for now)`;
}
