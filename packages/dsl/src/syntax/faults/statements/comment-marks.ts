import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isMatchWord, VOCABULARY } from "../../vocabulary.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing } from "../fixes.js";
import { isStray, isText, touches } from "../token-places.js";

/** A comment of another language where the statement could end. */
export const explainCommentMark: Explainer = (fault, found) => {
  if (fault.rule !== "statement" && !fault.startsLine) return null;
  return isPath(fault) ? null : commentMark(fault, found);
};

/** `as xml //reason`, `//status exact "ok"`: the path of a field, not a comment. */
function isPath({ tokens, index, found, before }: Fault): boolean {
  if (before?.image === "xml" && found?.startLine === before.startLine) return true;
  return tokens.some(
    (token, at) =>
      at > index &&
      token.startLine === found?.startLine &&
      isMatchWord(token.image) &&
      (isText(tokens[at + 1] ?? null) || VOCABULARY[token.image].takes === "nothing"),
  );
}

/** `//`, `/*` or `--`. */
export function commentMark(fault: Fault, found: Token): Explanation | null {
  const from = found.startOffset;
  if (/^--+$/.test(found.image)) return commentFrom(from, found.endOffset + 1);
  const { next } = fault;
  if (!isStray(found) || found.image !== "/" || next === null || !touches(found, next)) return null;
  if (next.image === "/") return commentFrom(from, next.endOffset + 1);
  return next.image === "*" ? blockComment(fault, from) : null;
}

function commentFrom(from: number, to: number): Explanation {
  const span = { from, to };
  const fix = replaceWith(span, "#", "Begin the comment with #", "automatic");
  return problemAt(span, { problem: "comment-mark" }, [fix]);
}

/** A comment between two marks: they go where both are on one line and nothing follows. */
function blockComment(fault: Fault, from: number): Explanation {
  const span = { from, to: from + 2 };
  const parameters = { problem: "comment-mark" } as const;
  const lineEnd = /[\n\r]/.exec(fault.text.slice(from))?.index;
  const line = fault.text.slice(from, lineEnd === undefined ? undefined : from + lineEnd).trimEnd();
  if (line.indexOf("*/") !== line.length - 2) return problemAt(span, parameters);
  const end = line.slice(0, -2).trimEnd().length;
  const fix = changing("Begin the comment with #", "automatic", [
    { span, newText: "#" },
    { span: { from: from + end, to: from + line.length }, newText: "" },
  ]);
  return problemAt(span, parameters, [fix]);
}
