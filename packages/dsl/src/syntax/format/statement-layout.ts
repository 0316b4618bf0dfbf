import type { Comment, Token } from "../tokens.js";
import type { StatementNode, StatementSyntax } from "../tree.js";
import { widthOf, writeTokens } from "./written-tokens.js";

/** The kinds of statement whose parts are written below one another. */
export type AlignedKind = "rule" | "capture" | "example";

/**
 * A statement before its columns are known. On one line it reads `word rest tail`; the tail, a rule's label, an example's
 * verdict or where a capture comes from, may be moved to the right so that it stands below its neighbours'.
 */
export interface StatementLayout {
  readonly kind: AlignedKind | "other";
  readonly word: string;
  readonly rest: string;
  readonly tail: string;
  /** The lines below the word, where it cannot be on one line. */
  readonly continued: readonly string[];
  /** The comment behind its last word. */
  readonly comment: string | null;
}

/** A rule that would be longer is broken before each `and` and before `as`. */
const LONGEST_RULE = 100;
/** An example that would be longer is broken before `is`: its verdict must not be out of sight. */
const LONGEST_EXAMPLE = 120;
const INDENTATION = "  ";

/** Lays out a statement that has no fault. `comments` are those from its word on, up to the end of its last line. */
export function layOut(
  syntax: StatementSyntax,
  tokens: readonly Token[],
  comments: readonly Comment[],
): StatementLayout {
  const end = tokens.at(-1)?.endOffset ?? 0;
  const inner = comments.filter(({ from }) => from < end);
  const last = comments.find(({ from }) => from > end);
  const comment = last === undefined ? null : commentText(last, syntax.text);
  const kind = alignedKind(syntax);
  const [word] = tokens;
  const common = { kind, word: word?.image ?? "", comment } as const;
  if (inner.length > 0) return { ...common, tail: "", ...aroundComments(syntax.text, tokens, inner) };
  const tailFrom = tailIndex(syntax.node, tokens);
  const rest = writeTokens(tokens.slice(1, tailFrom));
  const tail = writeTokens(tokens.slice(tailFrom));
  const width = widthOf(`${common.word} ${rest} ${tail}`);
  const isOneLine = !rest.includes("\n") && !tail.includes("\n");
  if (kind === "rule" && isOneLine && width > LONGEST_RULE) {
    return { ...common, tail: "", ...brokenRule(tokens.slice(1, tailFrom), tail, syntax.node) };
  }
  if (kind === "example" && isOneLine && width > LONGEST_EXAMPLE) {
    return { ...common, rest, tail: "", continued: [INDENTATION + tail] };
  }
  return { ...common, rest, tail, continued: [] };
}

/** A comment without the blanks at its end. */
export function commentText(comment: Comment, text: string): string {
  let end = comment.to;
  while (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t") end--;
  return text.slice(comment.from, end);
}

function alignedKind({ node }: StatementSyntax): StatementLayout["kind"] {
  return node.kind === "rule" || node.kind === "capture" || node.kind === "example" ? node.kind : "other";
}

/** The index of a rule's `as`, an example's `is` or a capture's `from`; the number of tokens where there is none. */
function tailIndex(node: StatementNode, tokens: readonly Token[]): number {
  const from = tailStart(node);
  return from === null ? tokens.length : tokens.findIndex(({ startOffset }) => startOffset === from) - 1;
}

/** Where the part behind that word begins. */
function tailStart(node: StatementNode): number | null {
  switch (node.kind) {
    case "rule":
      return node.label?.span.from ?? null;
    case "example":
      return node.verdict.span.from;
    case "capture":
      return node.field.span.from;
    case "system":
    case "include":
    case "broken":
      return null;
  }
}

/** A long rule: each test on its own line, and its label. */
function brokenRule(
  tokens: readonly Token[],
  label: string,
  node: StatementNode,
): Pick<StatementLayout, "rest" | "continued"> {
  // The word and also stands within a field, where no line is broken.
  const tests = new Set(startsOfTests(node));
  const starts = tokens.flatMap((_, index) =>
    tests.has(tokens[index + 1]?.startOffset ?? -1) && tokens[index]?.image === "and" ? [index] : [],
  );
  const lines = [0, ...starts].map((start, index) => writeTokens(tokens.slice(start, starts[index])));
  const [rest = "", ...others] = label === "" ? lines : [...lines, label];
  return { rest, continued: others.map((line) => INDENTATION + line) };
}

function startsOfTests(node: StatementNode): readonly number[] {
  if (node.kind !== "rule" || node.condition.kind === "otherwise") return [];
  return node.condition.tests.map(({ span }) => span.from);
}

/** A statement with comments in it: each ends its line, one that had a line of its own gets one. */
function aroundComments(
  text: string,
  tokens: readonly Token[],
  comments: readonly Comment[],
): Pick<StatementLayout, "rest" | "continued"> {
  const lines: string[] = [];
  let from = 1;
  for (const comment of comments) {
    let next = from;
    while ((tokens[next]?.startOffset ?? Infinity) < comment.from) next++;
    const words = writeTokens(tokens.slice(from, next));
    const written = commentText(comment, text);
    const isAlone = standsAlone(comment, text);
    if (!isAlone) lines.push(words === "" ? written : `${words}  ${written}`);
    else if (words !== "" || lines.length === 0) lines.push(words, written);
    else lines.push(written);
    from = next;
  }
  lines.push(writeTokens(tokens.slice(from)));
  const [rest = "", ...others] = lines;
  return { rest, continued: others.map((line) => INDENTATION + line) };
}

/** Whether nothing stands before the comment on its line. */
function standsAlone(comment: Comment, text: string): boolean {
  let index = comment.from - 1;
  while (text.charAt(index) === " " || text.charAt(index) === "\t") index--;
  return index < 0 || text.charAt(index) === "\n" || text.charAt(index) === "\r";
}
