import type { UnusedSuppression } from "../findings/catalogue/unused-suppression.js";
import { FINDING_NAMES, isFindingName } from "../findings/catalogue.js";
import { type Finding, type LocalFix, refuses, replaceWith } from "../findings/finding.js";
import { addToGroup } from "../incremental/groups.js";
import { memoized } from "../incremental/memoized.js";
import type { FileModel, Located } from "../model/mapping.js";
import type { Statement, Suppression } from "../syntax/tree.js";
import { closest } from "../text/similarity.js";
import type { LocalSpan } from "../text/span.js";
import { findingAt } from "./placing/placed-finding.js";

/** The files whose comments count: a mapping's own, and those that it includes. */
export interface SuppressingFiles {
  readonly file: FileModel;
  readonly included: readonly FileModel[];
}

/** A finding that a comment suppresses. */
export interface SilencedFinding {
  readonly finding: Finding;
  /** What the comment says why. */
  readonly reason: string;
}

/** Findings by whether a comment suppresses them, each part in its order. */
interface SuppressionEffect {
  readonly shown: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/**
 * Takes away what `# responses-ignore` comments suppress, each in its own statement, and adds a finding for every comment
 * of the mapping's own file that suppresses nothing. While the mapping is refused nobody knows what would be found, so then
 * only comments that are written wrongly are reported. Linear but for sorting.
 */
export function applySuppressions(
  { file, included }: SuppressingFiles,
  findings: readonly Finding[],
  isRefused: boolean,
): SuppressionEffect {
  if (![file, ...included].some(hasSuppressions)) return { shown: findings, silenced: [] };
  const byFile = findingsByFile(findings);
  const reasons = new Map<Finding, string>();
  const unused: Finding[] = [];
  for (const source of [file, ...included]) {
    for (const { statement, inside } of suppressingStatements(source, byFile.get(source.path) ?? [])) {
      const effect = suppressedIn({ model: null, statement, file: source }, inside, isRefused);
      for (const { finding, reason } of effect.suppressed) reasons.set(finding, reason);
      if (source === file) for (const finding of effect.unused) unused.push(finding);
    }
  }
  return {
    shown: [...findings, ...unused].filter((finding) => !reasons.has(finding)),
    silenced: Array.from(reasons, ([finding, reason]) => ({ finding, reason })),
  };
}

/** Whether a file has such a comment: most have none, and then there can be thousands of findings. */
const hasSuppressions = memoized((file: FileModel): boolean =>
  file.tree.statements.some(({ syntax }) => syntax.suppressions.length > 0),
);

/** Each file's findings, in order of place. */
function findingsByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) addToGroup(byFile, finding.file, finding);
  for (const group of byFile.values()) group.sort((a, b) => a.span.start - b.span.start);
  return byFile;
}

interface SuppressingStatement {
  readonly statement: Statement;
  /** The findings that begin in it. */
  readonly inside: readonly Finding[];
}

function* suppressingStatements(
  { tree }: FileModel,
  sorted: readonly Finding[],
): Iterable<SuppressingStatement> {
  let next = 0;
  const startOfNext = () => sorted[next]?.span.start ?? Infinity;
  for (const statement of tree.statements) {
    const { suppressions, text } = statement.syntax;
    while (startOfNext() < statement.start) next++;
    const first = next;
    while (startOfNext() < statement.start + text.length) next++;
    if (suppressions.length > 0) yield { statement, inside: sorted.slice(first, next) };
  }
}

interface SuppressedInStatement {
  readonly suppressed: readonly SilencedFinding[];
  readonly unused: readonly Finding[];
}

