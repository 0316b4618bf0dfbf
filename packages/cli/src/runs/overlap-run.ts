import { type Mapping, overlaps, type Rule, writeVerdict } from "@responses/dsl";
import { labelOf, reasonInWords, Subject } from "@responses/dsl/editor";

/** The pairs of rules of one mapping that hold for one response and give it different verdicts. */
export interface MappingOverlaps {
  /** The mapping's file. */
  readonly file: string;
  readonly pairs: readonly OverlappingRules[];
  readonly undecided: readonly UndecidedPair[];
  /** Pairs that were not gone through. */
  readonly left: number;
}

interface RulePair {
  readonly upper: Rule;
  readonly lower: Rule;
}

export interface OverlappingRules extends RulePair {
  readonly witness: { readonly status: number | null; readonly body: string };
  /** The verdict that each of them gives to the response. */
  readonly upperVerdict: string;
  readonly lowerVerdict: string;
}

export interface UndecidedPair extends RulePair {
  readonly reason: string;
}

/** Lists all pairs, with the verdicts that they give. */
export function overlapsOf(mapping: Mapping): MappingOverlaps {
  const { rules, file } = mapping;
  const { pairs, undecided, left } = overlaps(mapping);
  const rulesOf = (places: { readonly upper: number; readonly lower: number }): readonly RulePair[] => {
    const [upper, lower] = [rules[places.upper], rules[places.lower]];
    return upper === undefined || lower === undefined ? [] : [{ upper, lower }];
  };
  return {
    file: file.path,
    pairs: pairs.flatMap((pair) =>
      rulesOf(pair).map(({ upper, lower }) => {
        const { witness } = pair;
        const subject = new Subject(witness);
        const [upperVerdict, lowerVerdict] = [verdictBy(upper, subject), verdictBy(lower, subject)];
        return { upper, lower, witness, upperVerdict, lowerVerdict };
      }),
    ),
    undecided: undecided.flatMap((pair) =>
      rulesOf(pair).map((own) => ({ ...own, reason: reasonInWords(pair.reason) })),
    ),
    left,
  };
}

function verdictBy({ model }: Rule, subject: Subject): string {
  return writeVerdict({ outcome: model.outcome, label: labelOf(model.label, subject) });
}
