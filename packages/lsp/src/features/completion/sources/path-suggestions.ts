import {
  type BodyIndex,
  bodyKindOf,
  innerBodiesIn,
  type PartRole,
  type SeenField,
  writeField,
} from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";
import { mostUsefulFirst, type Purpose } from "./field-order.js";
import { aboutField, type UsefulField } from "./field-suggestion.js";
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
    about: () => aboutField(field, bodies),
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

/** The fields that hold texts, the most useful first; those in bodies inside the bodies are among them. */
export function usefulFields(context: CompletionContext, purpose: Purpose): readonly UsefulField[] {
  const { bodies } = context;
  const inner = innerBodiesIn(bodies);
  const own = fieldsOf(bodies, NAMED_FIELDS).filter((field) => inner.length === 0 || !holdsBodies(field));
  const short = new Map(shortXmlPaths(own));
  const outer = new Map(own.map((field) => [field, ""]));
  for (const { written, bodies: read } of inner) {
    const fields = fieldsOf(read, NAMED_FIELDS);
    for (const [field, path] of shortXmlPaths(fields)) short.set(field, path);
    for (const field of fields) outer.set(field, `${written} `);
  }
  return inOrder([...outer.keys()], short, purpose, bodies, context)
    .filter(({ holds }) => holds === "text")
    .map((field) => {
      const path = short.get(field) ?? field.path;
      return { field, written: `${outer.get(field) ?? ""}${writeField(field.kind, path)}` };
    });
}

/** Whether the field's texts are bodies by themselves, so that nobody compares them as a whole. */
function holdsBodies({ texts }: SeenField): boolean {
  const first = texts.first(SAMPLE).filter(({ text }) => text !== "" && text !== "null");
  return first.length > 0 && first.every(({ text }) => ["json", "xml"].includes(bodyKindOf(text)));
}

const SAMPLE = 3;

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
    about: () => aboutField(field, bodies),
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
