import { defineEntry } from "../catalogue-entry.js";

/** Why nothing can succeed: there is no such rule, or `otherwise`, at that place, leaves nothing for those below it. */
export type NoSuccess =
  | { readonly kind: "none" }
  | { readonly kind: "below-otherwise"; readonly otherwise: string };

export const noSuccessRule = defineEntry({
  name: "no-success-rule",
  severity: "warning",
  refuses: false,
  message: (parameters: NoSuccess) =>
    parameters.kind === "none"
      ? "no rule gives success, so no lead can ever count as accepted"
      : `no lead can ever count as accepted: every success rule is below the otherwise in ${parameters.otherwise}, which takes all that is left`,
  page: {
    what: "A file with a system in which no response at all can be a success: there is no success rule, or all of them are below an otherwise.",
    why: "Every lead that is delivered then counts as failed, whatever the system says.",
    wrong:
      'system "Acme"\nreject keyword "duplicate" as Duplicate\nexample "duplicate lead" is reject Duplicate\n',
    right:
      'system "Acme"\nsuccess keyword "thank you"\nreject keyword "duplicate" as Duplicate\nexample "Thank you!" is success\nexample "duplicate lead" is reject Duplicate\n',
    fix: "Write a rule for the response that the system gives to a lead it takes, or include the file that has it; move otherwise to the end. A file that holds rules for others to include needs no system.",
  },
});
