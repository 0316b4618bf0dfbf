import { defineEntry } from "../catalogue-entry.js";

/**
 * Why there is no reason: the rule has no label; or nothing stands in for its field, which is missing in an example, or of which no example
 * shows that it is there.
 */
export type Unlabelled =
  | { readonly kind: "no-label" }
  | { readonly kind: "field-unseen" }
  | { readonly kind: "field-missing"; readonly example: string };

function sentence(parameters: Unlabelled): string {
  switch (parameters.kind) {
    case "no-label":
      return "this rejection would have no reason in a report; add as and a label";
    case "field-unseen":
      return "a rejection without this field would have no reason in a report, and no example shows that the field is always there; add or and a label";
    case "field-missing":
      return `the example in ${parameters.example} does not have this field, so its rejection would have no reason in a report; add or and a label`;
  }
}

export const unlabelledReject = defineEntry({
  name: "unlabelled-reject",
  severity: "hint",
  refuses: false,
  message: sentence,
  page: {
    what: "A reject rule has no label; or it takes its label from a field that one of its examples does not have, or that no example of it shows, and there is no label after or.",
    why: "A rejection report counts the rejections under their reasons. One without a reason tells nobody what to do about it.",
    wrong:
      'success exact "sold"\nreject keyword "duplicate"\nexample "sold" is success\nexample "duplicate" is reject\n',
    right:
      'success exact "sold"\nreject keyword "duplicate" as Duplicate\nexample "sold" is success\nexample "duplicate" is reject Duplicate\n',
    fix: 'Write as and a label at the end of the rule, or take the reason from the response: as json "$.reason" or "No reason given".',
  },
});
