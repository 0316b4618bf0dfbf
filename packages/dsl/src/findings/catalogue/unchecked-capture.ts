import type { Outcome } from "../../syntax/vocabulary.js";
import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { quoted, visible } from "../quoted.js";

export interface UncheckedCapture {
  readonly name: string;
  /** The line of an example that has the capture; null where none has. */
  readonly place: string | null;
  /** The verdicts that have it; null for every one. */
  readonly outcomes: readonly Outcome[] | null;
}

export const uncheckedCapture = defineEntry({
  name: "unchecked-capture",
  severity: "hint",
  refuses: false,
  message: ({ name, place, outcomes }: UncheckedCapture) => {
    const unchecked = `no example says what ${quoted(name)} must be`;
    if (place !== null) return `${unchecked}; write it into the example in ${place}: with ${visible(name)} …`;
    const which = outcomes === null ? "" : ` for which the verdict is ${listed(outcomes, "or")}`;
    return `${unchecked}, and none has it: add an answer${which}, and write what is captured from it: with ${visible(name)} …`;
  },
  page: {
    what: "No example of the file says what the capture must be.",
    why: "A price or an id is money. If the system renames the field, or the path has a slip, the capture is silently absent, and every example still passes.",
    wrong:
      'success json "$.sold" exact "true"\ncapture price from json "$.price"\nexample \'{"sold":true,"price":"12.50"}\' is success\n',
    right:
      'success json "$.sold" exact "true"\ncapture price from json "$.price"\nexample \'{"sold":true,"price":"12.50"}\' is success with price "12.50"\n',
    fix: 'Write into an example what must be captured from it: with price "12.50". An empty text says that the capture must be absent: with price "".',
  },
});
