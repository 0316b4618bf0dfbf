import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { type RuleMove, whyNotMoved } from "../rule-move.js";
import { responseInSentence } from "../shown-response.js";

export interface ConflictingRules {
  /** Where the rule above stands, and the verdict that it gives to the response. */
  readonly line: string;
  readonly upperVerdict: string;
  /** The verdict that this rule would give. */
  readonly verdict: string;
  /** The response for which both hold: an example of the file, or a body with both values of a list. */
  readonly response:
    | { readonly kind: "example"; readonly line: string }
    | {
        readonly kind: "list";
        readonly field: string;
        readonly status: number | null;
        readonly body: string;
      };
  /** Where other rules above stand that hold for an example together with this one, too. */
  readonly others: readonly string[];
  /** Of moving this rule up, above the other. */
  readonly move: RuleMove;
}

export const conflictingRules = defineEntry({
  name: "conflicting-rules",
  severity: "warning",
  refuses: false,
  message: ({ line, upperVerdict, verdict, response, others, move }: ConflictingRules) => {
    const both =
      response.kind === "example"
        ? `the example in ${response.line} meets both this rule and the one in ${line}`
        : `${response.field} can pick several values, so ${responseInSentence(response.status, response.body)} meets both this rule and the one in ${line}`;
    const decides = `only their order makes it ${upperVerdict} and not ${verdict}`;
    const more = others.length === 0 ? "" : ` (the same goes for ${listed(others)})`;
    return `${both}: ${decides}${more}; ${wayOut(move, response)}`;
  },
  page: {
    what: "Two rules that give different verdicts hold for one and the same response, and only their order decides: an example of the file, or a list with one value for each of them. Where the examples show that the rule above is the special case of the one below, that is the order which rules need, and nothing is said; nor is it where the rule below has the same outcome and asks for the status alone.",
    why: "Nothing in the rules says which of the two is meant. Whoever moves a row, or puts one in between, changes a verdict without seeing it; and of a list in which one part was accepted and another refused, the rule that happens to stand above hides the other.",
    wrong:
      'success json "$[*].status" exact "sent"\nreject json "$[*].status" exact "rejected" as Rejected\nexample \'[{"status":"sent"}]\' is success\nexample \'[{"status":"rejected"}]\' is reject Rejected\n',
    right:
      'success json "$[*].status" exact "sent" and not json "$[*].status" exact "rejected"\nreject json "$[*].status" exact "rejected" as Rejected\nexample \'[{"status":"sent"}]\' is success\nexample \'[{"status":"rejected"}]\' is reject Rejected\nexample \'[{"status":"sent"},{"status":"rejected"}]\' is reject Rejected\n',
    fix: "Say in the rule above what it leaves to the other, with and not; or move the rule that is to win up, and record the response as an example. Where the example says that the rule above is right, the fix says so in the rule below, which changes no verdict.",
  },
});

function wayOut(move: RuleMove, response: ConflictingRules["response"]): string {
  switch (move.kind) {
    case "possible":
      return "if this rule is right, move it up, else say in the other what is meant";
    case "examples-pass":
      return "if this rule is right, move it up (all examples still pass)";
    case "untried":
      return SAY_IN_ONE;
    case "harmful":
      return response.kind === "example" && response.line === move.line
        ? "the example says that the other is right, so say here what is left to it, with and not"
        : `${SAY_IN_ONE} (${whyNotMoved(move, "this rule")})`;
    case "takes-all":
    case "past-include":
      return `${SAY_IN_ONE} (${whyNotMoved(move, "this rule")})`;
  }
}

const SAY_IN_ONE = "say in one of them what it leaves to the other";
