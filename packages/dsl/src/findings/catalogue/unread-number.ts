import { defineEntry } from "../catalogue-entry.js";
import { quoted, shownSource } from "../quoted.js";

export interface UnreadNumber {
  /** The test as the file has it. */
  readonly test: string;
  /** The line of an example in which the field is no number though it reads like one; null where none shows it. */
  readonly place: string | null;
  /** What stands there, or may. */
  readonly text: string;
  /** Whether the test stands after `not`, and so holds for what is no number. */
  readonly negated: boolean;
}

export const unreadNumber = defineEntry({
  name: "unread-number",
  severity: "hint",
  refuses: false,
  message: ({ test, place, text, negated }: UnreadNumber) => {
    const said = `${quoted(text)} is no number to above and below, so ${shownSource(test)} ${negated ? "holds" : "does not hold"} for it`;
    return place === null
      ? `if a price is ever written with a comma, ${said}; test for the prices that you mean, such as exact "0", "0.00"`
      : `in the example in ${place} ${said}; test for its text instead, with exact`;
  },
  page: {
    what: "A test with above or below asks for something that an example has as a text which is no number: 1,014.00, 12,50, +5, 12.50 USD. Also a price that is not above 0, where no example shows how prices from 1,000 on are written.",
    why: "above and below compare decimal numbers, a currency sign before them left aside. For all other texts neither holds, and with not both do: with not above 0 a lead that is sold at 1,014.00 is refused as one that brings nothing.",
    wrong:
      'reject not json "$.price" above 0 as "No price"\nsuccess json "$.sold" exact "true"\nexample \'{"sold":true,"price":"12.50"}\' is success\nexample \'{"sold":true,"price":"0.00"}\' is reject\n',
    right:
      'reject json "$.price" exact "0", "0.00" as "No price"\nsuccess json "$.sold" exact "true"\nexample \'{"sold":true,"price":"12.50"}\' is success\nexample \'{"sold":true,"price":"0.00"}\' is reject\n',
    fix: "Test for the texts that are meant, with exact. Or record a response with a large price as an example: where that is a number, as in 1014.00, nothing is said any more.",
  },
});
