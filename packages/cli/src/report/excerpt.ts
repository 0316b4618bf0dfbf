import { displayWidth, wholeCharacter } from "@responses/reporting";
import { safe } from "../terminal/safe.js";

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Characters shown at each end of a long stretch. */
const SHOWN_END = 24;
/** Characters shown before a stretch and behind it: with its ends they fit into 120 columns. */
const SHOWN_AROUND = 28;

/**
 * A stretch of a body with what stands around it, on one line that is safe to print, and a second line that marks it.
 * Cuts are shown as `…`.
 */
export function excerpt(body: string, { start, end }: Place): readonly [line: string, marks: string] {
  const from = wholeCharacter(body, Math.max(0, start - SHOWN_AROUND));
  const to = wholeCharacter(body, Math.min(body.length, end + SHOWN_AROUND));
  const before = `${from > 0 ? "…" : ""}${safe(body.slice(from, start))}`;
  const marked = shortened(body, start, end);
  const after = `${safe(body.slice(end, to))}${to < body.length ? "…" : ""}`;
  const marks = "^".repeat(Math.max(1, displayWidth(marked)));
  return [before + marked + after, " ".repeat(displayWidth(before)) + marks];
}

function shortened(body: string, start: number, end: number): string {
  if (end - start <= 3 * SHOWN_END) return safe(body.slice(start, end));
  const head = body.slice(start, wholeCharacter(body, start + SHOWN_END));
  const tail = body.slice(wholeCharacter(body, end - SHOWN_END), end);
  return `${safe(head)} … ${safe(tail)}`;
}
