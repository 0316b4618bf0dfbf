import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";

export interface UnreachableRule {
  /** Where the rules above stand that take everything, in their order. */
  readonly lines: readonly string[];
  /** Whether it is proved that fewer rules do not suffice. */
  readonly areFewest: boolean;
  /** How many of them give the verdict that this rule would give. */
  readonly same: "all" | "some" | "none";
  /** Whether moving this rule up, above them, would leave something for each of them and no example fail, as far as it was tried. */
  readonly canMove: boolean;
}

export const unreachableRule = defineEntry({
  name: "unreachable-rule",
  severity: "error",
  refuses: false,
  tag: "unnecessary",
  message: ({ lines, areFewest, same, canMove }: UnreachableRule) => {
    const rules = `the rule${lines.length === 1 ? "" : "s"} in ${listed(lines)}`;
    const taken = `${rules} ${lines.length === 1 ? "takes" : "together take"} every response that this rule would match`;
    const proof = areFewest ? "" : " (not proved to be the fewest)";
    const verdict = { all: "the same verdict", some: "partly another verdict", none: "another verdict" }[
      same
    ];
    const wayOut =
      same === "all"
        ? "this rule can go"
        : canMove
          ? "move this rule up, or delete it"
          : "this rule never decides";
    return `${taken}${proof}, with ${verdict}: ${wayOut}`;
  },
  page: {
    what: "Rules above take every response that this rule would match, so it never decides. The finding names the fewest rules that together do so.",
    why: "Rules are tried from top to bottom, and the first that holds decides. If the rules above give another verdict, a refusal is counted under the wrong reason, or as a sale; if they give the same one, the rule is only clutter.",
    wrong:
      'success json "$.status" exact "ok"\nreject keyword "dup" as Duplicate\nreject keyword "dup phone" as "Duplicate phone"\nexample \'{"status":"ok"}\' is success\nexample "dup phone" is reject Duplicate\n',
    right:
      'success json "$.status" exact "ok"\nreject keyword "dup phone" as "Duplicate phone"\nreject keyword "dup" as Duplicate\nexample \'{"status":"ok"}\' is success\nexample "dup phone" is reject "Duplicate phone"\nexample "dup mail" is reject Duplicate\n',
    fix: "Move the rule above those that take its responses, if it is the more special one; or let the one rule that takes them leave them to it, with and not; delete it if they say what it says.",
  },
});
