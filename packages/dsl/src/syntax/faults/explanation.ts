import type { LocalFinding, LocalFix } from "../../findings/finding.js";
import type { SyntaxProblem } from "../../findings/syntax-problem.js";
import type { LocalSpan } from "../../text/span.js";
import type { Token } from "../tokens.js";
import type { Fault } from "./fault.js";
import { spanOf } from "./token-places.js";

/** What is said about a fault: the blanks of the sentence, its place, and how to fix it. */
export type Explanation = Extract<LocalFinding, { readonly name: "syntax" | "invalid-number" }>;

/** Explains faults of one kind; null where this is none of them. `found` is the token that does not fit. */
export type Explainer = (fault: Fault, found: Token) => Explanation | null;

/** An explanation that marks a token or a stretch of the statement. */
export function problemAt(
  place: Token | LocalSpan,
  parameters: SyntaxProblem,
  fixes: readonly LocalFix[] = [],
): Explanation {
  return { name: "syntax", parameters, span: "from" in place ? place : spanOf(place), fixes };
}

/** A line of an ordered table. */
export type Attempt =
  | {
      readonly explain: Explainer;
      /** Why it is tried where it stands: what would come of it above or below. */
      readonly because: string;
    }
  | {
      /** Where this holds, the lines below have nothing to say: another table explains the fault. */
      readonly leaveIf: (fault: Fault, found: Token) => boolean;
      readonly because: string;
    };

/** Tries explanations one after the other; the first that knows the fault explains it. */
export function inOrder(attempts: readonly Attempt[]): Explainer {
  return (fault, found) => {
    for (const attempt of attempts) {
      if ("explain" in attempt) {
        const explanation = attempt.explain(fault, found);
        if (explanation !== null) return explanation;
      } else if (attempt.leaveIf(fault, found)) return null;
    }
    return null;
  };
}

/** Explanations of which no two know the same fault, as one line of a table. */
export function each(...explainers: readonly Explainer[]): Explainer {
  return (fault, found) => {
    for (const explain of explainers) {
      const explanation = explain(fault, found);
      if (explanation !== null) return explanation;
    }
    return null;
  };
}
