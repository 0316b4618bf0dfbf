import type { LocalSpan, StatementNode, StatementSyntax } from "@responses/dsl";
import { lex } from "@responses/dsl/editor";
import { SpansAround } from "./spans-around.js";
import { partsOf } from "./statement-parts.js";
import { contentOf, wordAt } from "./text-parts.js";

type LexedText = ReturnType<typeof lex>;

/** A part of a text, and what is inside it. */
interface Part extends LocalSpan {
  readonly kind: "comment" | "word" | "text" | "larger";
}

/**
 * The parts of a text that somebody may want to select around offsets in it. The text is taken apart once, whatever the number of offsets;
 * no offset may be before the one that was asked for last.
 */
export class SelectableParts {
  readonly #text: string;
  readonly #around: SpansAround<Part>;
  /** The word that was found last, and in what: many offsets may be in one long word. */
  #word: { readonly word: LocalSpan; readonly part: Part } | null = null;

  private constructor(text: string, { tokens, comments }: LexedText, larger: readonly LocalSpan[]) {
    this.#text = text;
    this.#around = new SpansAround<Part>([
      ...comments.map(({ from, to }) => ({ kind: "comment" as const, from, to })),
      ...tokens.map(({ pieces, startOffset, endOffset }) => ({
        kind: pieces === undefined ? ("word" as const) : ("text" as const),
        from: startOffset,
        to: endOffset + 1,
      })),
      ...larger.map(({ from, to }) => ({ kind: "larger" as const, from, to })),
    ]);
  }

  static ofStatement({ text, node, span, wordSpan }: StatementSyntax): SelectableParts {
    const lexed = lex(text);
    const above = lexed.comments.filter(({ from }) => from < wordSpan.from);
    const comments = { from: above[0]?.from ?? 0, to: above.at(-1)?.to ?? 0 };
    const whole = { from: above[0]?.from ?? span.from, to: span.to };
    const clause = clauseOf(node, lexed);
    return new SelectableParts(text, lexed, [
      ...partsOf(node),
      ...(clause === null ? [] : [clause]),
      ...(above.length === 0 ? [] : [comments]),
      span,
      whole,
    ]);
  }

  /** Of the text before the first statement. */
  static ofPreamble(text: string): SelectableParts {
    return new SelectableParts(text, lex(text), []);
  }

  /** The word, text or comment at an offset with what is inside it, and all that is around. Where two meet it is the one that begins there. */
  at(offset: number): readonly LocalSpan[] {
    const around = this.#around.at(offset);
    const leaf =
      around.find(({ kind }) => kind === "comment") ?? around.findLast(({ kind }) => kind !== "larger");
    const larger = around.filter(({ kind }) => kind === "larger");
    return leaf === undefined ? larger : [...this.#inside(leaf, offset), leaf, ...larger];
  }

  #inside(part: Part, offset: number): readonly LocalSpan[] {
    switch (part.kind) {
      case "comment": {
        const from = this.#text.charAt(part.from + 1) === " " ? part.from + 2 : part.from + 1;
        return this.#wordParts(part, { from, to: part.to }, offset);
      }
      case "text":
        return this.#wordParts(part, contentOf(this.#text, part), offset);
      case "word":
      case "larger":
        return [];
    }
  }

  #wordParts(part: Part, content: LocalSpan, offset: number): readonly LocalSpan[] {
    if (offset < content.from || offset > content.to) return [content];
    const known = this.#word;
    if (known?.part === part && known.word.from <= offset && offset <= known.word.to)
      return [known.word, content];
    const word = wordAt(this.#text, offset, content);
    this.#word = word === null ? null : { word, part };
    return word === null ? [content] : [word, content];
  }
}

/** A rule's label with its `as`, an example's verdict with its `is`, where a capture comes from with its `from`. */
function clauseOf(node: StatementNode, { tokens }: LexedText): LocalSpan | null {
  const part = partOfClause(node);
  const word = part === null ? undefined : tokens.findLast(({ startOffset }) => startOffset < part.from);
  return part === null || word === undefined ? null : { from: word.startOffset, to: part.to };
}

function partOfClause(node: StatementNode): LocalSpan | null {
  switch (node.kind) {
    case "rule":
      return node.label?.span ?? null;
    case "example":
      return node.verdict.span;
    case "capture":
      return node.field.span;
    case "system":
    case "include":
    case "broken":
      return null;
  }
}
