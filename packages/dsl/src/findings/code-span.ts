import { largestOf } from "../incremental/long-lists.js";
import { beginningOfText } from "../text/beginning-of-text.js";
import { visible } from "./quoted.js";

/** UTF-16 units of one text of a file that are shown, at most. */
const LONGEST_CODE = 300;

/**
 * A text of a file, a name or a body as code in Markdown, on one line: nothing in it comes to life, be it markup, HTML, a mention,
 * an image or a link. Long texts are cut.
 */
export function codeSpan(text: string, longest = LONGEST_CODE): string {
  const shown = visible(text.length > longest ? `${beginningOfText(text, longest)} …` : text);
  // What ends a code span is a run of as many backticks as begin it.
  const run = largestOf(
    (shown.match(/`+/g) ?? []).map(({ length }) => length),
    0,
  );
  const fence = "`".repeat(run + 1);
  const needsRoom = shown === "" || /^[` ]|[` ]$/.test(shown);
  return needsRoom ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
