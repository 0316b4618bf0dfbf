import type { DescribedField } from "../model/field.js";
import type { Atom } from "./atoms.js";

/** An atom, and whether it must hold. */
export interface DecidedAtom {
  readonly atom: Atom;
  readonly holds: boolean;
}

/** What a search has decided about one field: what must be found among its picks, and what must not. */
export interface FieldDemand {
  readonly field: DescribedField;
  readonly decided: readonly DecidedAtom[];
}

/** What meets demands; or certainly nothing, with the decisions that already leave nothing; or no answer within the bounds. */
export type Met<Value> =
  | { readonly kind: "met"; readonly value: Value }
  | { readonly kind: "none"; readonly because: readonly DecidedAtom[] }
  | { readonly kind: "unknown" };
