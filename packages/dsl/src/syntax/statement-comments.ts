import type { LocalFinding } from "../findings/finding.js";
import { closest } from "../text/similarity.js";
import type { LocalSpan } from "../text/span.js";
import type { Comment } from "./tokens.js";
import type { StatementSyntax, Suppression } from "./tree.js";

/** What a statement's comments say: its documentation, what is suppressed in it, and directives in the wrong place. */
export type ReadComments = Pick<StatementSyntax, "documentation" | "suppressions" | "findings">;

/**
 * Reads a statement's comments. Those before `wordFrom`, the offset of the statement's word, stand directly above it and
 * are its documentation; all others are plain comments, in which a suppression has no effect.
 */
export function readComments(comments: readonly Comment[], wordFrom: number, text: string): ReadComments {
  const documentation: string[] = [];
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    if (comment.from > wordFrom) break;
    const content = text.slice(comment.from + 1, comment.to);
    const suppression = readSuppression(content, { from: comment.from, to: comment.to });
    if (suppression !== null) suppressions.push(suppression);
    else documentation.push(content.startsWith(" ") ? content.slice(1) : content);
  }
  const others = comments.filter(({ from }) => from > wordFrom);
  return {
    documentation: documentation.join("\n").trim(),
    suppressions,
    findings: misplacedSuppressions(others, text),
  };
}

/** A finding for each suppression among comments that stand above no statement. */
export function misplacedSuppressions(comments: readonly Comment[], text: string): readonly LocalFinding[] {
  return comments.flatMap(({ from, to }): readonly LocalFinding[] => {
    const span = { from, to };
    if (readSuppression(text.slice(from + 1, to), span) === null) return [];
    return [{ name: "unused-suppression", parameters: { problem: "place" }, span, fixes: [] }];
  });
}

const DIRECTIVE = "responses-ignore";

/** What is nearly the directive and must not be taken for a plain comment; it is matched against a comment's first characters. */
const NEARLY_DIRECTIVE = [
  /^responses?[-_]?(?:ignored?|disabled?|suppress)\b/i,
  /^responses?[ \t]+(?:ignore|disable|suppress)[ \t]*:?[ \t]*[a-z]+-[a-z]/i,
] as const;

function isNearlyDirective(head: string): boolean {
  if (NEARLY_DIRECTIVE.some((pattern) => pattern.test(head))) return true;
  const word = /^[a-z]+[-_.]?[a-z]+/i.exec(head)?.[0] ?? "";
  return closest(word.toLowerCase(), [DIRECTIVE]) !== null;
}

/** The suppression that a comment's content is, or nearly is; null for a plain comment. */
function readSuppression(content: string, span: LocalSpan): Suppression | null {
  const start = content.trimStart();
  if (!isNearlyDirective(start.replace(/^[#!@:\s]{1,20}/, "").slice(0, 80))) return null;
  const rest = start.startsWith(DIRECTIVE) ? start.slice(DIRECTIVE.length).trimEnd() : null;
  if (rest === null || !/^(?:[ \t:]|$)/.test(rest)) return { kind: "malformed", problem: "spelling", span };
  const colon = rest.indexOf(":");
  const name = (colon === -1 ? rest : rest.slice(0, colon)).trim();
  const reason = colon === -1 ? "" : rest.slice(colon + 1).trim();
  if (name === "") return { kind: "malformed", problem: "no-name", span };
  if (!/^[a-z-]+$/.test(name)) return { kind: "malformed", problem: "spelling", span };
  if (reason === "") return { kind: "malformed", problem: "no-reason", span };
  const from = span.from + 1 + content.indexOf(name, content.indexOf(DIRECTIVE) + DIRECTIVE.length);
  return { kind: "suppression", name, nameSpan: { from, to: from + name.length }, reason, span };
}
