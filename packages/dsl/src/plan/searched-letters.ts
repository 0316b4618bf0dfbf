import { caseVariants } from "../text/case-folding.js";
import { askedFields, type MappingPlan } from "./mapping-plan.js";

/** A letter outside ASCII and what it folds to. */
export type LetterVariant = readonly [variant: string, folded: string];

/**
 * The case variants outside ASCII of all letters that the mapping searches, in order: with these and the letters of ASCII
 * a target can ignore case, without a table of all foldings.
 */
export function searchedVariants(plan: MappingPlan): readonly LetterVariant[] {
  return variantsIn(plan);
}

/** The same of the letters that rules search: what labels and captures search besides is left out. */
export function variantsSearchedByRules(plan: MappingPlan): readonly LetterVariant[] {
  return variantsIn({ predicates: plan.predicates, fields: askedFields(plan) });
}

type SearchingParts = Pick<MappingPlan, "predicates" | "fields">;

function variantsIn(plan: SearchingParts): readonly LetterVariant[] {
  const letters = new Set<number>();
  for (const text of searchedTexts(plan)) {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint >= 0x80) letters.add(codePoint);
    }
  }
  return [...letters]
    .sort((a, b) => a - b)
    .flatMap((folded) =>
      caseVariants(folded)
        .filter((variant) => variant !== folded)
        .map((variant) => [String.fromCodePoint(variant), String.fromCodePoint(folded)] as const),
    );
}

/** Every text that is searched in a body or a picked text, with its case folded. */
function* searchedTexts({ predicates, fields }: SearchingParts): Iterable<string> {
  for (const predicate of predicates) {
    if (predicate.kind === "text") for (const { folded } of predicate.texts) yield* folded;
  }
  for (const field of fields) yield* field.searchedTexts;
}
