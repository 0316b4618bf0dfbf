import type { MadeResponse } from "./responses.js";

/** Everything of the rules above that an answer about a rule depends on. */
export interface SeenAbove {
  /** Responses that were looked at: which rules above hold for them matters. */
  readonly responses: MadeResponse[];
  /** Rules above whose conditions were asked about. */
  readonly rules: Set<number>;
}
