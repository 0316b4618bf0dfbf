import { defineEntry } from "../catalogue-entry.js";
import { responseInSentence } from "../shown-response.js";

export interface SuccessOnAnything {
  /** Whether the rule is `otherwise`, which asks for nothing at all. */
  readonly otherwise: boolean;
  /** The status that the shown response needs, where it matters. */
  readonly status: number | null;
  /** A body that has nothing to do with the rule, and that it takes. */
  readonly body: string;
  /** Whether it takes an empty body, too. */
  readonly takesEmpty: boolean;
  /** What to do, as the first fix says it; null where no example shows what only a success says. */
  readonly better: string | null;
}

export const successOnAnything = defineEntry({
  name: "success-on-anything",
  severity: "warning",
  refuses: false,
  message: ({ otherwise, status, body, takesEmpty, better }: SuccessOnAnything) => {
    const taken = `${responseInSentence(status, body)}${takesEmpty ? " and an empty body" : ""}`;
    const found = otherwise
      ? `whatever no rule above takes is a success, even ${taken}`
      : `this asks only that something is missing, so ${taken} ${takesEmpty ? "are" : "is"} a success, too`;
    return `${found}; ${wayOut(better)}`;
  },
  page: {
    what: "A success rule looks at the body, but it also takes an empty body and a text that has nothing to do with it: it asks only that something is missing. Or it is success otherwise, which takes everything that is left.",
    why: "An error page, a message that nobody foresaw or an empty answer then counts as a sold lead. What is missing from a body that cannot be read is missing for another reason than the rule means.",
    wrong:
      'reject json "$.error" keyword "duplicate" as Duplicate\nsuccess json "$.error" empty\nexample \'{"error":"duplicate lead"}\' is reject Duplicate\nexample \'{"error":null,"id":17}\' is success\n',
    right:
      'reject json "$.error" keyword "duplicate" as Duplicate\nsuccess json "$.error" empty and not json "$.id" empty\nexample \'{"error":"duplicate lead"}\' is reject Duplicate\nexample \'{"error":null,"id":17}\' is success\nexample "Bad gateway" is unmapped\n',
    fix: "Add a test for something that only a real success says, for instance a field that is there only then. What no rule takes is unmapped, which tools point out.",
  },
});

function wayOut(better: string | null): string {
  if (better !== null) return `${better.charAt(0).toLowerCase()}${better.slice(1)}`;
  return "add a test for what only a real success says";
}
