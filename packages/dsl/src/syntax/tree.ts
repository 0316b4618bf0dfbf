import type { LocalFinding } from "../findings/finding.js";
import type { SourceText } from "../text/source-text.js";
import type { LocalSpan } from "../text/span.js";
import type { TextPieces } from "./text-literal.js";
import type { NumberMatchWord, Outcome, PathFieldWord, StatementWord, TextMatchWord } from "./vocabulary.js";

/** A word of the language or a bare word of the user's. */
export interface WordNode<Image extends string = string> {
  readonly kind: "word";
  readonly image: Image;
  readonly span: LocalSpan;
}

/** A string or text block. */
export interface TextNode {
  readonly kind: "text";
  readonly pieces: TextPieces;
  readonly span: LocalSpan;
}

/** A label or a name. */
export type NameNode = WordNode | TextNode;

export type RangeNode =
  | { readonly kind: "codes"; readonly first: WordNode; readonly last: WordNode; readonly span: LocalSpan }
  | { readonly kind: "class"; readonly word: WordNode; readonly span: LocalSpan };

/** A field: a part of the body, or several, each of which reads what the one before picks. */
export type FieldNode = FieldPartNode | ChainNode;

export interface ChainNode {
  readonly kind: "chain";
  readonly parts: readonly [FieldPartNode, FieldPartNode, ...FieldPartNode[]];
  readonly span: LocalSpan;
}

/** One part of the body. */
export type FieldPartNode =
  | PathFieldNode
  | { readonly kind: "form"; readonly name: TextNode; readonly span: LocalSpan }
  | {
      readonly kind: "split";
      readonly separator: TextNode;
      readonly part: WordNode;
      readonly span: LocalSpan;
    }
  | {
      readonly kind: "between";
      readonly open: TextNode;
      readonly closing: ClosingNode;
      readonly span: LocalSpan;
    };

/** A field that a path leads to: one node for each word. */
export type PathFieldNode = {
  [Word in PathFieldWord]: { readonly kind: Word; readonly path: TextNode; readonly span: LocalSpan };
}[PathFieldWord];

/** Where a part between two markers ends. */
export type ClosingNode =
  | {
      readonly kind: "nearest";
      readonly closers: readonly [CloserNode, ...CloserNode[]];
      readonly span: LocalSpan;
    }
  | { readonly kind: "last"; readonly closer: TextNode; readonly span: LocalSpan };

/** A text, or the word `end`. */
export type CloserNode = TextNode | WordNode<"end">;

/** A test without its `not`. */
export type PositiveTestNode =
  | { readonly kind: "status"; readonly ranges: readonly RangeNode[]; readonly span: LocalSpan }
  | {
      readonly kind: "text";
      readonly field: FieldNode | null;
      readonly how: WordNode<TextMatchWord>;
      readonly texts: readonly TextNode[];
      readonly span: LocalSpan;
    }
  | {
      readonly kind: "number";
      readonly field: FieldNode;
      readonly how: WordNode<NumberMatchWord>;
      readonly number: WordNode;
      readonly span: LocalSpan;
    }
  | { readonly kind: "empty"; readonly field: FieldNode; readonly how: WordNode; readonly span: LocalSpan };

export interface TestNode {
  /** The `not` before it. */
  readonly not: WordNode | null;
  readonly test: PositiveTestNode;
  readonly span: LocalSpan;
}

export type ConditionNode =
  | { readonly kind: "otherwise"; readonly span: LocalSpan }
  | { readonly kind: "tests"; readonly tests: readonly TestNode[]; readonly span: LocalSpan };

export type LabelNode =
  | { readonly kind: "fixed"; readonly name: NameNode; readonly span: LocalSpan }
  | {
      readonly kind: "field";
      readonly field: FieldNode;
      readonly fallback: NameNode | null;
      readonly span: LocalSpan;
    };

export interface WithNode {
  readonly name: NameNode;
  readonly value: TextNode;
}

export type VerdictNode =
  | { readonly kind: "unmapped"; readonly span: LocalSpan }
  | {
      readonly kind: "outcome";
      readonly outcome: WordNode<Outcome>;
      readonly label: NameNode | null;
      readonly captures: readonly WithNode[];
      readonly span: LocalSpan;
    };

/** What a statement says. `broken` stands for one that could not be read; its findings say why. */
export type StatementNode =
  | { readonly kind: "system"; readonly name: TextNode }
  | { readonly kind: "include"; readonly path: TextNode }
  | {
      readonly kind: "rule";
      readonly outcome: WordNode<Outcome>;
      readonly condition: ConditionNode;
      readonly label: LabelNode | null;
    }
  | {
      readonly kind: "capture";
      readonly name: NameNode;
      readonly field: FieldNode;
      /** The outcomes behind `for`; none without it. */
      readonly outcomes: readonly WordNode<Outcome>[];
    }
  | {
      readonly kind: "example";
      readonly name: NameNode | null;
      readonly status: WordNode | null;
      readonly body: TextNode;
      readonly verdict: VerdictNode;
    }
  | { readonly kind: "broken" };

/** `# responses-ignore NAME: the reason`, or a line that is nearly one. */
export type Suppression =
  | {
      readonly kind: "suppression";
      readonly name: string;
      readonly nameSpan: LocalSpan;
      readonly reason: string;
      readonly span: LocalSpan;
    }
  | { readonly kind: "malformed"; readonly problem: SuppressionProblem; readonly span: LocalSpan };

export type SuppressionProblem = "no-name" | "no-reason" | "spelling";

/**
 * A statement by itself: its text, from its documentation to where the next statement's begins, and all that reading it
 * gave. Offsets count from the text's start, so statements of equal text share one of these. Its tokens and comments are
 * not kept, since they would take most of the memory of a large file: `lex` gives them again.
 */
export interface StatementSyntax {
  readonly text: string;
  readonly word: StatementWord;
  readonly wordSpan: LocalSpan;
  /** From the statement word to the end of the last token. */
  readonly span: LocalSpan;
  readonly node: StatementNode;
  /** The comment lines directly above, without `#` and suppressions. */
  readonly documentation: string;
  readonly suppressions: readonly Suppression[];
  /** Of a broken statement worked out when they are asked for, which takes longer than all else. */
  readonly findings: readonly LocalFinding[];
}

/** A statement at its place in a file. */
export interface Statement {
  readonly start: number;
  readonly syntax: StatementSyntax;
}

/** A file's text as statements. There always is a tree, whatever the text. */
export interface Tree {
  readonly source: SourceText;
  readonly statements: readonly Statement[];
  /** What is wrong with the file as such or before its first statement; the offsets are the file's. */
  readonly findings: readonly LocalFinding[];
}
