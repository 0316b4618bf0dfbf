import {
  type BodyIndex,
  counted,
  type PartRole,
  type SeenField,
  totalOf,
  writeField,
} from "@responses/dsl/editor";

import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import { type Block, code, line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { mostUsefulFirst, type Purpose } from "./field-order.js";
import { usedFieldsIn } from "./used-fields.js";

/** A longer path is nobody's to read. */
const LONGEST_PATH = 200;
const DEEPEST = 20;

/** The JSON paths of what is read here. */
export function jsonPathSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { bodies, fields } = fieldsReadAt(context, "json path", "json");
  return fields.map((field) => pathSuggestion(field, field.path, bodies));
}

/** The names in the forms that are read here. */
export function formNameSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { bodies, fields } = fieldsReadAt(context, "form name", "form");
  return fields.map((field) => ({
    content: { kind: "text", pieces: [field.path] },
    kind: CompletionItemKind.Field,
    detail: detailOf(field),
    about: () => aboutField(field, bodies.examples.length),
  }));
}

/** The XML paths of what is read here: as short as they can be, then from the outermost element on. */
export function xmlPathSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { bodies, fields } = fieldsReadAt(context, "xml path", "xml");
  const short = shortXmlPaths(fields);
  const suggest = (field: SeenField, path: string) => pathSuggestion(field, path, bodies);
  return [
    ...fields.map((field) => suggest(field, short.get(field) ?? field.path)),
    ...fields.map((field) => suggest(field, field.path)),
  ];
}

/** A field that holds texts, and the path by which it is mostly asked. */
export interface UsefulField {
  readonly field: SeenField;
  readonly path: string;
}

/** The fields that hold texts, the most useful first. */
export function usefulFields(context: CompletionContext, purpose: Purpose): readonly UsefulField[] {
  const fields = fieldsOf(context.bodies, NAMED_FIELDS);
  const short = shortXmlPaths(fields);
  return inOrder(fields, short, purpose, context.bodies, context)
    .filter(({ holds }) => holds === "text")
    .map((field) => ({ field, path: short.get(field) ?? field.path }));
}

const NAMED_FIELDS: readonly SeenField["kind"][] = ["json", "xml", "form"];

/** What a part of a field reads that is being written, and its fields of a kind, the most useful first. */
interface FieldsRead {
  readonly bodies: BodyIndex;
  readonly fields: readonly SeenField[];
}

function fieldsReadAt(context: CompletionContext, role: PartRole, kind: SeenField["kind"]): FieldsRead {
  const bodies = context.bodiesReadAt(role);
  const fields = fieldsOf(bodies, [kind]);
  const purpose = purposeIn(context, role);
  return { bodies, fields: inOrder(fields, shortXmlPaths(fields), purpose, bodies, context) };
}

function inOrder(
  fields: readonly SeenField[],
  short: ReadonlyMap<SeenField, string>,
  purpose: Purpose,
  bodies: BodyIndex,
  { document }: CompletionContext,
): readonly SeenField[] {
  const used = usedFieldsIn(document.file);
  const isUsed = (field: SeenField) =>
    used.has(`${field.kind} ${field.path}`) || used.has(`${field.kind} ${short.get(field)}`);
  return mostUsefulFirst(fields, { purpose, examples: bodies.examples.length, isUsed });
}

function fieldsOf(bodies: BodyIndex, kinds: readonly SeenField["kind"][]): readonly SeenField[] {
  return [...bodies.fields].filter(
    ({ kind, path, names }) =>
      kinds.includes(kind) && path !== "$" && path.length <= LONGEST_PATH && names.length <= DEEPEST,
  );
}

/** What a path in this place is for. */
function purposeIn(context: CompletionContext, role: PartRole): Purpose {
  const model = context.soFar(role);
  if (model?.kind === "capture") return { kind: "capture" };
  if (model?.kind === "rule" && model.label.kind === "field") return { kind: "label" };
  return { kind: "test", outcome: context.outcome };
}

function pathSuggestion(field: SeenField, path: string, bodies: BodyIndex): Suggestion {
  const [first = "", ...rest] = path.split("*");
  return {
    // The asterisks of a path are its own.
    content: { kind: "text", pieces: [first, ...rest] },
    kind: field.holds === "text" ? CompletionItemKind.Field : CompletionItemKind.Struct,
    detail: detailOf(field),
    about: () => aboutField(field, bodies.examples.length),
    ...(field.holds === "object" ? { commitCharacters: ["."] } : {}),
  };
}

function detailOf({ holds, texts }: SeenField): string {
  switch (holds) {
    case "object":
      return "fields";
    case "list":
      return "a list";
    case "elements":
      return "elements";
    case "text":
      return texts
        .first(3)
        .map(({ text }) => (text === "" ? '""' : text.slice(0, 40)))
        .join(" · ");
  }
}

/** Values listed at most where somebody looks closer. */
const MOST_VALUES = 8;

/** The word of the field and its path, where both are to be written. */
export function fieldSuggestion(
  { field, path }: UsefulField,
  detail: string | null,
  { bodies }: CompletionContext,
): Suggestion {
  return {
    content: { kind: "template", template: [writeField(field.kind, path)] },
    kind: CompletionItemKind.Field,
    detail,
    about: () => aboutField(field, bodies.examples.length),
  };
}

/** In how many examples a field is, and what it says there. */
export function aboutField({ counts, holds, texts }: SeenField, examples: number): readonly Block[] {
  const where = `In ${totalOf(counts)} of ${counted(examples, "example")}.`;
  if (holds !== "text") return [line([words(where)], 200)];
  const ordered = texts.mostTellingFirst(null);
  const shown = ordered
    .slice(0, MOST_VALUES)
    .map((seen) => `${shortened(seen.text)}   ${outcomeCountsInWords(seen.counts)}`);
  const more = texts.size - shown.length;
  return [
    line([words(`${where} ${more > 0 ? "Its most frequent values" : "Its values"}:`)], 200),
    ...code(shown),
  ];
}

function shortened(text: string): string {
  if (text === "") return "(nothing)";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** For each field the shortest path from `//` on that leads to no other of them. */
function shortXmlPaths(fields: readonly SeenField[]): ReadonlyMap<SeenField, string> {
  const counts = new Map<string, number>();
  for (const field of fields) {
    for (const end of endsOf(field)) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const short = new Map<SeenField, string>();
  for (const field of fields) {
    const path = endsOf(field).find((end) => counts.get(end) === 1);
    if (path !== undefined) short.set(field, path);
  }
  return short;
}

/** The path's ends behind `//`, the shortest first: an element by itself, then with those around it. */
function endsOf({ kind, names, attribute }: SeenField): readonly string[] {
  if (kind !== "xml") return [];
  const last = attribute === null ? "" : `/@${attribute}`;
  return names.map((_, index) => `//${names.slice(names.length - 1 - index).join("/")}${last}`);
}
