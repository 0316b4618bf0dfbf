import { isMadeUp } from "../../examples/made-up.js";
import { largestOf } from "../../incremental/long-lists.js";
import type { Field } from "../../model/field.js";
import type { Example } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { type AskedField, askedFields, distinctFieldsIn } from "./asked-fields.js";
import { fieldIn, type MissingField } from "./missing-field.js";

/** A field that no example of the file has, though it could stand in some. */
export interface NeverPicked {
  /** Where the file itself asks for it, in order. */
  readonly uses: readonly [AskedField, ...AskedField[]];
  /** The examples in which it could stand, the nearest to it alone: those in which most of its path is there. */
  readonly misses: readonly [Miss, ...Miss[]];
}

export interface Miss {
  readonly example: Example;
  readonly found: MissingField;
}

/** Examples that are looked at for all fields together at most: twenty fields that are in none of a thousand examples. */
const MOST_LOOKED_AT = 20_000;

/** The fields that the mapping's own file asks for and that none of its recorded examples has, though it could stand in some. */
export function* neverPicked(analysed: AnalysedMapping): Generator<NeverPicked> {
  const examples = analysed.mapping.examples.filter(({ model }) => !isMadeUp(model));
  let left = MOST_LOOKED_AT;
  for (const field of ownFields(analysed)) {
    const misses: Miss[] = [];
    let isPicked = false;
    for (const example of examples) {
      if (left-- === 0) return;
      const found = fieldIn(example.model, field);
      isPicked = found.kind === "picked";
      if (isPicked) break;
      if (found.kind === "missing") misses.push({ example, found });
    }
    const [nearest, ...farther] = isPicked ? [] : nearestOf(misses);
    if (nearest === undefined) continue;
    const [first, ...others] = usesOf(field, analysed);
    if (first !== undefined) yield { uses: [first, ...others], misses: [nearest, ...farther] };
  }
}

/** The fields that the mapping's own file asks for, of one key the first, in order. */
function* ownFields({ mapping, knowledge }: AnalysedMapping): Iterable<Field> {
  const captures = mapping.captures.filter(({ file }) => file.path === mapping.file.path);
  const seen = new Set<string>();
  for (const models of [...knowledge.ownRules, captures.map(({ model }) => model)]) {
    for (const field of distinctFieldsIn(models)) {
      if (!seen.has(field.key)) yield field;
      seen.add(field.key);
    }
  }
}

function usesOf({ key }: Field, { mapping }: AnalysedMapping): readonly AskedField[] {
  return askedFields(mapping).filter(
    ({ field, by }) => field.key === key && by.file.path === mapping.file.path,
  );
}

/** Those in which most of the path is there; none if it leads to a place that is only left empty. */
function nearestOf(misses: readonly Miss[]): readonly Miss[] {
  const reach = largestOf(misses.map(({ found }) => found.reach));
  const nearest = misses.filter(({ found }) => found.reach === reach);
  return nearest.some(({ found }) => found.isLeftEmpty) ? [] : nearest;
}
