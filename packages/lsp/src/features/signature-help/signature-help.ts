import type { FieldPart } from "@responses/dsl";
import { type CodePlace, expectedAt } from "@responses/dsl/editor";
import type {
  ParameterInformation,
  Position,
  SignatureHelp,
  SignatureInformation,
} from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { lineOf, statementIndexAt } from "../../workspace/documents/statement-places.js";
import { excerpt } from "../presentation/excerpt.js";
import { pickedSoFar, showParts } from "../presentation/picked-so-far.js";
import type { Form } from "./form.js";
import { formsFor } from "./forms-in.js";

/** What a client understands of it. */
export interface SignatureAbilities {
  /** Parts of a form by their place in it. */
  readonly offsets: boolean;
}

/** How somebody came to ask. */
export interface SignatureRequest {
  /** The character that was just typed; null where a person asks. */
  readonly trigger: string | null;
  /** Whether the form is shown already. */
  readonly isShown: boolean;
}

/** The characters behind which a form is shown by itself. */
export const SIGNATURE_TRIGGERS: readonly string[] = [" ", ",", '"', "'"];

/** The form of what is being written in a place, with the part that is to be written there; null where there is none. */
export function signatureHelpAt(
  document: MappingDocument,
  position: Position,
  { trigger, isShown }: SignatureRequest,
  abilities: SignatureAbilities,
): SignatureHelp | null {
  const place = codePlaceAt(document, position);
  if (place === null) return null;
  // It is shown above the cursor: below the first line of a statement it would cover what it is about.
  if ((trigger !== null || isShown) && isBelowFirstLine(document, position)) return null;
  const isInText = place.written.kind === "string" || place.written.kind === "block";
  // A blank or a comma in a text is a part of it, and no reason to show anything.
  if (isInText && !isShown && (trigger === " " || trigger === ",")) return null;
  const shown = formsFor(place, wordIn(place, document, position));
  if (shown === null) return null;
  const documentation = readSoFar(document, shown.read);
  return {
    signatures: shown.forms.map((form) => ({
      ...signatureOf(form, shown.part, abilities),
      ...(documentation === null ? {} : { documentation }),
    })),
    activeSignature: shown.active,
    activeParameter: partIndex(shown.forms[shown.active] ?? [], shown.part),
  };
}

/** Texts shown at most, and how long they are. */
const MOST_TEXTS = 3;
const LONGEST_TEXT = 60;

/** What the parts of a field before the place pick from the file's examples; null without any. */
function readSoFar({ file }: MappingDocument, parts: readonly FieldPart[]): string | null {
  const examples = file.models.filter((model) => model.kind === "example");
  if (parts.length === 0 || examples.length === 0) return null;
  const { found } = pickedSoFar(parts, examples, (example) => example);
  if (found.length === 0) return `${showParts(parts)} picks no text from the examples.`;
  const texts = [...new Set(found.map(({ text }) => excerpt(text, null, LONGEST_TEXT)))];
  return `${showParts(parts)} picks: ${texts.slice(0, MOST_TEXTS).join(" · ")}`;
}

function codePlaceAt(document: MappingDocument, position: Position): CodePlace | null {
  const { file, positions } = document;
  const offset = positions.offsetAt(position);
  const statement = file.tree.statements[statementIndexAt(file, offset)];
  if (statement === undefined) return null;
  const place = expectedAt(statement.syntax.text, offset - statement.start);
  if (place.kind === "comment" || place.before === "") return null;
  // On a line of its own behind a whole statement another one is likelier.
  return place.canBegin && place.canEnd ? null : place;
}

function isBelowFirstLine({ file, positions }: MappingDocument, position: Position): boolean {
  const offset = positions.offsetAt(position);
  const statement = file.tree.statements[statementIndexAt(file, offset)];
  return statement !== undefined && file.tree.source.lineAt(offset) > lineOf(file, statement);
}

/** The word that stands in the place. */
function wordIn(
  { written }: CodePlace,
  { file, positions }: MappingDocument,
  position: Position,
): string | null {
  if (written.kind !== "word") return null;
  const statement = file.tree.statements[statementIndexAt(file, positions.offsetAt(position))];
  return statement?.syntax.text.slice(written.span.from, written.span.to) ?? null;
}

function signatureOf(form: Form, part: string, { offsets }: SignatureAbilities): SignatureInformation {
  let label = "";
  const parameters: ParameterInformation[] = [];
  for (const piece of form) {
    const start = label.length;
    label += typeof piece === "string" ? piece : piece.shown;
    if (typeof piece === "string") continue;
    parameters.push({ label: offsets ? [start, label.length] : piece.shown, documentation: piece.says });
  }
  return { label, parameters, activeParameter: partIndex(form, part) };
}

/** The number of the form's part of that name; the first where it has none. */
function partIndex(form: Form, name: string): number {
  const parts = form.filter((piece) => typeof piece !== "string");
  return Math.max(
    0,
    parts.findIndex((piece) => piece.name === name),
  );
}
