import { byteLength, endWithin, startWithin } from "./bounded-text.js";

/** A stretch of a body, in UTF-16 offsets; `end` is behind it. */
export interface BodyPlace {
  readonly start: number;
  readonly end: number;
}

const OPEN = "‹";
const CLOSE = "›";
const CUT = "…";

/**
 * A stretch of a body between ‹ and ›, and what stands around it, on one line of at most `bytes`. Without a place, the
 * body's beginning. What is not visible is written as an escape; time depends on what is shown alone.
 */
export function excerpt(body: string, place: BodyPlace | null, bytes: number): string {
  if (body === "") return "(empty body)";
  if (place === null) return beginning(body, bytes);
  const marked = OPEN + middle(body.slice(place.start, place.end), Math.floor(bytes / 2)) + CLOSE;
  const left = Math.max(0, bytes - byteLength(marked));
  // A third for what stands before it, and what the end does not need.
  const behind = startWithin(body.slice(place.end), left);
  const needed = behind.isWhole ? byteLength(behind.shown) : left;
  const before = ending(body.slice(0, place.start), Math.max(Math.floor(left / 3), left - needed));
  return before + marked + beginning(body.slice(place.end), left - byteLength(before));
}

function beginning(text: string, bytes: number): string {
  const whole = startWithin(text, bytes);
  return whole.isWhole ? whole.shown : startWithin(text, bytes - byteLength(CUT)).shown + CUT;
}

function ending(text: string, bytes: number): string {
  const whole = endWithin(text, bytes);
  return whole.isWhole ? whole.shown : CUT + endWithin(text, bytes - byteLength(CUT)).shown;
}

/** The text, without its middle where it is too long. */
function middle(text: string, bytes: number): string {
  const whole = startWithin(text, bytes);
  if (whole.isWhole) return whole.shown;
  const half = Math.floor((bytes - byteLength(CUT)) / 2);
  return startWithin(text, half).shown + CUT + endWithin(text, half).shown;
}
