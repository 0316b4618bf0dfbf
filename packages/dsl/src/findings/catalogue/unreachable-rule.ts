import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { type RuleMove, whyNotMoved } from "../rule-move.js";

export interface UnreachableRule {
  /** Where the rules above stand that take everything, in their order. */
  readonly lines: readonly string[];
  /** Whether it is proved that fewer rules do not suffice. */
  readonly areFewest: boolean;
  /** How many of them give the verdict that this rule would give. */
  readonly same: "all" | "some" | "none";
  /** Of moving this rule up, above them. */
  readonly move: RuleMove;
}

export const unreachableRule = defineEntry({
  name: "unreachable-rule",
  severity: "error",
  refuses: false,
  tag: "unnecessary",
  message: ({ lines, areFewest, same, move }: UnreachableRule) => {
    const rules = `the rule${lines.length === 1 ? "" : "s"} in ${listed(lines)}`;
    const taken = `${rules} ${lines.length === 1 ? "takes" : "together take"} every response that this rule would match`;
    const proof = areFewest ? "" : " (not proved to be the fewest)";
    const verdict = { all: "the same verdict", some: "partly another verdict", none: "another verdict" }[
      same
    ];
    return `${taken}${proof}, with ${verdict}: ${same === "all" ? "this rule can be deleted" : wayOut(move)}`;
  },
  page: {
    what: "Rules above take every response that this rule would match, so it never decides. The finding names the fewest rules that together do so.",
    why: "Rules are tried from top to bottom, and the first that holds decides. If the rules above give another verdict, a refusal is counted under the wrong reason, or as a sale; if they give the same one, the rule is only clutter.",
    wrong:
      'success json "$.status" exact "ok"\nreject keyword "dup" as Duplicate\nreject keyword "dup phone" as "Duplicate phone"\nexample \'{"status":"ok"}\' is success\nexample "dup phone" is reject Duplicate\n',
    right:
      'success json "$.status" exact "ok"\nreject keyword "dup phone" as "Duplicate phone"\nreject keyword "dup" as Duplicate\nexample \'{"status":"ok"}\' is success\nexample "dup phone" is reject "Duplicate phone"\nexample "dup mail" is reject Duplicate\n',
    fix: "Move the rule above those that take its responses, if it is the more specific one; or narrow the rule that takes them with and not; or delete it if they say the same. The message says why moving it is no solution: an example that passes would fail, or another rule would never decide.",
  },
});

function wayOut(move: RuleMove): string {
  switch (move.kind) {
    case "possible":
    case "examples-pass":
      return "move this rule up, or delete it";
    case "untried":
      return NEVER_DECIDES;
    case "harmful":
    case "takes-all":
    case "past-include":
      return `${NEVER_DECIDES}, and ${whyNotMoved(move, "it")}`;
  }
}

const NEVER_DECIDES = "this rule never decides";
