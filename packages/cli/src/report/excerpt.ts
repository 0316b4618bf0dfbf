import { safe } from "../terminal/safe.js";
import { displayWidth } from "./display-width.js";

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Of a long stretch so many characters are shown at each of its ends. */
const SHOWN_END = 24;
/** And so many of what stands around it. */
const SHOWN_AROUND = 28;

/**
 * A stretch of a body with what stands around it, on one line that is safe to print, and a second line that marks it.
 * Cuts are shown as `…`.
 */
export function excerpt(body: string, { start, end }: Place): readonly [line: string, marks: string] {
  const from = boundary(body, Math.max(0, start - SHOWN_AROUND));
  const to = boundary(body, Math.min(body.length, end + SHOWN_AROUND));
  const before = `${from > 0 ? "…" : ""}${safe(body.slice(from, start))}`;
  const marked = shortened(body, start, end);
  const after = `${safe(body.slice(end, to))}${to < body.length ? "…" : ""}`;
  const marks = "^".repeat(Math.max(1, displayWidth(marked)));
  return [before + marked + after, " ".repeat(displayWidth(before)) + marks];
}

function shortened(body: string, start: number, end: number): string {
  if (end - start <= 3 * SHOWN_END) return safe(body.slice(start, end));
  const head = body.slice(start, boundary(body, start + SHOWN_END));
  const tail = body.slice(boundary(body, end - SHOWN_END), end);
  return `${safe(head)} … ${safe(tail)}`;
}

/** The offset, or the one before it where it lies inside a surrogate pair. */
function boundary(body: string, offset: number): number {
  const splits = offset > 0 && (body.codePointAt(offset - 1) ?? 0) > 0xffff;
  return splits ? offset - 1 : offset;
}
