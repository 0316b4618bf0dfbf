import { decodeSource } from "../text/decode-source.js";
import { LARGEST_SOURCE } from "./parse.js";
import { readStatement } from "./read-statement.js";
import { recoveredStarts } from "./recovered-statements.js";
import { statementStarts } from "./statement-cutter.js";
import { plainText } from "./text-literal.js";
import type { StatementSyntax } from "./tree.js";

/** Every include has such a line, though not every such line is one: it may stand in a text block. */
const INCLUDE_LINE = /^\ufeff?[ \t]*include/m;

/**
 * The paths that a mapping file includes, as they are written, without reading the rest of it: for whoever goes through many files to
 * see what stands on what. Of a file that cannot be read as a whole there are none. Never throws.
 *
 * @param known what statements name, by their texts; what is read is added. In many files the same one stands
 */
export function includedPaths(
  content: Uint8Array,
  known: Map<string, readonly string[]> = new Map(),
): readonly string[] {
  if (content.length > LARGEST_SOURCE) return [];
  const { text, isUtf16 } = decodeSource(content);
  if (isUtf16 || !INCLUDE_LINE.test(text)) return [];
  return statementsUpTo(text, text.lastIndexOf("include")).flatMap((own) => {
    if (!INCLUDE_LINE.test(own)) return [];
    const paths = known.get(own) ?? pathsIn(own);
    known.set(own, paths);
    return paths;
  });
}

/** The texts of the statements that begin before a place. What stands behind is not looked at: includes mostly stand on top. */
function statementsUpTo(text: string, last: number): readonly string[] {
  const statements: string[] = [];
  let from: number | null = null;
  for (const start of statementStarts(text, 0)) {
    if (from !== null) statements.push(text.slice(from, start));
    if (start > last) return statements;
    from = start;
  }
  return from === null ? [] : [...statements, text.slice(from)];
}

function pathsIn(statement: string): readonly string[] {
  const { node } = readStatement(statement);
  return node.kind === "broken" ? recoveredPaths(statement) : pathsOf(node);
}

/** Those of a statement that can't be read, once it is cut where it was meant to be. */
function recoveredPaths(text: string): readonly string[] {
  const starts = recoveredStarts(text);
  return starts.flatMap((start, place) => pathsOf(readStatement(text.slice(start, starts[place + 1])).node));
}

function pathsOf(node: StatementSyntax["node"]): readonly string[] {
  return node.kind === "include" ? [plainText(node.path.pieces)] : [];
}
