import type { WantedField } from "../synthesis/wanted-body.js";
import type { SingleText } from "./texts/single-text.js";

/** What a response has to be. Whether there is such a response shows when one is made. */
export interface WantedResponse {
  readonly status: number | null;
  readonly body: {
    /** A text for which all holds that is asked of the body itself. */
    readonly text: string;
    /** What must be found in it. */
    readonly required: readonly SingleText[];
  };
  readonly fields: readonly WantedField[];
}

/** Why there is no answer. */
export type UndecidedReason =
  /** It would have taken more steps than these. */
  | { readonly kind: "exhausted"; readonly steps: number }
  /** What the tests ask of one text is not decided: it could only be a number with an exponent, or a limit has very many digits. */
  | { readonly kind: "not-understood" }
  /** The tests leave something, but none of the responses that were made shows it. */
  | { readonly kind: "no-response-made" };

export type Answer<Response> =
  | { readonly kind: "found"; readonly response: Response }
  /** Certainly there is no such response. */
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly reason: UndecidedReason };
