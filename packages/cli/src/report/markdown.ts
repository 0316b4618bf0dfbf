import { wholeCharacter } from "@responses/reporting";
import { safe } from "../terminal/safe.js";

/** Characters of one text of a file, at most. */
const LONGEST_CODE = 300;

/**
 * A text of a file, a name or a body as code, on one line: nothing in it comes to life, be it markup, HTML, a mention, an image or
 * a link. Long texts are cut.
 */
export function codeSpan(text: string): string {
  const cut = text.length > LONGEST_CODE ? `${text.slice(0, wholeCharacter(text, LONGEST_CODE))} …` : text;
  const shown = safe(cut);
  // What ends a code span is a run of as many backticks as begin it.
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const needsRoom = shown === "" || /^[` ]|[` ]$/.test(shown);
  return needsRoom ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Blocks of Markdown up to a size in bytes, of which as many are taken as fit. */
export class BoundedMarkdown {
  readonly #blocks: string[] = [];
  #room: number;

  constructor(most: number) {
    this.#room = most;
  }

  /** Takes a block, if it fits; otherwise none of it. */
  add(block: string): boolean {
    const bytes = Buffer.byteLength(block) + 2;
    if (bytes > this.#room) return false;
    this.#room -= bytes;
    this.#blocks.push(block);
    return true;
  }

  /** All that was taken, with `tail` behind it. */
  textWith(tail: readonly string[]): string {
    return [...this.#blocks, ...tail].join("\n\n");
  }
}
