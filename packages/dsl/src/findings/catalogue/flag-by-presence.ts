import { defineEntry } from "../catalogue-entry.js";
import { visible } from "../quoted.js";

export interface Parameters {
  /** The field as the mapping has it. */
  readonly field: string;
  /** Whether the field is an id, which many systems give to refused leads, too. */
  readonly isId: boolean;
  /** An answer that says no, and for which the rule holds. */
  readonly body: string;
  /** A test of the value, as it would be written; null where no example shows one. */
  readonly better: string | null;
}

export const flagByPresence = defineEntry({
  name: "flag-by-presence",
  severity: "warning",
  refuses: false,
  message: ({ field, isId, body, better }: Parameters) =>
    `this asks only whether ${visible(field)} is there, and ${
      isId ? "many systems give a refused lead one, too, as in" : "it is there in"
    } ${visible(body)}${isId ? "" : ", too"}; ${wayOut(isId, better)}`,
  page: {
    what: 'A success rule asks only whether a field is there (not … empty, or exact "*"), and the field is one that says yes or no: its name is success, accepted, status or the like, or an example shows true or false, yes or no there. Or it is an id, which many systems give to refused leads, too, and no example shows an answer without it.',
    why: 'A refusal has the field as well: not json "$.success" empty holds for {"success":false}. Leads that nobody bought count as sold.',
    wrong: 'success not json "$.success" empty\nexample \'{"success":true}\' is success\n',
    right:
      'success json "$.success" exact "true"\nexample \'{"success":true}\' is success\nexample \'{"success":false}\' is unmapped\n',
    fix: 'Ask for the value: json "$.success" exact "true". A field that is there only in a success may be asked for by its presence: record a refusal without it as an example.',
  },
});

function wayOut(isId: boolean, better: string | null): string {
  if (better !== null) return `write ${better}`;
  return isId
    ? "record a success and a refusal as examples, and ask for the field that says whether the lead was taken"
    : "record a response as an example, and ask with exact for the value that says yes";
}
