import type { LocalSpan, NameNode, Outcome, StatementNode, StatementSyntax } from "@responses/dsl";
import { lex, OUTCOMES, plainText, type Token } from "@responses/dsl/editor";
import { rolesOf } from "../tokens/token-roles.js";

/** A label or the name of a capture where a statement writes it. */
export interface WrittenName {
  readonly kind: "label" | "capture";
  /** What it stands for: quotes and escapes are read. */
  readonly text: string;
  readonly span: LocalSpan;
  /** Whether a rule gives the label, or a capture statement makes the capture; examples only mention them. */
  readonly isDefinition: boolean;
  /** The outcome that a label stands beside; null for captures. */
  readonly outcome: Outcome | null;
}

/** The names that a statement writes, in order; as far as its tokens tell where it cannot be read. */
export function writtenNames(syntax: StatementSyntax): readonly WrittenName[] {
  const { node } = syntax;
  if (node.kind === "broken") return namesByTokens(syntax.text);
  const open = openTexts(syntax.findings);
  return namesOf(node).filter((name) => isWhole(name, open));
}

const NONE_OPEN: ReadonlySet<number> = new Set();

/** Where the texts begin that have no end. */
function openTexts(findings: StatementSyntax["findings"]): ReadonlySet<number> {
  if (findings.length === 0) return NONE_OPEN;
  const open = findings.filter(({ name }) => name === "unterminated-string");
  return new Set(open.map(({ span }) => span.from));
}

/** An empty name is a mistake of its own and the name of nothing, and so is a text that has no end. */
function isWhole({ text, span }: Pick<WrittenName, "text" | "span">, open: ReadonlySet<number>): boolean {
  return text !== "" && !open.has(span.from);
}

function namesOf(node: StatementNode): readonly WrittenName[] {
  switch (node.kind) {
    case "rule": {
      const { label } = node;
      const name = label?.kind === "field" ? label.fallback : (label?.name ?? null);
      return name === null ? [] : [labelOf(name, node.outcome.image, true)];
    }
    case "capture":
      return [captureOf(node.name, true)];
    case "example": {
      if (node.verdict.kind === "unmapped") return [];
      const { outcome, label, captures } = node.verdict;
      const labels = label === null ? [] : [labelOf(label, outcome.image, false)];
      return [...labels, ...captures.map(({ name }) => captureOf(name, false))];
    }
    case "system":
    case "include":
    case "broken":
      return [];
  }
}

function labelOf(name: NameNode, outcome: Outcome, isDefinition: boolean): WrittenName {
  return { kind: "label", text: textOf(name), span: name.span, isDefinition, outcome };
}

function captureOf(name: NameNode, isDefinition: boolean): WrittenName {
  return { kind: "capture", text: textOf(name), span: name.span, isDefinition, outcome: null };
}

function textOf(name: NameNode): string {
  return name.kind === "word" ? name.image : plainText(name.pieces);
}

/** The names of a statement's text by the roles of its tokens. */
export function namesByTokens(text: string): readonly WrittenName[] {
  const { tokens, findings } = lex(text);
  const roles = rolesOf(tokens);
  const open = openTexts(findings);
  const isExample = tokens[0]?.image === "example";
  const outcome = outcomeIn(tokens, roles.indexOf(isExample ? "verdict-word" : "statement-word"));
  return tokens.flatMap((token, index): readonly WrittenName[] => {
    const role = roles[index];
    if (role !== "label" && role !== "capture") return [];
    const name = token.pieces === undefined ? token.image : plainText(token.pieces);
    const span = { from: token.startOffset, to: token.endOffset + 1 };
    if (!isWhole({ text: name, span }, open)) return [];
    const own = { kind: role, text: name, span, isDefinition: !isExample };
    return [{ ...own, outcome: role === "label" ? outcome : null }];
  });
}

function outcomeIn(tokens: readonly Token[], index: number): Outcome | null {
  return OUTCOMES.find((outcome) => outcome === tokens[index]?.image) ?? null;
}
