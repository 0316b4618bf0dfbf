import { applyFixes } from "../../findings/apply-edits.js";
import {
  type FixKind,
  fixInFile,
  fixWithLazyKind,
  type LocalFinding,
  type LocalFix,
} from "../../findings/finding.js";
import { lex } from "../lexer.js";
import { cutStatements } from "../statement-cutter.js";

/*
 * A fix is automatic only if the fixed statement can be read. The fixed statement is read only when somebody asks what
 * kind the fix is: reading a broken file costs no more than reading it.
 */

/** Longer statements are not read again: no person wrote them, and nobody could tell what was meant. */
const LONGEST = 100_000;

/** Typos of one statement that are fixed one after the other, at most; nobody makes more in one. */
export const MOST_TYPOS = 8;

/** Reads a statement's text and gives its findings; `typos` is how many of its faults may still be fixed. */
export type StatementReader = (text: string, typos: number) => readonly LocalFinding[];

/**
 * The finding about `text`, its automatic fixes suggestions where the text that they leave can neither be read nor be
 * fixed further by automatic fixes, `typos` of them at most. That is found out when the kind of a fix is first asked for.
 */
export function withCertainFixes(
  finding: LocalFinding,
  text: string,
  read: StatementReader,
  typos: number,
): LocalFinding {
  const automatic = finding.fixes.find(({ kind }) => kind === "automatic");
  if (automatic === undefined) return finding;
  let kind: FixKind | null = null;
  const kindOf = (): FixKind => {
    kind ??=
      typos > 0 && text.length <= LONGEST && leavesReadable(finding, automatic, text, read, typos)
        ? "automatic"
        : "suggested";
    return kind;
  };
  const fixes = finding.fixes.map((fix) =>
    fix.kind === "automatic" ? fixWithLazyKind(fix, fix.edits, kindOf) : fix,
  );
  return { ...finding, fixes };
}

function leavesReadable(
  { span }: LocalFinding,
  fix: LocalFix,
  text: string,
  read: StatementReader,
  typos: number,
): boolean {
  const fixed = applyFixes(text, [fixInFile(fix, 0)]).text;
  const { preambleEnd, statements } = cutStatements(fixed);
  const [stray] = lex(fixed.slice(0, preambleEnd)).tokens;
  if (stray !== undefined && !beginsLaterLine(stray.startOffset, fixed, span.from)) return false;
  return statements.every(({ start, end }) =>
    read(fixed.slice(start, end), typos - 1).every(
      (left) =>
        beginsLaterLine(start + left.span.from, fixed, span.from) || left.fixes[0]?.kind === "automatic",
    ),
  );
}

/** Whether a line below `from` begins at the offset: it was to be a statement of its own, and is a matter of its own. */
function beginsLaterLine(offset: number, text: string, from: number): boolean {
  return /[\n\r][ \t]*$/.test(text.slice(from, offset));
}
