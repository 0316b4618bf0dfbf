import type { Severity } from "@responses/dsl";
import { CHANGES, catalogue, isFindingName, pageAsMarkdown } from "@responses/dsl/editor";
import type { Region } from "@responses/reporting";
import type {
  Fix,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
  Region as SarifRegion,
  Suppression,
} from "sarif";
import type { AnnotatedRun, RunFailure } from "../annotations/annotated-run.js";
import type { AnnotatedFix, Annotation, AnnotationKind } from "../annotations/annotation.js";
import type { Conclusion } from "../report/conclusion.js";
import { writeJson } from "../report/json.js";
import type { ChecksPages } from "./checks-pages.js";
import { occurrences } from "./occurrences.js";
import type { ReportedPaths } from "./reported-paths.js";

/** Which tool speaks, and where it explains itself. */
export interface SarifTool {
  readonly version: string;
  /** Where it explains itself; null where nobody has said where that is. */
  readonly pages: ChecksPages | null;
}

/**
 * A run as SARIF 2.1.0 (OASIS Standard, 2020): one run whose rules are the kinds of annotation that occur, each with its page; what
 * failed as notifications of an unsuccessful invocation, notes as others.
 */
export function runAsSarif(
  run: AnnotatedRun,
  conclusion: Conclusion,
  paths: ReportedPaths,
  tool: SarifTool,
): string {
  const { command, isNarrowed, annotations, baselined, silenced, failures, notes } = run;
  const known = baselined?.length ?? 0;
  const counting = known + annotations.length;
  // In a group of equal ones those that the baseline lists stand first, so that numbers stay theirs.
  const results = [...(baselined ?? []), ...annotations, ...silenced];
  const kinds = [...new Set(results.map(({ kind }) => kind))].sort();
  const placeInRules = new Map(kinds.map((kind, place) => [kind, place]));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Responses",
            semanticVersion: tool.version,
            ...(tool.pages === null ? {} : { informationUri: tool.pages.all }),
            rules: kinds.map((kind) => descriptorOf(kind, tool)),
          },
        },
        // A reader takes an upload for the next state of what has the same name: it must not be of another command, nor of a part.
        automationDetails: { id: `responses/${command}${isNarrowed ? "-changed" : ""}/` },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            exitCode: conclusion.exitCode,
            exitCodeDescription: conclusion.why,
            toolExecutionNotifications: [
              ...failures.map((failure) => notificationOf(failure, paths)),
              ...notes.map((note): Notification => ({ level: "note", message: messageOf(note) })),
            ],
          },
        ],
        results: occurrences(results).map(({ annotation, number }, place) => ({
          ...resultOf(annotation, number, placeInRules.get(annotation.kind) ?? -1, paths),
          ...(baselined === null ? {} : { baselineState: place < known ? "unchanged" : "new" }),
          ...(place < known ? { suppressions: [outside(annotation)] } : {}),
          ...(place < counting ? {} : { suppressions: [inSource(annotation)] }),
        })),
      },
    ],
  };
  return writeJson(log);
}

/** Of what a baseline lists, for which nobody says why, or a file of accepted differences. */
function outside({ reason }: Annotation): Suppression {
  return {
    kind: "external",
    status: "accepted",
    justification: reason ?? "It is in the project's baseline.",
  };
}

/** Of what a comment in the file silences. */
function inSource({ reason }: Annotation): Suppression {
  return { kind: "inSource", status: "accepted", ...(reason === null ? {} : { justification: reason }) };
}

function descriptorOf(kind: AnnotationKind, { pages }: SarifTool): ReportingDescriptor {
  const { severity, what, help, markdown } = descriptionOf(kind);
  return {
    id: kind,
    // One that differs in letter case alone is none.
    ...(kind.includes("-") ? { name: friendlyName(kind) } : {}),
    shortDescription: { text: firstSentence(what) },
    fullDescription: { text: what },
    help: { text: help, markdown },
    ...(pages === null ? {} : { helpUri: pages.of(kind) }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function descriptionOf(kind: AnnotationKind) {
  if (isFindingName(kind)) {
    const { severity, page } = catalogue[kind];
    const { what, why, fix } = page;
    return { severity, what, help: `${what} ${why} ${fix}`, markdown: pageAsMarkdown({ page }) };
  }
  const { level, what, advice } = CHANGES[kind];
  return { severity: level, what, help: `${what} ${advice}`, markdown: `${what}\n\n${advice}` };
}

/** As names are written there: `success-before-reject` is `SuccessBeforeReject`. */
function friendlyName(kind: AnnotationKind): string {
  return kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/s.exec(text)?.[0] ?? text;
}

const LEVELS = { error: "error", warning: "warning", hint: "note" } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

function resultOf(annotation: Annotation, number: number, ruleIndex: number, paths: ReportedPaths): Result {
  const { kind, level, message, file, region, related, fixes, fingerprint } = annotation;
  return {
    ruleId: kind,
    ruleIndex,
    level: LEVELS[level],
    message: messageOf(message),
    locations: [{ physicalLocation: placeOf(paths.of(file), region) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(
            (place, id): Location => ({
              id,
              physicalLocation: placeOf(paths.of(place.file), place.region),
              message: messageOf(place.message),
            }),
          ),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, paths.of(file))) }),
    partialFingerprints: { "responsesFinding/v1": `${fingerprint}:${number}` },
  };
}

function fixOf({ title, edits }: AnnotatedFix, path: string): Fix {
  return {
    description: messageOf(title),
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(path) },
        replacements: edits.map(({ region, newText }) => ({
          deletedRegion: regionAsSarif(region),
          ...(newText === "" ? {} : { insertedContent: { text: newText } }),
        })),
      },
    ],
  };
}

function notificationOf({ message, file }: RunFailure, paths: ReportedPaths): Notification {
  return {
    level: "error",
    message: messageOf(message),
    ...(file === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(paths.of(file)) } } }] }),
  };
}

function placeOf(path: string, region: Region): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(path) }, region: regionAsSarif(region) };
}

function regionAsSarif({ line, column, endLine, endColumn }: Region): SarifRegion {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Plain text, in which the standard finds links (section 3.11.6) and placeholders (3.11.5), as a text that has none. */
function messageOf(text: string): { readonly text: string } {
  return { text: text.replaceAll("](", "] (").replace(/\{(\d+)\}/g, "{{$1}}") };
}

/** A relative path as a relative reference (RFC 3986, section 4.2), an absolute one as a file URI. */
function uriOf(path: string): string {
  const encoded = path
    .split("/")
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join("/");
  if (path.startsWith("/")) return `file://${encoded}`;
  return /^[A-Za-z]:/.test(path) ? `file:///${encoded}` : encoded;
}

/** Half a character has no place in a URI. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, "\ufffd");
}
