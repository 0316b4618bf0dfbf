import type { ExampleOutcomes } from "../../examples/example-outcomes.js";
import { isMadeUp } from "../../examples/made-up.js";
import type { Steps } from "../../incremental/steps.js";
import type { Mapping } from "../../model/mapping.js";
import type { KnownReachability } from "../../reachability/known-reachability.js";
import { type ListConflict, listConflicts } from "./list-conflicts.js";
import { type KnownPairs, PairResponses } from "./pair-responses.js";
import { PairSearch } from "./pair-search.js";
import { RecordedRules } from "./recorded-rules.js";
import { type TakenRefusals, takenRefusals } from "./taken-refusals.js";

/** Rules of different verdicts that hold for one likely response, so that their order decides. */
export interface RulePairs {
  readonly taken: readonly TakenRefusals[];
  readonly lists: readonly ListConflict[];
  readonly recorded: RecordedRules;
  /** The places of rules for which not all was looked for, since that would have taken more steps than a file may. */
  readonly left: readonly number[];
  /** What the next analysis can take over. */
  readonly known: KnownPairs;
}

/** Looks for such pairs: few, since most rules ask for more than a word or two. */
export function* rulePairs(
  mapping: Mapping,
  outcomes: ExampleOutcomes,
  reachability: KnownReachability,
  earlier: RulePairs | null,
): Steps<RulePairs> {
  const responses = new PairResponses(earlier?.known ?? null);
  const models = mapping.examples.map(({ model }) => model).filter((model) => !isMadeUp(model));
  const recorded = new RecordedRules([...new Set(models)], outcomes);
  const search = new PairSearch(mapping, reachability, recorded, responses);
  const lists = yield* listConflicts(search);
  const taken = yield* takenRefusals(search);
  return { taken, lists, recorded, left: search.left, known: responses.known };
}
