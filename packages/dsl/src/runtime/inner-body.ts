import type { BodyPass } from "./body-pass.js";
import type { PickedPart } from "./picked.js";
import { dropMark } from "./utf8.js";

/**
 * What the next part of a field reads of a text that the part before it picked: the text as if it were a body, one leading
 * byte order mark dropped. Null for what is not read: arrays and objects, which have no text, and JSON's null.
 */
export function innerBodyOf({ text, blank }: PickedPart): string | null {
  if (text === null || (blank && text !== "")) return null;
  return dropMark(text);
}

/**
 * What the last part of a field picks, given what the first part picked of the body and how each of the others picks of a
 * text. A part reads each text that the one before picked by itself, in order. What has a place has that in the text that
 * was read.
 */
export function pickChained(
  first: readonly PickedPart[],
  others: readonly ((body: string) => readonly PickedPart[])[],
): readonly PickedPart[] {
  let picked = first;
  for (const pick of others) {
    const inner: PickedPart[] = [];
    for (const outer of picked) {
      const body = innerBodyOf(outer);
      if (body === null) continue;
      for (const part of pick(body)) inner.push(part);
    }
    picked = inner;
  }
  return picked;
}

/** Texts shorter than this are read in JavaScript: the pass would take longer to begin. */
const SHORT_INNER_TEXT = 32;

/** How a part picks a path of a text that another part has picked: in a pass, which is made for the first text. */
export function innerReader<Path>(
  make: (paths: readonly Path[]) => BodyPass,
  pick: (text: string, path: Path) => readonly PickedPart[],
  path: Path,
): (text: string) => readonly PickedPart[] {
  let pass: BodyPass | null = null;
  return (text) => {
    // The pass would drop a byte order mark: here it would be the second.
    if (text.length < SHORT_INNER_TEXT || text.charCodeAt(0) === 0xfeff) return pick(text, path);
    if (pass === null) pass = make([path]);
    const reading = pass(text);
    return reading?.reads(0) ? reading.parts(0) : pick(text, path);
  };
}
