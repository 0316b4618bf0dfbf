import { messageOf, type TextPieces } from "@responses/dsl";
import { treeOf } from "./tree-of.js";

/** What a literal says in a rule: its pieces between wildcards, or the names of its findings with what they mark. */
export function readLiteral(literal: string): {
  readonly pieces: TextPieces | null;
  readonly findings: readonly string[];
} {
  const { statements } = treeOf(`success exact ${literal}`);
  const [statement] = statements;
  if (statement === undefined || statements.length > 1)
    throw new Error(`this is not one statement: ${literal}`);
  const { node, findings, text } = statement.syntax;
  const test =
    node.kind === "rule" && node.condition.kind === "tests" ? node.condition.tests[0]?.test : undefined;
  return {
    pieces: test?.kind === "text" && test.texts.length === 1 ? (test.texts[0]?.pieces ?? null) : null,
    findings: findings.map(
      (finding) => `${finding.name} ${JSON.stringify(text.slice(finding.span.from, finding.span.to))}`,
    ),
  };
}

/** The messages of a text's findings when it is read by itself. */
export function messagesOf(text: string): readonly string[] {
  const tree = treeOf(text);
  return [...tree.findings, ...tree.statements.flatMap(({ syntax }) => syntax.findings)].map(messageOf);
}
