import { defineEntry } from "../catalogue-entry.js";
import { quoted, shownSource, visible } from "../quoted.js";

export interface UnreadNumber {
  /** The test as the file has it. */
  readonly test: string;
  /** The line of an example in which the field is no number though it reads like one; null where none shows it. */
  readonly place: string | null;
  /** What stands there, or may. */
  readonly text: string;
  /** Whether the test stands after `not`, and so holds for what is no number. */
  readonly negated: boolean;
  /** The verdict that an example with such a text would get instead, as an example states it; null where that was not asked. */
  readonly becomes: string | null;
  /** Whether the test asks for a price that is not nothing, as `above 0` does. */
  readonly isForAnyPrice: boolean;
}

/** One of the digits is in every price that is not nothing. */
const ANY_DIGIT = 'keyword "1", "2", "3", "4", "5", "6", "7", "8", "9"';

export const unreadNumber = defineEntry({
  name: "unread-number",
  severity: "hint",
  refuses: false,
  message: ({ test, place, text, negated, becomes, isForAnyPrice }: UnreadNumber) => {
    const holds = negated ? "holds" : "does not hold";
    const said = `${quoted(text)} is no number to above and below, so ${shownSource(test)} ${holds} for it`;
    const then = becomes === null ? "" : ` and the response becomes ${visible(becomes)}`;
    const where = place === null ? "if a price is ever written with a comma," : `in the example in ${place}`;
    const advice = isForAnyPrice
      ? `for any price that is not 0, however it is written, ask for one of the digits: ${ANY_DIGIT}`
      : text.includes(",")
        ? 'write a rule of its own for texts with a comma, with exact "*,*"'
        : "test for its text instead, with exact";
    return `${where} ${said}${then}; ${advice}`;
  },
  page: {
    what: "A test with above or below asks for something that an example has as a text which is no number: 1,014.00, 12,50, +5, 12.50 USD. Also a price that is to be above a limit, with or without not, where no example shows how prices from 1,000 on are written, and a rule below takes what is left or nothing does.",
    why: "above and below compare decimal numbers, a currency sign before them left aside. For all other texts neither holds. So a lead that is sold at 1,014.00 is not above 0: success … above 0 leaves it to the refusals below, and reject not … above 0 refuses it.",
    wrong:
      'success json "$.state" exact "SOLD" and json "$.price" above 0\nreject json "$.state" exact "SOLD" as "Test campaign"\nexample \'{"state":"SOLD","price":"12.50"}\' is success\nexample \'{"state":"SOLD","price":"0.00"}\' is reject\n',
    right:
      'success json "$.state" exact "SOLD" and json "$.price" keyword "1", "2", "3", "4", "5", "6", "7", "8", "9"\nreject json "$.state" exact "SOLD" as "Test campaign"\nexample \'{"state":"SOLD","price":"1,014.00"}\' is success\nexample \'{"state":"SOLD","price":"0.00"}\' is reject\n',
    fix: 'For any price that is not 0, ask for one of the digits 1 to 9: it is right for 12.50, 1,014.00, 1.014,00, $ 5 and 0.05, and for 0, 0.00 and 0,00 it does not hold. After not it asks for no price, or 0: reject not json "$.price" keyword "1", "2", "3", "4", "5", "6", "7", "8", "9". For another limit write a rule of its own for prices with thousands, exact "*,*", beside the one with above. Or record a response with a large price as an example: where that is a number, as in 1014.00, nothing is said any more.',
  },
});