/** What the comments above one statement suppress, and which of them nothing. */
function suppressedIn(
  place: Located<unknown>,
  inside: readonly Finding[],
  isRefused: boolean,
): SuppressedInStatement {
  const suppressed: SilencedFinding[] = [];
  const unused: Finding[] = [];
  const seen = new Set<string>();
  const findings = new FindingsByName(inside);
  for (const suppression of aboutOthersLast(place.statement.syntax.suppressions)) {
    const { hits, problem } = effectOf(suppression, seen, findings, isRefused);
    const reason = suppression.kind === "suppression" ? suppression.reason : "";
    for (const finding of hits) suppressed.push({ finding, reason });
    if (problem === null) continue;
    const finding = unusedAt(place, problem, suppression);
    findings.add(finding);
    unused.push(finding);
  }
  return { suppressed, unused };
}

class FindingsByName {
  readonly #byName = new Map<string, Finding[]>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) this.add(finding);
  }

  add(finding: Finding): void {
    addToGroup(this.#byName, finding.name, finding);
  }

  named(name: string): readonly Finding[] {
    return this.#byName.get(name) ?? [];
  }
}

/** What suppresses `unused-suppression` comes last: it is about the others. */
function aboutOthersLast(suppressions: readonly Suppression[]): readonly Suppression[] {
  const isAboutOthers = (suppression: Suppression) =>
    suppression.kind === "suppression" && suppression.name === "unused-suppression";
  return [
    ...suppressions.filter((suppression) => !isAboutOthers(suppression)),
    ...suppressions.filter(isAboutOthers),
  ];
}

interface Effect {
  readonly hits: readonly Finding[];
  /** Why the comment has no effect; null where it has one, or nobody knows. */
  readonly problem: UnusedSuppression | null;
}

function effectOf(
  suppression: Suppression,
  seen: Set<string>,
  findings: FindingsByName,
  isRefused: boolean,
): Effect {
  if (suppression.kind === "malformed") return { hits: [], problem: { problem: suppression.problem } };
  const { name } = suppression;
  const problem = problemOfName(name);
  if (problem !== null) return { hits: [], problem };
  if (seen.has(name)) return { hits: [], problem: { problem: "twice", name } };
  seen.add(name);
  const hits = findings.named(name);
  const isUnused = hits.length === 0 && !isRefused;
  return { hits, problem: isUnused ? { problem: "nothing-to-suppress", name } : null };
}

function problemOfName(name: string): UnusedSuppression | null {
  if (!isFindingName(name)) {
    return { problem: "unknown-name", name, suggestion: closest(name, FINDING_NAMES) };
  }
  return canBeSuppressed(name) ? null : { problem: "cannot-be-suppressed", name };
}

/** Whether `# responses-ignore` has an effect on such findings: what refuses a mapping, and an example that fails, must be fixed. */
export function canBeSuppressed(name: Finding["name"]): boolean {
  return !refuses(name) && name !== "example-fails";
}

function unusedAt(place: Located<unknown>, parameters: UnusedSuppression, suppression: Suppression): Finding {
  const fixes = [...fixesFor(place.statement, parameters, suppression)];
  return findingAt({ name: "unused-suppression", parameters }, place, suppression.span, { fixes });
}

function* fixesFor(
  statement: Statement,
  parameters: UnusedSuppression,
  suppression: Suppression,
): Iterable<LocalFix> {
  switch (parameters.problem) {
    case "unknown-name": {
      const { suggestion } = parameters;
      if (suggestion === null || suppression.kind !== "suppression") return;
      yield replaceWith(suppression.nameSpan, suggestion, `Write ${suggestion}`, "suggested");
      return;
    }
    case "nothing-to-suppress":
    case "cannot-be-suppressed":
    case "twice":
      yield replaceWith(
        lineOf(suppression.span, statement.syntax.text),
        "",
        "Delete the comment",
        "automatic",
      );
      return;
    case "no-name":
    case "no-reason":
    case "place":
    case "spelling":
      return;
  }
}

/** The comment's whole line with its line end. */
function lineOf({ from, to }: LocalSpan, text: string): LocalSpan {
  let start = from;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const end = text.startsWith("\r\n", to) ? to + 2 : Math.min(to + 1, text.length);
  return { from: start, to: end };
}
