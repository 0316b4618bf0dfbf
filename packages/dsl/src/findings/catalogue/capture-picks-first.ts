import { defineEntry } from "../catalogue-entry.js";
import { listed } from "../counted.js";
import { quoted, visible } from "../quoted.js";

export interface CapturePicksFirst {
  /** As the capture has it. */
  readonly field: string;
  /** The line of the example. */
  readonly place: string;
  /** The first of the different texts, and how many there are beside them. */
  readonly texts: readonly string[];
  readonly more: number;
  /** A field that picks one of them, as a file writes it; null where none was found. */
  readonly instead: string | null;
}

export const capturePicksFirst = defineEntry({
  name: "capture-picks-first",
  severity: "hint",
  refuses: false,
  message: ({ field, place, texts, more, instead }: CapturePicksFirst) => {
    const several = listed([...texts.map((text) => quoted(text)), ...(more > 0 ? [`${more} more`] : [])]);
    const advice =
      instead === null
        ? "if the first is right, say so in that example: with …"
        : `name the one that you want, for example ${visible(instead)}, or, if the first is always right, state it in that example: with …`;
    return `in the example in ${place} ${visible(field)} picks ${several}, and the capture takes the first; ${advice}`;
  },
  page: {
    what: "The field of a capture picks several different texts from the body of an example. The capture takes the first.",
    why: "Which text comes first is up to the system: with one more element in an answer the capture is suddenly the id of another lead, or the price of another offer.",
    wrong:
      'success xml "//sold" exact "yes"\ncapture leadId from xml "//id"\nexample "<r><sold>yes</sold><buyer><id>B7</id></buyer><lead><id>4711</id></lead></r>" is success\nexample "<r><sold>yes</sold><lead><id>4712</id></lead></r>" is success with leadId "4712"\n',
    right:
      'success xml "//sold" exact "yes"\ncapture leadId from xml "//lead/id"\nexample "<r><sold>yes</sold><buyer><id>B7</id></buyer><lead><id>4711</id></lead></r>" is success\nexample "<r><sold>yes</sold><lead><id>4712</id></lead></r>" is success with leadId "4712"\n',
    fix: 'Ask for the one that you want: by a longer path, or by the number of the element, as in json "$.leads[0].id". Where the first is always right, state it in the example: with leadId "4711".',
  },
});
