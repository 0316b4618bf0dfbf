import type { TextPieces } from "@responses/dsl";
import { writeString } from "@responses/dsl/editor";
import type { Random } from "./random.js";
import { randomText } from "./random-texts.js";

/** A text as the language has it: see `literalOf`. */
export function literal(random: Random): string {
  return literalOf(random, [randomText(random)]);
}

/** A text as a string in either kind of quotes or, where it looks well in one, as a text block. */
export function literalOf(random: Random, pieces: TextPieces): string {
  const block = pieces.join("*");
  if (random.chance(0.1) && /[^\s*]/.test(block) && !block.includes('"')) return `"""${block}"""`;
  return writeString(pieces, random.pick(['"', "'"]));
}
