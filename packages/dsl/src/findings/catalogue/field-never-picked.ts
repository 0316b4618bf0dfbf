import { defineEntry } from "../catalogue-entry.js";
import { visible } from "../quoted.js";

export interface FieldNeverPicked {
  /** As the file has it. */
  readonly field: string;
  /** A field that was probably meant, as a file writes it; null where no example shows one for this label. */
  readonly near: string | null;
  /** The line of the first example that has the near one, or else of the first that lacks its label. */
  readonly place: string;
}

export const fieldNeverPicked = defineEntry({
  name: "field-never-picked",
  severity: "warning",
  refuses: false,
  message: ({ field, near, place }: FieldNeverPicked) => {
    const nowhere = `no example of this file has ${visible(field)}`;
    return near === null
      ? `${nowhere}, and the one in ${place} gets the label after or because of that; correct the field, or record a response that has it`
      : `${nowhere}, but the one in ${place} has ${visible(near)}; write that, or record a response that has the other`;
  },
  page: {
    what: "A test, a label or a capture asks for a field that no example of the file has, though some have bodies of its kind. Usually the path is nearly right: a name is spelled differently, a step is missing, or there is an array in between. The message names what an example has instead.",
    why: 'What is not there is not found, and nobody hears of it: the test never holds, the label is always the one after or, the capture is missing with every lead. And json "$.error" empty, or a test with not, holds for every response.',
    wrong:
      'success json "$.sold" exact "true"\nreject json "$.sold" exact "false" as json "$.reason" or Refused\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"errors":[{"reason":"Duplicate"}]}\' is reject\n',
    right:
      'success json "$.sold" exact "true"\nreject json "$.sold" exact "false" as json "$.errors[*].reason" or Refused\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"errors":[{"reason":"Duplicate"}]}\' is reject Duplicate\n',
    fix: "Write the field as the responses have it. Where the fix offers that, every example that passes still passes then. If the field is right and only no recorded response has it, record one that does as an example: it shows that the rule works.",
  },
});
