/** What somebody pasted: a body with the status beside it, or a whole answer as `curl -i` prints it. */
export type PastedResponse =
  | { readonly kind: "parts"; readonly status: number | null; readonly body: string }
  | { readonly kind: "answer"; readonly text: string };

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What one test of a rule met in the response. */
export interface TestReport {
  readonly text: string;
  readonly holds: boolean;
  /** Why, as a clause: `found at line 1, column 12 of the body`. */
  readonly reason: string;
}

/** How a rule went: it decides, it does not hold, or it holds below the rule that decides. */
export type RuleState = "decides" | "fails" | "holds-below";

export interface RuleReport {
  readonly state: RuleState;
  /** The rule on one line. */
  readonly text: string;
  /** The included file that it stands in; null for the mapping itself. */
  readonly file: string | null;
  /** From 1 on. */
  readonly line: number;
  /** The tests up to the first that fails. */
  readonly tests: readonly TestReport[];
  /** By how little the rule misses the response, as a clause; null where it does not. */
  readonly nearMiss: string | null;
}

export interface CaptureReport {
  readonly name: string;
  readonly text: string;
}

/** What a mapping says of a response, or what keeps it from saying anything. */
export type Report =
  | {
      readonly kind: "verdict";
      readonly outcome: "success" | "reject" | "error" | "unmapped";
      readonly label: string | null;
      readonly status: number | null;
      readonly rules: readonly RuleReport[];
      readonly captures: readonly CaptureReport[];
      /** What decided, as stretches of the pasted text. */
      readonly evidence: readonly Stretch[];
      /** The statement that records this response with this verdict. */
      readonly example: string;
    }
  /** The pasted text is no answer, at that line from 1 on; null where no line is to blame. */
  | { readonly kind: "no-response"; readonly reason: string; readonly line: number | null }
  | { readonly kind: "no-mapping"; readonly reason: string; readonly line: number | null };

/** A response that a mapping records as an example. */
export interface RecordedExample {
  readonly status: number | null;
  readonly body: string;
}
