/** What is known of moving a rule up, above another. */
export type RuleMove =
  /** Nothing speaks against it, as far as there are examples that pass. */
  | { readonly kind: "possible" }
  /** All examples pass then. */
  | { readonly kind: "examples-pass" }
  /** The example in a line passes, and would fail. */
  | { readonly kind: "harmful"; readonly line: string }
  /** It would leave nothing to the rule in a line. */
  | { readonly kind: "takes-all"; readonly line: string }
  /** An include stands between the two, or one of them comes with it. */
  | { readonly kind: "past-include" }
  /** So many others were tried before that this one was not. */
  | { readonly kind: "untried" };

/** Why a rule, named so in the sentence, is not to be moved up; nothing where it can be, or nobody has tried. */
export function whyNotMoved(move: RuleMove, rule: "it" | "this rule" | "that rule"): string {
  switch (move.kind) {
    case "possible":
    case "examples-pass":
    case "untried":
      return "";
    case "harmful":
      return `moving ${rule} up would make the example in ${move.line} fail`;
    case "takes-all":
      return `moving ${rule} up would leave nothing to the rule in ${move.line}`;
    case "past-include":
      return `${rule} cannot be moved up past an include`;
  }
}
