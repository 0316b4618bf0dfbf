import { defineEntry } from "../catalogue-entry.js";
import { quoted, shownSource } from "../quoted.js";

export interface JoinedTexts {
  /** As the file has it. */
  readonly field: string;
  /** The line of the example, and what the field picks there. */
  readonly place: string;
  readonly text: string;
  /** The name of the elements whose texts are joined, and the field that picks each of them, as a file writes it. */
  readonly element: string;
  readonly instead: string;
}

export const joinedTexts = defineEntry({
  name: "joined-texts",
  severity: "hint",
  refuses: false,
  message: ({ field, place, text, element, instead }: JoinedTexts) =>
    `in the example in ${place} ${shownSource(field)} picks ${quoted(text)}, the texts of several ${quoted(element)} elements run together; ${shownSource(instead)} picks each by itself`,
  page: {
    what: "A capture, a label or a test for a whole text or word asks for an XML element that has several elements of one name in it in an example. An element's text is all the text inside it, so theirs are run together.",
    why: "Two reasons become one that nobody has ever heard of, such as DuplicateState, a report has a line for each combination, and a test for one of them does not hold.",
    wrong:
      'success xml "//sold" exact "yes"\nreject xml "//sold" exact "no" as xml "//errors" or Refused\nexample "<r><sold>yes</sold></r>" is success\nexample "<r><sold>no</sold><errors><error>Duplicate</error><error>State</error></errors></r>" is reject\n',
    right:
      'success xml "//sold" exact "yes"\nreject xml "//sold" exact "no" as xml "//errors/error" or Refused\nexample "<r><sold>yes</sold></r>" is success\nexample "<r><sold>no</sold><errors><error>Duplicate</error><error>State</error></errors></r>" is reject Duplicate\n',
    fix: 'Ask for the elements inside: xml "//errors/error". A test holds if it holds for one of them, and a label or a capture takes the first.',
  },
});
