import { defineEntry } from "../catalogue-entry.js";

export const untestedRule = defineEntry({
  name: "untested-rule",
  severity: "hint",
  refuses: false,
  message: (_parameters: Readonly<Record<never, never>>) =>
    "no example of this file is decided by this rule; add a response that the system really gave",
  page: {
    what: "No example of the file is decided by this rule: none holds it, or a rule above takes those that do.",
    why: "Nothing shows that the rule works, and nothing will tell when a change breaks it.",
    wrong: 'success word "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\n',
    right:
      'success word "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\nexample "duplicate lead" is reject Duplicate\n',
    fix: "Add an example with a recorded response, or one from the system's documentation. A rule that nothing ever reaches can go.",
  },
});
