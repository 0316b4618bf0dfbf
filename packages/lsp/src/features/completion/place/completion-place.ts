import { type CodePlace, expectedAt, type PartRole } from "@responses/dsl/editor";
import type { Position } from "vscode-languageserver";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../../workspace/documents/statement-places.js";
import { expectedRoles, expectedWords } from "./expected.js";
import { type SuppressionPlace, suppressionPlaceAt } from "./suppression-place.js";

/** A place in which something can be completed. `start` is where the text begins that the place counts from. */
export type CompletionPlace =
  | { readonly kind: "code"; readonly place: CodePlace; readonly offset: number; readonly start: number }
  | {
      readonly kind: "comment";
      readonly place: SuppressionPlace;
      readonly offset: number;
      readonly start: number;
    };

/**
 * The place of a position; null where there is nothing to complete. `trigger` is the character that was just typed and asks
 * by itself, null where a person or a letter asks.
 */
export function completionPlaceAt(
  document: MappingDocument,
  position: Position,
  trigger: string | null,
): CompletionPlace | null {
  const { file, positions } = document;
  const { statements, source } = file.tree;
  const whole = positions.offsetAt(position);
  const statement = statements[statementIndexAt(file, whole)];
  const start = statement?.start ?? 0;
  const offset = whole - start;
  const text = statement?.syntax.text ?? source.text.slice(0, statements[0]?.start);
  const place = expectedAt(text, offset);
  if (place.kind === "comment") {
    const suppression = place.isAboveStatement ? suppressionPlaceAt(text, place.span, offset) : null;
    if (suppression === null || (trigger !== null && suppression.part !== "name")) return null;
    return { kind: "comment", place: suppression, offset, start };
  }
  const isWanted = trigger === null || isTriggered(place, offset, trigger);
  return isWanted && isOnOneLine(place, offset, text) ? { kind: "code", place, offset, start } : null;
}

/** The characters that ask for suggestions when they are typed. */
export const TRIGGER_CHARACTERS: readonly string[] = [" ", '"', "'", "$", ".", "/", "["];

const PATHS: readonly PartRole[] = ["json path", "xml path", "include path"];

function isTriggered(place: CodePlace, offset: number, trigger: string): boolean {
  const { written, expectations, canEnd } = place;
  switch (trigger) {
    case " ":
      // Where the statement can end, whoever types a blank and a line end must not get a word for it.
      return written.kind === "nothing" && !canEnd && expectations.length > 0;
    case '"':
    case "'":
      return written.kind === "string" && offset === written.span.from;
    default:
      return (
        (written.kind === "string" || written.kind === "word") &&
        expectedRoles(place).some((role) => PATHS.includes(role))
      );
  }
}

/** A completion replaces nothing that goes over several lines, as a text block may. */
function isOnOneLine({ written: { kind, span } }: CodePlace, offset: number, text: string): boolean {
  if (kind !== "block") return true;
  const isInside = offset >= span.from && offset <= span.to;
  return isInside && span.to - span.from < LONGEST_BLOCK && !/[\r\n]/.test(text.slice(span.from, span.to));
}

const LONGEST_BLOCK = 1000;

/** What has to be known of other files before something can be suggested in a place. */
export interface Needs {
  /** The files that are connected with this one. */
  readonly connected: boolean;
  /** All files of the workspace. */
  readonly all: boolean;
  /** The findings of the file. */
  readonly findings: boolean;
}

const SHARED: readonly PartRole[] = [
  "system name",
  "label",
  "fallback label",
  "verdict label",
  "capture name",
  "expected name",
  "expected value",
];

/** What is needed in a place. Labels and captures are shared with connected files, and so are examples where a file has none. */
export function needsOf({ kind, place }: CompletionPlace, { file }: MappingDocument): Needs {
  if (kind === "comment") return { connected: false, all: false, findings: place.part === "name" };
  const roles = expectedRoles(place);
  const isVerdict = expectedWords(place).includes("unmapped");
  const hasExamples = file.models.some((model) => model.kind === "example");
  return {
    connected: isVerdict || !hasExamples || roles.some((role) => SHARED.includes(role)),
    all: roles.includes("include path"),
    findings: false,
  };
}
