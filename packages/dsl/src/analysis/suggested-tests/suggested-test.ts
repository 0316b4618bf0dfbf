import { type LocalFix, replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import type { LocalSpan } from "../../text/span.js";

/** The suggestion to write a test in the place of another. */
export function suggestTest(span: LocalSpan, written: string): LocalFix {
  return replaceWith(span, written, `Write ${shownSource(written)}`, "suggested");
}
