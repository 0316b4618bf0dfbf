import type { DescribedField } from "../model/field.js";
import type { DescribedPart } from "../model/field-part.js";
import { isJsonPathInAutomaton } from "../runtime/json-automaton.js";

/** Paths of one format that a mapping reads of the body: all are read together. */
interface PathsOf<Kind extends "json" | "xml"> {
  readonly kind: Kind;
  /** In the order in which the mapping's fields have them; no two of one key. */
  readonly parts: readonly Extract<DescribedPart, { kind: Kind }>[];
  /** Whether the pass in WebAssembly is carried: wherever it can follow one of the paths. */
  readonly hasPass: boolean;
}

export type FieldPaths = PathsOf<"json"> | PathsOf<"xml">;

/** A field that is read of the body. */
export interface FieldPlan {
  readonly field: DescribedField;
  /** The number of the paths that have it, and of its path there; null for a field that is no path. */
  readonly place: { readonly paths: number; readonly path: number } | null;
}

/** How the fields of a mapping are read. */
export interface FieldsPlan {
  readonly paths: readonly FieldPaths[];
  /** The mapping's fields, and behind them what chains begin with and is none of those. */
  readonly fields: readonly FieldPlan[];
}

/** How the fields are read. */
export function planFields(own: readonly DescribedField[]): FieldsPlan {
  const begun = own.flatMap((field) => (field.kind === "chain" ? [field.parts[0]] : []));
  const fields = [...new Map([...own, ...begun].map((field) => [field.key, field])).values()];
  const json = fields.filter((field) => field.kind === "json");
  const xml = fields.filter((field) => field.kind === "xml");
  const both: readonly FieldPaths[] = [
    { kind: "json", parts: json, hasPass: json.some(({ path }) => isJsonPathInAutomaton(path)) },
    { kind: "xml", parts: xml, hasPass: true },
  ];
  const paths = both.filter(({ parts }) => parts.length > 0);
  const places = new Map(
    paths.flatMap(({ parts }, number) =>
      parts.map(({ key }, path) => [key, { paths: number, path }] as const),
    ),
  );
  return { paths, fields: fields.map((field) => ({ field, place: places.get(field.key) ?? null })) };
}
