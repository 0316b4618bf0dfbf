import type { FindingName, Severity } from "@responses/dsl";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { AnalysedDocument, ShownFinding } from "../workspace/analysed-document.js";
import type { Places } from "./places.js";

/** The URI of a finding's page; null where no pages are at hand. */
export type PageOf = (name: FindingName) => string | null;

/** What a document's findings look like in an editor: the same that the command line says, at the same places. */
export function diagnosticsOf(document: AnalysedDocument, places: Places, pageOf: PageOf): Diagnostic[] {
  return document.findings.map((shown) => diagnosticOf(shown, document, places, pageOf));
}

/** One finding as a diagnostic. */
function diagnosticOf(
  shown: ShownFinding,
  document: AnalysedDocument,
  places: Places,
  pageOf: PageOf,
): Diagnostic {
  const { finding, severity, message } = shown;
  const related = relatedTo(shown, places);
  const tags = TAGS[finding.name];
  const href = pageOf(finding.name);
  return {
    range: document.positions.rangeOf(finding.span),
    severity: SEVERITIES[severity],
    code: finding.name,
    ...(href === null ? {} : { codeDescription: { href } }),
    source: "responses",
    message,
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

/** Findings about something that could as well go. */
const TAGS: Readonly<Partial<Record<ShownFinding["finding"]["name"], readonly DiagnosticTag[]>>> = {
  "unused-suppression": [DiagnosticTag.Unnecessary],
  "include-twice": [DiagnosticTag.Unnecessary],
};

function relatedTo({ finding, brokenAt }: ShownFinding, places: Places): DiagnosticRelatedInformation[] {
  const related = finding.related.flatMap(({ file, span, message }) => {
    const location = places.locationOf(file, span);
    return location === null ? [] : [{ location, message }];
  });
  if (brokenAt === null) return related;
  const location = places.locationOf(brokenAt.file, brokenAt.span);
  const message = "found before this statement was broken; it is looked at again as soon as this is mended";
  return location === null ? related : [...related, { location, message }];
}
