import { applyFixes } from "../../findings/apply-edits.js";
import { asSuggestions, fixInFile, type LocalFinding, type LocalFix } from "../../findings/finding.js";
import { lex } from "../lexer.js";
import { cutStatements } from "../statement-cutter.js";

/*
 * What was meant can be read. So an automatic fix that leaves a statement that cannot is a guess, however certain it
 * looked by itself.
 */

/** Longer statements are not read again: no person wrote them, and nobody could tell what was meant. */
const LONGEST = 100_000;

/** So many slips of one statement are mended one after the other. */
export const MOST_SLIPS = 8;

/** Reads a statement's text and gives its findings; `slips` is how many of its faults may still be mended. */
export type StatementReader = (text: string, slips: number) => readonly LocalFinding[];

/**
 * The finding about `text`, its automatic fixes turned into suggestions where the text that they leave can neither be
 * read nor be mended further by automatic fixes, `slips` of them at most.
 */
export function withCertainFixes(
  finding: LocalFinding,
  text: string,
  read: StatementReader,
  slips: number,
): LocalFinding {
  const automatic = finding.fixes.find(({ kind }) => kind === "automatic");
  if (automatic === undefined) return finding;
  if (slips > 0 && text.length <= LONGEST && leavesReadable(finding, automatic, text, read, slips))
    return finding;
  return { ...finding, fixes: asSuggestions(finding.fixes) };
}

function leavesReadable(
  { span }: LocalFinding,
  fix: LocalFix,
  text: string,
  read: StatementReader,
  slips: number,
): boolean {
  const mended = applyFixes(text, [fixInFile(fix, 0)]).text;
  const { preambleEnd, statements } = cutStatements(mended);
  const [stray] = lex(mended.slice(0, preambleEnd)).tokens;
  if (stray !== undefined && !beginsLaterLine(stray.startOffset, mended, span.from)) return false;
  return statements.every(({ start, end }) =>
    read(mended.slice(start, end), slips - 1).every(
      (left) =>
        left.fixes[0]?.kind === "automatic" || beginsLaterLine(start + left.span.from, mended, span.from),
    ),
  );
}

/** Whether a line below `from` begins at the offset: it was to be a statement of its own, and is a matter of its own. */
function beginsLaterLine(offset: number, text: string, from: number): boolean {
  return /[\n\r][ \t]*$/.test(text.slice(from, offset));
}
