import type {
  ConditionNode,
  LocalSpan,
  NameNode,
  StatementNode,
  StatementSyntax,
  VerdictNode,
} from "@responses/dsl";
import { memoized, plainText, visible } from "@responses/dsl/editor";

export type EntryKind = "system" | "include" | "rule" | "test" | "capture" | "example";

/** A statement, or a part of one, as a table of contents shows it. Offsets count from the statement's start. */
export interface OutlineEntry {
  readonly kind: EntryKind;
  readonly name: string;
  readonly detail: string;
  /** All of it, for a statement with the comments above it. */
  readonly span: LocalSpan;
  /** Where the cursor goes. */
  readonly wordSpan: LocalSpan;
  readonly children: readonly OutlineEntry[];
}

/** The entry of a statement; of one that cannot be read its beginning. Statements of equal text share it with their syntax. */
export const entryOf = memoized(makeEntry);

function makeEntry(syntax: StatementSyntax): OutlineEntry {
  const { node, span, wordSpan, documentation, suppressions } = syntax;
  const from = documentation === "" && suppressions.length === 0 ? span.from : 0;
  // On a single line there is nothing to find one's way in.
  const isLong = /[\r\n]/.test(syntax.text.slice(span.from, span.to));
  const named = (kind: EntryKind, name: string, detail: string, children: readonly OutlineEntry[] = []) => ({
    kind,
    name,
    detail,
    span: { from, to: span.to },
    wordSpan,
    children,
  });
  const written = (part: LocalSpan) =>
    shown(syntax.text.slice(part.from, Math.min(part.to, part.from + LOOKED_AT)));
  switch (node.kind) {
    case "system":
      return named("system", nameOf(node.name), "system");
    case "include":
      return named("include", nameOf(node.path), "include");
    case "rule": {
      const label = node.label === null ? "" : ` ${written(node.label.span)}`;
      const tests = isLong ? testEntries(node.condition, written) : [];
      return named("rule", node.outcome.image + label, written(node.condition.span), tests);
    }
    case "capture":
      return named("capture", nameOf(node.name), written(sourceSpan(node)));
    case "example": {
      const name = node.name === null ? "example" : nameOf(node.name);
      const status = node.status === null ? "" : `${node.status.image} `;
      const verdict = verdictIn(node.verdict, written);
      return named(
        "example",
        `${name} is ${verdict}`,
        status + written(node.body.span),
        isLong ? expectedEntries(node.verdict, written) : [],
      );
    }
    case "broken":
      return named(kindOfWord(syntax), written(firstLine(syntax)), "cannot be read yet");
  }
}

/** What is shown of a text is shorter; bodies can be of any size. */
const LOOKED_AT = 200;
const LONGEST_SHOWN = 80;

/** A text on one line, with what would be invisible made visible, cut where it is long. */
function shown(text: string): string {
  const line = visible(text.replace(/\s+/g, " ").trim());
  const characters = [...line];
  if (characters.length <= LONGEST_SHOWN) return line;
  return `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}

/** An editor refuses an entry without a name. */
function nameOf(name: NameNode): string {
  const text = name.kind === "word" ? name.image : plainText(name.pieces);
  return shown(text.slice(0, LOOKED_AT)) || '""';
}

function testEntries(
  condition: ConditionNode,
  written: (part: LocalSpan) => string,
): readonly OutlineEntry[] {
  // A single test stands in the rule's own entry already.
  if (condition.kind === "otherwise" || condition.tests.length < 2) return [];
  return condition.tests.map(({ span }) => {
    return { kind: "test", name: written(span), detail: "", span, wordSpan: span, children: [] };
  });
}

function sourceSpan({ field }: Extract<StatementNode, { readonly kind: "capture" }>): LocalSpan {
  return field.span;
}

function verdictIn(verdict: VerdictNode, written: (part: LocalSpan) => string): string {
  if (verdict.kind === "unmapped") return "unmapped";
  const { outcome, label } = verdict;
  return label === null ? outcome.image : `${outcome.image} ${written(label.span)}`;
}

function expectedEntries(
  verdict: VerdictNode,
  written: (part: LocalSpan) => string,
): readonly OutlineEntry[] {
  if (verdict.kind === "unmapped") return [];
  return verdict.captures.map(({ name, value }) => ({
    kind: "capture",
    name: nameOf(name),
    detail: written(value.span),
    span: { from: name.span.from, to: value.span.to },
    wordSpan: name.span,
    children: [],
  }));
}

function firstLine({ text, span }: StatementSyntax): LocalSpan {
  const line = /[\r\n]/.exec(text.slice(span.from, span.to));
  return { from: span.from, to: line === null ? span.to : span.from + line.index };
}

function kindOfWord({ word }: StatementSyntax): EntryKind {
  switch (word) {
    case "success":
    case "reject":
    case "error":
      return "rule";
    case "system":
    case "include":
    case "capture":
    case "example":
      return word;
  }
}
