import {
  type Analysis,
  check,
  type FileModel,
  type Finding,
  messageOf,
  refuses,
  type Severity,
} from "@responses/dsl";
import { type MappingDocument, statementIndexAt } from "../documents/mapping-document.js";
import type { RepairedText } from "../repair/repaired-text.js";
import { type BrokenPlace, type Counterpart, UsableMapping } from "../repair/usable-mapping.js";
import type { ProjectSettings } from "./project-settings.js";

/** A finding as it is shown: in places of the text as it is now, with the severity that the project gives to it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
  /** The broken statement because of which this is what was found last; null for what is found now. */
  readonly brokenAt: BrokenPlace | null;
}

/** A mapping file with all that is known of it. Everything that features need of one file. */
export interface AnalysedDocument extends MappingDocument {
  /** In order of place; the document's own only, since every other file shows its own itself. */
  readonly findings: readonly ShownFinding[];
  /** Null for a mapping that cannot be run, and could not be while it was open. */
  readonly usable: UsableMapping | null;
  readonly settings: ProjectSettings;
}

/** A text that stands in for one that is broken, and the place because of which it has to. */
export interface Repair {
  readonly text: RepairedText;
  readonly brokenAt: BrokenPlace;
}

/** The analysis of a mapping, and by which repair it came to mean something. */
export interface RepairedAnalysis {
  readonly analysis: Analysis;
  /** Null where the text is analysed as it is. */
  readonly repair: Repair | null;
}

/** Puts together what is shown of a document. `analysed` is null where nothing is known of what the mapping means. */
export function showDocument(
  document: MappingDocument,
  analysed: RepairedAnalysis | null,
  settings: ProjectSettings,
): AnalysedDocument {
  const usable = analysed === null ? null : usableMappingOf(document, analysed);
  if (settings.isIgnored) return { ...document, findings: [], usable, settings };
  const isCurrent = usable !== null && usable.brokenAt === null && analysed !== null;
  const found = isCurrent ? analysed.analysis.findings : check(document.linked);
  const shown = found.flatMap((finding) => show(finding, null, document, settings));
  if (analysed === null || usable === null || isCurrent)
    return { ...document, findings: shown, usable, settings };
  const carried = carriedFindings(analysed.analysis.findings, usable, found).flatMap((finding) =>
    show(finding, usable.brokenAt, document, settings),
  );
  const findings = [...shown, ...carried].sort((a, b) => a.finding.span.start - b.finding.span.start);
  return { ...document, findings, usable, settings };
}

function usableMappingOf(
  document: MappingDocument,
  { analysis, repair }: RepairedAnalysis,
): UsableMapping | null {
  if (analysis.run === null) return null;
  const { statements } = document.file.tree;
  const counterpart = (number: number): Counterpart | null => {
    const origin = repair === null ? number : (repair.text.origins[number] ?? -1);
    const statement = statements[origin];
    return statement === undefined
      ? null
      : { statement, isBroken: repair?.text.replaced.has(origin) === true };
  };
  return new UsableMapping(document, analysis.run, repair?.brokenAt ?? null, counterpart);
}

/** What was found in the repaired text and is not found in the text as it is, at its place there. */
function carriedFindings(
  findings: readonly Finding[],
  usable: UsableMapping,
  current: readonly Finding[],
): readonly Finding[] {
  const known = new Set(current.map(keyOf));
  return findings.flatMap((finding) => {
    const moved = findingInCurrentText(finding, usable);
    return moved === null || known.has(keyOf(moved)) ? [] : [moved];
  });
}

function keyOf({ name, file, span }: Finding): string {
  return `${name} ${span.start} ${span.end} ${file}`;
}

function findingInCurrentText(finding: Finding, usable: UsableMapping): Finding | null {
  const own = usable.mapping.file.path;
  if (finding.file !== own) return null;
  const span = usable.currentSpan(finding.span);
  if (span === null) return null;
  const related = finding.related.flatMap((place) => {
    if (place.file !== own) return [place];
    const moved = usable.currentSpan(place.span);
    return moved === null ? [] : [{ ...place, span: moved }];
  });
  const fixes = finding.fixes.flatMap((fix) => {
    const edits = fix.edits.flatMap(({ span: at, newText }) => {
      const moved = usable.currentSpan(at);
      return moved === null ? [] : [{ span: moved, newText }];
    });
    return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
  });
  return { ...finding, span, related, fixes };
}

function show(
  finding: Finding,
  brokenAt: BrokenPlace | null,
  { file }: MappingDocument,
  settings: ProjectSettings,
): readonly ShownFinding[] {
  if (finding.file !== file.path) return [];
  const severity = settings.severityOf(finding.name);
  return severity === "off" ? [] : [{ finding, severity, message: messageOf(finding), brokenAt }];
}

/** The numbers of a file's statements that keep the mapping from meaning something; -1 for what stands before the first. */
export function brokenStatements(file: FileModel, findings: readonly Finding[]): ReadonlySet<number> {
  const broken = new Set<number>();
  for (const finding of findings) {
    if (finding.file !== file.path || !refuses(finding.name)) continue;
    broken.add(statementIndexAt(file, finding.span.start));
  }
  return broken;
}

/** The same, as far as a file by itself tells. Linear, and quick where nothing is broken. */
export function brokenByThemselves({ tree, models }: FileModel): ReadonlySet<number> {
  const broken = new Set<number>();
  if (tree.findings.some(({ name }) => refuses(name))) broken.add(-1);
  tree.statements.forEach(({ syntax }, index) => {
    const isBroken = models[index]?.kind === "broken" || syntax.findings.some(({ name }) => refuses(name));
    if (isBroken) broken.add(index);
  });
  return broken;
}
