import { defineEntry } from "../catalogue-entry.js";

export interface UntestedRule {
  /** Whether the file has no example at all, so that this is said for all its rules. */
  readonly isFileWithout: boolean;
}

export const untestedRule = defineEntry({
  name: "untested-rule",
  severity: "hint",
  refuses: false,
  message: ({ isFileWithout }: UntestedRule) =>
    isFileWithout
      ? "this file has no examples, so nothing shows that its rules work; add the answers that the system really gave, each with its verdict: example 200 '…' is success"
      : "no example of this file is decided by this rule; add a response that the system really gave",
  page: {
    what: "No example of the file is decided by this rule: none holds it, or a rule above takes those that do. In a file without any example this is said once, at the first rule. It is not said of a rule for which an example is meant that fails: that finding names the rule.",
    why: "Nothing shows that the rule works, and nothing will tell when a change breaks it.",
    wrong: 'success exact "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\n',
    right:
      'success exact "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\nexample "duplicate lead" is reject Duplicate\n',
    fix: "Add an example with a recorded response, or one from the system's documentation. Delete a rule that nothing ever reaches.",
  },
});
