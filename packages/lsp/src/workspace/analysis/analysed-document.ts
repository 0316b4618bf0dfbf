import { check, type Finding, messageOf, type Severity } from "@responses/dsl";
import type { Analysis } from "@responses/dsl/editor";
import { baselinedFindings, partlyNewMessage } from "@responses/reporting";
import type { MappingDocument } from "../documents/mapping-document.js";
import type { BrokenPlace } from "../repair/broken-statements.js";
import { carriedFindings } from "../repair/carried-findings.js";
import type { Repair } from "../repair/runnable-mapping.js";
import { UsableMapping } from "../repair/usable-mapping.js";
import type { ProjectSettings } from "./project-settings.js";

/** A finding as it is shown: in places of the text as it is now, with the severity that the project gives to it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
  /** The broken statement because of which this is what was found last; null for what is found now. */
  readonly brokenAt: BrokenPlace | null;
  /** Whether the project's baseline lists it: it counts no more, and need not stand out. */
  readonly isBaselined: boolean;
}

/** A mapping file with all that is known of it. Everything that features need of one file. */
export interface AnalysedDocument extends MappingDocument {
  /** In order of place; the document's own only, since every other file shows its own itself. */
  readonly findings: readonly ShownFinding[];
  /** Null for a mapping that cannot be run, and could not be while it was open. */
  readonly usable: UsableMapping | null;
  readonly settings: ProjectSettings;
}

/** The analysis of a mapping that can be run, and by which repair it can. */
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
  const { analysis = null, repair = null } = analysed ?? {};
  const run = analysis?.run ?? null;
  const usable =
    analysis === null || run === null ? null : new UsableMapping(document, { ...analysis, run }, repair);
  if (settings.isIgnored) return { ...document, findings: [], usable, settings };
  const isCurrent = usable !== null && usable.brokenAt === null && analysed !== null;
  const found = isCurrent ? analysed.analysis.findings : check(document.linked);
  const shown: ShownFinding[] = [];
  for (const finding of found) {
    const one = show(finding, null, document, settings);
    if (one !== null) shown.push(one);
  }
  // Without what nobody could ever read, an example may fail or a rule be unreachable that will not be.
  if (analysed === null || usable === null || isCurrent || repair?.isIncomplete === true)
    return { ...document, findings: withBaseline(shown, document, settings), usable, settings };
  const carried = carriedFindings(analysed.analysis.findings, usable, found).flatMap(
    (finding) => show(finding, usable.brokenAt, document, settings) ?? [],
  );
  const findings = [...shown, ...carried].sort((a, b) => a.finding.span.start - b.finding.span.start);
  return { ...document, findings: withBaseline(findings, document, settings), usable, settings };
}

/** The findings with what the baseline says of them. */
function withBaseline(
  shown: readonly ShownFinding[],
  { file }: MappingDocument,
  { baselined }: ProjectSettings,
): readonly ShownFinding[] {
  const found = shown.map(({ finding }) => finding);
  const known = baselinedFindings(found, baselined, file.tree);
  return known.size === 0
    ? shown
    : shown.map((one) => {
        const fresh = known.get(one.finding);
        if (fresh === undefined) return one;
        return fresh.length === 0
          ? { ...one, isBaselined: true }
          : { ...one, message: partlyNewMessage(one.message, fresh) };
      });
}

function show(
  finding: Finding,
  brokenAt: BrokenPlace | null,
  { file }: MappingDocument,
  settings: ProjectSettings,
): ShownFinding | null {
  if (finding.file !== file.path) return null;
  const severity = settings.config.severityOf(finding.name);
  return severity === "off"
    ? null
    : { finding, severity, message: messageOf(finding), brokenAt, isBaselined: false };
}
