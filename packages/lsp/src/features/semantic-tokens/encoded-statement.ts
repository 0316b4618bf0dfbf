import { type ColumnUnit, SourceText } from "@responses/dsl";
import { countUnits } from "@responses/dsl/editor";
import type { ColouredStretch } from "./coloured-stretches.js";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./legend.js";

/** How many numbers say one token: lines and columns from the one before, length, type, modifiers. */
export const NUMBERS_PER_TOKEN = 5;

/** The tokens of a statement as the protocol writes them, each relative to the one before. */
export interface EncodedStatement {
  /** The offset of the first, in the statement. */
  readonly first: number;
  /** The first token's line and column are 0. */
  readonly numbers: Uint32Array;
}

/** Null for a statement without tokens. Linear in the text, however long its lines are. */
export function encodeStatement(
  text: string,
  stretches: readonly ColouredStretch[],
  unit: ColumnUnit,
): EncodedStatement | null {
  const [first] = stretches;
  if (first === undefined) return null;
  const source = new SourceText(text);
  const numbers = new Uint32Array(stretches.length * NUMBERS_PER_TOKEN);
  let line = source.lineAt(first.from);
  let at = first.from;
  stretches.forEach(({ from, to, type, modifier }, index) => {
    const ownLine = source.lineAt(from);
    const lines = ownLine - line;
    const passed = countUnits(text, lines === 0 ? at : source.lineStart(ownLine), from, unit);
    const bits = modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier);
    const token = [lines, passed, countUnits(text, from, to, unit), TOKEN_TYPES.indexOf(type), bits];
    numbers.set(token, index * NUMBERS_PER_TOKEN);
    line = ownLine;
    at = from;
  });
  return { first: first.from, numbers };
}
