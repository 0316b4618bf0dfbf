import type { EmptyRole } from "../findings/catalogue/empty-text.js";
import { type FixKind, type LocalFinding, replaceWith } from "../findings/finding.js";
import { plainText } from "../syntax/text-literal.js";
import type { TextNode } from "../syntax/tree.js";
import { foldText } from "../text/case-folding.js";
import type { LocalSpan } from "../text/span.js";
import type { MappingText } from "./mapping-text.js";

/*
 * What the texts of statements mean, and what is wrong with them. Findings are added to the list that is handed in.
 */

/** The text of a node, whatever it is for. */
export function textOf(node: TextNode): MappingText {
  const foldedPieces = node.pieces.map(foldText);
  const text = plainText(node.pieces);
  return { text, pieces: node.pieces, folded: foldedPieces.join("*"), foldedPieces, span: node.span };
}

/** A text that must not be empty. */
export function filledText(node: TextNode, role: EmptyRole, findings: LocalFinding[]): MappingText {
  const text = textOf(node);
  if (text.text === "") findings.push(emptyText(role, node.span));
  return text;
}

/** A text that is searched in bodies and must not be empty. */
export function searchedText(node: TextNode, role: EmptyRole, findings: LocalFinding[]): MappingText {
  return withoutReplacementCharacter(filledText(node, role, findings), findings);
}

/** U+FFFD stands in bodies for what could not be decoded, so nothing that is searched may hold it. */
export function withoutReplacementCharacter(text: MappingText, findings: LocalFinding[]): MappingText {
  if (text.text.includes("\ufffd")) {
    const parameters = { problem: "replacement-character" } as const;
    findings.push({ name: "syntax", parameters, span: text.span, fixes: [] });
  }
  return text;
}

/** The finding about an empty text; `condition` can be replaced by `otherwise`, if it is there. */
export function emptyText(
  role: EmptyRole,
  span: LocalSpan,
  condition: LocalSpan | null = null,
  kind: FixKind = "suggested",
): LocalFinding {
  const fixes = condition === null ? [] : [replaceWith(condition, "otherwise", "Write otherwise", kind)];
  return { name: "empty-text", parameters: { role }, span, fixes };
}
