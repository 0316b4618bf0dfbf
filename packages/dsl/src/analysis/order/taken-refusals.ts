import { bodyKindOf } from "../../bodies/body-kind.js";
import { largestOf } from "../../incremental/long-lists.js";
import { StepBudget, type Steps } from "../../incremental/steps.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { testedTexts } from "../../model/tested-texts.js";
import type { MadeResponse } from "../../reachability/responses.js";
import { foldText } from "../../text/case-folding.js";
import { wordsOf } from "../words/sentence-words.js";
import { heldRefusals } from "./held-refusals.js";
import { OtherFields } from "./other-fields.js";
import { MOST_ABOVE, type PairSearch, type PlacedRule } from "./pair-search.js";
import type { RecordedRules } from "./recorded-rules.js";
import { canTakeFrom, type SuccessWidth, widthOf } from "./wide-success.js";

/** A success rule, and rules for refusals below it of whose likely responses it takes some. */
export interface TakenRefusals {
  /** The places of the rules among the mapping's. */
  readonly success: number;
  /** In their order, at least one. */
  readonly refusals: readonly TakenRefusal[];
}

export interface TakenRefusal {
  readonly place: number;
  /** The success rule decides it, and the refusal rule holds for it, too. */
  readonly response: MadeResponse;
}

/** Rules below one success rule that are looked at, and tried with it. */
const MOST_BELOW = 1_000;
const MOST_TRIED = 12;

/** What the rules below are held against. */
interface Known {
  readonly recorded: RecordedRules;
  readonly otherFields: OtherFields;
  readonly budget: StepBudget;
}

/** For each wide success rule of the own file the refusals that it takes. */
export function* takenRefusals(search: PairSearch): Steps<readonly TakenRefusals[]> {
  const { recorded } = search;
  const found: TakenRefusals[] = [];
  const budget = new StepBudget();
  const otherFields = new OtherFields(recorded.examples);
  for (const rule of search.successesBefore(MOST_ABOVE)) {
    const width = rule.isOwn ? widthIn(rule.model, recorded) : null;
    // A failing example says already what it takes.
    if (width === null || recorded.decidesFailing(rule.model)) continue;
    if (search.isExhausted) {
      search.leave(rule);
      continue;
    }
    const below = search.rulesFrom(rule.place + 1, rule.place + 1 + MOST_BELOW);
    const refusals: TakenRefusal[] = [];
    for (const refusal of yield* likelyRefusals(rule, width, below, { recorded, otherFields, budget })) {
      if (search.isExhausted) {
        search.leave(rule);
        break;
      }
      const { response, microseconds } = search.find(
        rule,
        refusal,
        width.kind === "recorded" ? width.held.examples : shapesFor(rule.model, refusal.model, recorded),
      );
      if (response !== null) refusals.push({ place: refusal.place, response });
      if (budget.isSpentBy(microseconds)) yield;
    }
    if (refusals.length > 0) found.push({ success: rule.place, refusals });
  }
  return found;
}

/** In what a success rule is wide, by what it asks for, or else by the recorded refusals for which it holds. */
function widthIn(success: RuleModel, recorded: RecordedRules): SuccessWidth | null {
  const width = widthOf(success);
  if (width !== null || success.outcome !== "success") return width;
  const held = heldRefusals(success, recorded);
  return held === null ? null : { kind: "recorded", held };
}

/** The rules below that are worth a search, the first ones. */
function* likelyRefusals(
  { model: success }: PlacedRule,
  width: SuccessWidth,
  below: Iterable<PlacedRule>,
  { recorded, otherFields, budget }: Known,
): Steps<readonly PlacedRule[]> {
  const likely: PlacedRule[] = [];
  const takesStatus = statusTestOf(success);
  for (const rule of below) {
    const { model } = rule;
    if (model.outcome === "success") continue;
    if (!canTakeFrom(width, model)) {
      if (width.kind !== "words" || width.field === null) continue;
      const { isLikely, microseconds } = otherFields.lookAt(success, width.field, model);
      if (budget.isSpentBy(microseconds)) yield;
      if (!isLikely) continue;
    }
    const statuses = Array.from(recorded.refusalStatuses(model));
    if (statuses.length > 0 && !statuses.some(takesStatus)) continue;
    if (recorded.areMeantSo(success, model)) continue;
    if (width.kind === "words" && !leaveRoom(model, recorded.decidedBy(model))) continue;
    likely.push(rule);
    if (likely.length === MOST_TRIED) break;
  }
  return likely;
}

/** Whether a status passes all that a rule asks of it. */
function statusTestOf({ condition }: RuleModel): (status: number | null) => boolean {
  const tests = testsOf(condition).filter(({ test }) => test.kind === "status");
  if (tests.length === 0) return () => true;
  return (status) => {
    const subject = new Subject({ status });
    return tests.every((test) => testHolds(test, subject));
  };
}

/** Whether the recorded answers of a rule say more than what it looks for: an answer of one word has no other in it. */
function leaveRoom(rule: RuleModel, examples: readonly ExampleModel[]): boolean {
  const longest = largestOf(
    testedTexts(rule).map(({ text }) => wordsOf(text.folded).length),
    0,
  );
  return (
    examples.length === 0 ||
    examples.some(({ body }) => bodyKindOf(body) !== "text" || wordsOf(foldText(body)).length > longest)
  );
}

/** Recorded answers that one for both rules is to look like: those of the refusal, or else of the success, or any. */
function shapesFor(success: RuleModel, refusal: RuleModel, recorded: RecordedRules): readonly ExampleModel[] {
  const ofRules = [recorded.decidedBy(refusal), recorded.decidedBy(success)];
  return ofRules.find((examples) => examples.length > 0) ?? recorded.examples;
}
