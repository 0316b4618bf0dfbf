import { defineEntry } from "../catalogue-entry.js";

export interface UntestedRule {
  /** Whether the file has no example at all, so that this is said for all its rules. */
  readonly isFileWithout: boolean;
  /** The lines of an example for which the rule holds and of the rule above that decides it; null where there is none. */
  readonly taken: { readonly example: string; readonly rule: string } | null;
}

export const untestedRule = defineEntry({
  name: "untested-rule",
  severity: "hint",
  refuses: false,
  message: ({ isFileWithout, taken }: UntestedRule) => {
    if (isFileWithout)
      return "this file has no examples, so nothing shows that its rules work; add the answers that the system really gave, each with its verdict: example 200 '…' is success";
    const none = "no example of this file is decided by this rule";
    return taken === null
      ? `${none}; add a response that the system really gave`
      : `${none}: it holds for the one in ${taken.example}, but the rule in ${taken.rule} takes that; add a response that the system really gave and no rule above takes, or let this rule stand further up if that one is meant for it`;
  },
  page: {
    what: "No example of the file is decided by this rule: none holds it, or a rule above takes those that do: then the finding names such an example, if it has the outcome of this rule, and the rule that takes it. In a file without any example this is said once, at the first rule. It is not said of a rule for which an example is meant that fails: that finding names the rule.",
    why: "Nothing shows that the rule works, and nothing will tell when a change breaks it.",
    wrong: 'success exact "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\n',
    right:
      'success exact "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\nexample "duplicate lead" is reject Duplicate\n',
    fix: "Add an example with a recorded response, or one from the system's documentation. Delete a rule that nothing ever reaches.",
  },
});
