import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { isJsonPathInAutomaton } from "../runtime/json-automaton.js";

/** Paths of one format, names of a form, or many fields `between`, that a mapping reads of the body: all are read together. */
interface PathsOf<Kind extends "json" | "xml" | "form" | "between"> {
  readonly kind: Kind;
  /** In the order in which the mapping's fields have them; no two of one key. */
  readonly parts: readonly Extract<DescribedPart, { kind: Kind }>[];
  /** Whether a pass in WebAssembly is carried: for JSON and XML, wherever it can follow one of the paths. */
  readonly hasPass: boolean;
}

export type FieldPaths = PathsOf<"json"> | PathsOf<"xml"> | PathsOf<"form"> | PathsOf<"between">;

/**
 * So many fields `between`, and more, are read together. Of fewer the engine's own searches for each are as fast, and modules without
 * what reads them together are smaller.
 */
export const MANY_BETWEEN = 32;

/** A field that is read of the body. */
export interface FieldPlan {
  readonly field: DescribedField;
  /** The number of the paths that have it, and of its path there; null for a field that is no path. */
  readonly place: { readonly paths: number; readonly path: number } | null;
}

/** How the fields of a mapping are read. */
export interface FieldsPlan {
  readonly paths: readonly FieldPaths[];
  /** The fields, and behind them what chains begin with and is none of those. */
  readonly fields: readonly FieldPlan[];
}

const NO_FIELDS: FieldsPlan = { paths: [], fields: [] };

/** Gives the number of a field, by its key. Throws for one that is not among them. */
export function fieldNumbers({ fields }: FieldsPlan): (field: { readonly key: string }) => number {
  const numbers = new Map(fields.map(({ field }, number) => [field.key, number]));
  return ({ key }) => {
    const number = numbers.get(key);
    if (number === undefined) throw new Error(`the plan does not know the field ${key}`);
    return number;
  };
}

/** Whether a pass in WebAssembly reads the part; it can follow any path of XML. */
export function hasPass(part: DescribedPart): boolean {
  return part.kind === "xml" || (part.kind === "json" && isJsonPathInAutomaton(part.path));
}

/** Whether the case of what the part searches can differ: without letters it need not read a folded text. */
export function searchesLetters({ searchedTexts }: DescribedPart): boolean {
  return searchedTexts.some((text) => /[^\0-`{-\x7f]/.test(text));
}

/**
 * How the fields are read, and those of `before`: these keep their numbers, and so do their paths, so that what was made for them
 * is right for all.
 */
export function planFields(own: readonly DescribedField[], before: FieldsPlan = NO_FIELDS): FieldsPlan {
  const planned = before.fields.map(({ field }) => field);
  const begun = own.flatMap((field) => (field.kind === "chain" ? [field.parts[0]] : []));
  const fields = [...new Map([...planned, ...own, ...begun].map((field) => [field.key, field])).values()];
  const json = fields.filter((field) => field.kind === "json");
  const xml = fields.filter((field) => field.kind === "xml");
  const form = fields.filter((field) => field.kind === "form");
  const between = readTogether(fields, before);
  const all: readonly FieldPaths[] = [
    { kind: "json", parts: json, hasPass: json.some(hasPass) },
    { kind: "xml", parts: xml, hasPass: true },
    { kind: "form", parts: form, hasPass: false },
    { kind: "between", parts: between, hasPass: false },
  ];
  const kinds = new Set([...before.paths, ...all].map(({ kind }) => kind));
  const paths = [...kinds].flatMap((kind) =>
    all.filter((paths) => paths.kind === kind && paths.parts.length > 0),
  );
  const places = new Map(
    paths.flatMap(({ parts }, number) =>
      parts.map(({ key }, path) => [key, { paths: number, path }] as const),
    ),
  );
  return { paths, fields: fields.map((field) => ({ field, place: places.get(field.key) ?? null })) };
}

/** The fields `between` that are read together. Those of `before` are read as they are there. */
function readTogether(
  fields: readonly DescribedField[],
  before: FieldsPlan,
): readonly Extract<DescribedPart, { kind: "between" }>[] {
  const all = fields.filter((field) => field.kind === "between");
  if (before.paths.some(({ kind }) => kind === "between")) return all;
  const planned = new Set(before.fields.map(({ field }) => field.key));
  const own = all.filter(({ key }) => !planned.has(key));
  return own.length < MANY_BETWEEN ? [] : own;
}
