import { EmbeddedActionsParser, type IOrAlt } from "chevrotain";
import { joinLocalSpans } from "../text/span.js";
import { spanAround, spanOf, textOf, wordOf } from "./token-nodes.js";
import { Comma, Integer, NegativeInteger, special, Text, tokenTypes } from "./tokens.js";
import type { CloserNode, ClosingNode, FieldNode, FieldPartNode, TextNode, WordNode } from "./tree.js";
import { PATH_FIELD_WORDS, type PathFieldWord, type SpecialWord } from "./vocabulary.js";

/** The grammar of fields (docs/language.md) as chevrotain rules. The grammar of statements stands on it. */
export class FieldParser extends EmbeddedActionsParser {
  constructor() {
    super(tokenTypes, { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
  }

  // The words of the vocabulary from which one can be chosen; made once, since chevrotain asks for them at each choice.
  readonly #pathFields = this.oneOf(PATH_FIELD_WORDS);

  readonly text = this.RULE("text", (): TextNode => textOf(this.CONSUME(Text)));

  readonly field = this.RULE("field", (): FieldNode => {
    const first = this.SUBRULE1(this.fieldPart);
    const others: FieldPartNode[] = [];
    this.MANY(() => others.push(this.SUBRULE2(this.fieldPart)));
    return this.ACTION(() => chained(first, others));
  });

  readonly fieldPart = this.RULE("fieldPart", (): FieldPartNode => {
    return this.OR1<FieldPartNode>([
      {
        ALT: () => {
          const { image: kind, span } = this.OR2<WordNode<PathFieldWord>>(this.#pathFields);
          const path = this.SUBRULE1(this.text);
          return this.ACTION(() => ({ kind, path, span: joinLocalSpans(span, path.span) }));
        },
      },
      {
        ALT: () => {
          const word = spanOf(this.CONSUME(special.form));
          const name = this.SUBRULE2(this.text);
          return this.ACTION(() => ({ kind: "form", name, span: joinLocalSpans(word, name.span) }));
        },
      },
      {
        ALT: () => {
          const word = spanOf(this.CONSUME(special.split));
          const separator = this.SUBRULE3(this.text);
          this.CONSUME(special.part);
          const part = this.SUBRULE(this.partNumber);
          return this.ACTION(() => ({
            kind: "split",
            separator,
            part,
            span: joinLocalSpans(word, part.span),
          }));
        },
      },
      {
        ALT: () => {
          const word = spanOf(this.CONSUME(special.between));
          const open = this.SUBRULE4(this.text);
          this.CONSUME(special.and);
          const closing = this.SUBRULE(this.closing);
          return this.ACTION(() => ({
            kind: "between",
            open,
            closing,
            span: joinLocalSpans(word, closing.span),
          }));
        },
      },
    ]);
  });

  readonly closing = this.RULE("closing", (): ClosingNode => {
    return this.OR<ClosingNode>([
      {
        ALT: () => {
          const word = spanOf(this.CONSUME(special.last));
          const closer = this.SUBRULE(this.text);
          return this.ACTION(() => ({ kind: "last", closer, span: joinLocalSpans(word, closer.span) }));
        },
      },
      {
        ALT: () => {
          const first = this.SUBRULE1(this.closer);
          const others: CloserNode[] = [];
          this.MANY(() => {
            this.CONSUME(Comma);
            others.push(this.SUBRULE2(this.closer));
          });
          return this.ACTION(() => {
            const closers = [first, ...others] as const;
            return { kind: "nearest", closers, span: spanAround(closers) };
          });
        },
      },
    ]);
  });

  readonly closer = this.RULE("closer", (): CloserNode => {
    return this.OR<CloserNode>([
      { ALT: () => this.SUBRULE(this.text) },
      { ALT: () => ({ kind: "word", image: "end", span: spanOf(this.CONSUME(special.end)) }) },
    ]);
  });

  readonly partNumber = this.RULE("partNumber", (): WordNode => {
    return this.OR<WordNode>([
      { ALT: () => wordOf(this.CONSUME(Integer)) },
      { ALT: () => wordOf(this.CONSUME(NegativeInteger)) },
    ]);
  });

  /** One of these words. */
  protected oneOf<Image extends SpecialWord>(words: readonly Image[]): IOrAlt<WordNode<Image>>[] {
    return words.map((image) => ({
      ALT: () => ({ kind: "word", image, span: spanOf(this.CONSUME(special[image])) }),
    }));
  }
}

function chained(first: FieldPartNode, [second, ...others]: readonly FieldPartNode[]): FieldNode {
  if (second === undefined) return first;
  const parts = [first, second, ...others] as const;
  return { kind: "chain", parts, span: spanAround(parts) };
}
