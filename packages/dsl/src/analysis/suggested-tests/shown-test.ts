import { type LocalFix, replaceWith } from "../../findings/finding.js";
import { visible } from "../../findings/quoted.js";
import type { LocalSpan } from "../../text/span.js";

const LONGEST_SHOWN = 100;

/** A test as it would be written, for a sentence: on one line, and cut where it is long. */
export function shownTest(written: string): string {
  return visible(written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN - 10)} …` : written);
}

/** The suggestion to write a test in the place of another. */
export function suggestTest(span: LocalSpan, written: string): LocalFix {
  return replaceWith(span, written, `Write ${shownTest(written)}`, "suggested");
}
