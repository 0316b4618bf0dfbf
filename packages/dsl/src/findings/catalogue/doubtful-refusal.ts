import { defineEntry } from "../catalogue-entry.js";
import { quoted, visible } from "../quoted.js";

export interface DoubtfulRefusal {
  readonly outcome: "reject" | "error";
  /** The capture that is a price, and what it is. */
  readonly name: string;
  readonly text: string;
}

export const doubtfulRefusal = defineEntry({
  name: "doubtful-refusal",
  severity: "hint",
  refuses: false,
  message: ({ outcome, name, text }: DoubtfulRefusal) =>
    `this example is ${outcome === "reject" ? "a reject" : "an error"}, but its ${visible(name)} is ${quoted(text)}: somebody seems to pay for this lead; if it was not sold, add with ${visible(name)} ${quoted(text)}, or write for success after the capture; if it was, write is success and mend the rules`,
  page: {
    what: "An example states reject or error, and a captured price in it is not 0.",
    why: "Who refuses a lead pays nothing for it. Mostly a rule does not read the price as it was meant: 1,014.00 is no number to above, and so the dearest lead is taken for one that was sold for nothing.",
    wrong:
      'success json "$.state" exact "SOLD" and json "$.price" above 0\nreject  json "$.state" exact "SOLD" as "Test campaign"\ncapture price from json "$.price"\nexample \'{"state":"SOLD","price":"12.50"}\' is success with price "12.50"\nexample \'{"state":"SOLD","price":"1,014.00"}\' is reject\n',
    right:
      'success json "$.state" exact "SOLD" and not json "$.price" exact "0", "0.00"\nreject  json "$.state" exact "SOLD" as "Test campaign"\ncapture price from json "$.price"\nexample \'{"state":"SOLD","price":"12.50"}\' is success with price "12.50"\nexample \'{"state":"SOLD","price":"1,014.00"}\' is success\nexample \'{"state":"SOLD","price":"0.00"}\' is reject "Test campaign"\n',
    fix: 'Find out whether the lead was sold. If it was, write is success in the example, and see with responses match --explain why the rules refuse it. If a refusal also names a price, write for success after the capture, or state the price in the example: with price "12.50".',
  },
});
