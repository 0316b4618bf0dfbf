import type { FindingName, Severity } from "@responses/dsl";
import { catalogue } from "@responses/dsl/editor";
import { baselinedMessage } from "@responses/reporting";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { AnalysedDocument, ShownFinding } from "../../workspace/analysis/analysed-document.js";
import { markedFindings } from "../presentation/marked-findings.js";
import type { PageOf } from "../presentation/page-address.js";
import type { Places } from "../presentation/places.js";

/** What a client can show of a diagnostic besides its place and its sentence. */
export interface DiagnosticSupport {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: readonly DiagnosticTag[];
}

/** A client that can show everything. */
export const ALL_OF_DIAGNOSTICS: DiagnosticSupport = {
  relatedInformation: true,
  codeDescription: true,
  tags: [DiagnosticTag.Unnecessary, DiagnosticTag.Deprecated],
};

/** What a document's findings look like in an editor: the same that the command line says, at the same places. Linear. */
export function diagnosticsOf(
  document: AnalysedDocument,
  places: Places,
  pageOf: PageOf,
  support: DiagnosticSupport = ALL_OF_DIAGNOSTICS,
): Diagnostic[] {
  const pages = new Map<FindingName, string | null>();
  // Thousands of findings have a few names: each page's address is one text and not thousands of equal ones.
  const knownPageOf = (name: FindingName) => {
    const known = pages.get(name);
    if (known !== undefined) return known;
    const page = pageOf(name);
    pages.set(name, page);
    return page;
  };
  return markedFindings(document.findings).map(({ shown, unmarked }) => {
    const diagnostic = diagnosticOf(shown, document, places, knownPageOf, support);
    return unmarked === 0
      ? diagnostic
      : { ...diagnostic, message: diagnostic.message + unmarkedNote(unmarked) };
  });
}

function unmarkedNote(count: number): string {
  return ` (${count} more below like this are not marked one by one)`;
}

/** One finding as a diagnostic. */
export function diagnosticOf(
  shown: ShownFinding,
  document: AnalysedDocument,
  places: Places,
  pageOf: PageOf,
  support: DiagnosticSupport,
): Diagnostic {
  const { finding, severity, brokenAt, isBaselined } = shown;
  const message = isBaselined ? baselinedMessage(shown.message) : shown.message;
  const diagnostic: Diagnostic = {
    range: document.positions.rangeOf(finding.span),
    severity: isBaselined ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code: finding.name,
    source: SOURCE,
    message: brokenAt === null || support.relatedInformation ? message : `${message} (${CARRIED_OVER})`,
  };
  const href = support.codeDescription ? pageOf(finding.name) : null;
  if (href !== null) diagnostic.codeDescription = { href };
  const own = tagOf(finding.name);
  // What is in the baseline is not made pale: that would say that the text does nothing.
  if (own !== null && support.tags.includes(own)) diagnostic.tags = [own];
  const related = support.relatedInformation ? relatedTo(shown, places) : [];
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** How diagnostics are signed. */
export const SOURCE = "responses";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Hint,
};

function tagOf(name: FindingName): DiagnosticTag | null {
  const { tag }: { readonly tag?: keyof typeof TAGS } = catalogue[name];
  return tag === undefined ? null : TAGS[tag];
}

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What is said of a finding that is shown as it was last, since nobody knows what the text means as it is now. */
const CARRIED_OVER = "found before a statement was broken; it is checked again as soon as that is fixed";

function relatedTo({ finding, brokenAt }: ShownFinding, places: Places): DiagnosticRelatedInformation[] {
  const related: DiagnosticRelatedInformation[] = [];
  for (const { file, span, message } of finding.related) {
    const location = places.locationOf(file, span);
    if (location !== null) related.push({ location, message });
  }
  const broken = brokenAt === null ? null : places.locationOf(brokenAt.file, brokenAt.span);
  if (broken !== null) {
    const message = "found before this statement was broken; it is checked again as soon as this is fixed";
    related.push({ location: broken, message });
  }
  return related;
}
