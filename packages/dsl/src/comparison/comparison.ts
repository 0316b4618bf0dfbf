import type { Response } from "../matching/response.js";
import type { Verdict } from "../matching/verdict.js";
import type { DifferingPart, MoneyChange } from "./verdict-difference.js";

/** Responses that get another verdict: those that the one rule decided before and the other decides now. */
export interface VerdictChange {
  /** The deciding rule's place among the old mapping's rules, from 0; null where none held (unmapped). */
  readonly before: number | null;
  /** The same in the new mapping. */
  readonly after: number | null;
  /** What it means for whoever pays. */
  readonly money: MoneyChange;
  /** What of the verdict differs. */
  readonly differs: DifferingPart;
  /** Whether an example of one of the mappings records the witness; it was made up otherwise. */
  readonly isRecorded: boolean;
  /** A response of the group, and the verdicts that the two mappings give it (the interpreter's own). */
  readonly witness: Response;
  readonly verdictBefore: Verdict;
  readonly verdictAfter: Verdict;
}

/** Responses that are decided by the one rule before and by the other now, of which it is not known what they get. */
export interface UndecidedChange {
  readonly before: number | null;
  readonly after: number | null;
  /** What it would mean if they got another verdict. */
  readonly money: MoneyChange;
  /** Why it is not known, as a clause. */
  readonly reason: string;
}

/** In what two mappings differ. */
export interface Comparison {
  /**
   * Recorded sales first, then other sales, then what was recorded, then by place. Of the pairs of a rule that came, went or moved and of unedited ones that
   * all give the same verdict there is one, or as many as recorded examples show; of each two edited rules there is their own.
   */
  readonly changes: readonly VerdictChange[];
  /** Such groups of pairs that are not told, mostly not looked at either, since others of the same rule are among the changes. */
  readonly unlisted: number;
  /** Those of them whose outcome would become success, or be it no more. */
  readonly unlistedSales: number;
  readonly undecided: readonly UndecidedChange[];
}
