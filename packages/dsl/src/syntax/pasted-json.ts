import { type LocalFix, replaceWith } from "../findings/finding.js";
import { jsonFault } from "../runtime/json-field.js";
import type { LocalSpan } from "../text/span.js";
import { BLOCK_MARKS } from "./text-literal.js";

/** JSON that somebody put between quotes as it was: its backslashes begin escapes there. */
export interface PastedJson {
  /** Ways to write it so that every backslash stands for itself. */
  readonly fixes: readonly LocalFix[];
}

/**
 * Whether a string in quotes is JSON as it is typed, and none as it is read (`read`): then its backslashes are JSON's own,
 * and not those of a mapping. Null for any other text. `literal` is where it stands in `text`, its marks included. Linear.
 */
export function pastedJson(text: string, literal: LocalSpan, read: string): PastedJson | null {
  if (text.startsWith(BLOCK_MARKS, literal.from)) return null;
  const typed = text.slice(literal.from + 1, literal.to - 1);
  if (!hasBackslashesOfJson(typed, read)) return null;
  const inside = { from: literal.from + 1, to: literal.to - 1 };
  const doubled = typed.replaceAll("\\", "\\\\");
  const double = replaceWith(
    inside,
    doubled,
    "Double all backslashes: each stands for itself then",
    "automatic",
  );
  // The first three marks in a row would close the block.
  const fitsBlock = !`${typed}"`.includes(BLOCK_MARKS) && !typed.endsWith('"') && !typed.startsWith('"');
  const block = replaceWith(
    literal,
    BLOCK_MARKS + typed + BLOCK_MARKS,
    "Make it a text block, in which backslashes are nothing special",
    "suggested",
  );
  return { fixes: fitsBlock ? [double, block] : [double] };
}

/** Whether a text is JSON with backslashes as it is typed, and none any more if the escapes of a mapping are read in it. */
export function hasBackslashesOfJson(typed: string, read: string): boolean {
  if (!typed.includes("\\") || !holdsJson(typed)) return false;
  // Without any escape of a mapping in it, the text is read as it is typed.
  return read === typed || !holdsJson(read);
}

const BRACKETS = [
  ["{", "}"],
  ["[", "]"],
] as const;

/** Whether a text is JSON from its first bracket to its last: a call or a line of a log may stand around it. */
export function holdsJson(text: string): boolean {
  return BRACKETS.some(([open, close]) => {
    const start = text.indexOf(open);
    const end = text.lastIndexOf(close);
    return start >= 0 && end > start && jsonFault(text.slice(start, end + 1)) === null;
  });
}
