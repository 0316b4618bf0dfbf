import { leadingCount } from "../../text/leading-count.js";
import type { GrammarRule, ParserFault } from "../statement-parser.js";
import type { Token } from "../tokens.js";

/** The place where a statement's tokens leave the grammar, and what stands around it. */
export class Fault {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Of the unexpected token; the number of tokens at the statement's end. */
  readonly index: number;
  /** The grammar rules that were open, the innermost last. */
  readonly openRules: readonly GrammarRule[];

  constructor(tokens: readonly Token[], { tokenIndex, openRules }: ParserFault, text: string) {
    this.tokens = tokens;
    this.text = text;
    this.index = tokenIndex;
    this.openRules = openRules;
  }

  /** The innermost open grammar rule; `statement` where the statement was complete. */
  get rule(): GrammarRule {
    return this.openRules.at(-1) ?? "statement";
  }

  /** The open rule around it. */
  get ruleAround(): GrammarRule | null {
    return this.openRules.at(-2) ?? null;
  }

  get found(): Token | null {
    return this.at(0);
  }

  get before(): Token | null {
    return this.at(-1);
  }

  get next(): Token | null {
    return this.at(1);
  }

  /** The word that the statement begins with. */
  get statementWord(): string {
    return this.tokens[0]?.image ?? "";
  }

  /** Whether the unexpected token is the first of its line, though not of the statement. */
  get startsLine(): boolean {
    return this.found !== null && this.before !== null && this.found.startLine > this.before.endLine;
  }

  /** The token that many places behind the unexpected one. */
  at(distance: number): Token | null {
    return this.tokens[this.index + distance] ?? null;
  }

  /** What is written there; nothing where no token is. */
  imageAt(distance: number): string {
    return this.at(distance)?.image ?? "";
  }

  /** The token that follows another of the statement. Looked for by halves, since runs of words are followed with it. */
  behind({ startOffset }: Token): Token | null {
    return this.tokens[leadingCount(this.tokens, (token) => token.startOffset <= startOffset)] ?? null;
  }

  isInside(rule: GrammarRule): boolean {
    return this.openRules.includes(rule);
  }

  /** The same statement as it looks from another of its tokens, where no grammar rule is open. */
  seenFrom(index: number): Fault {
    return new Fault(this.tokens, { tokenIndex: index, openRules: [] }, this.text);
  }

  /** The last token before the line ends, from the token at `index` on. */
  lastOnLine(index: number): Token | null {
    const line = this.tokens[index]?.startLine;
    let last = this.tokens[index] ?? null;
    for (let next = index + 1; this.tokens[next]?.startLine === line; next++)
      last = this.tokens[next] ?? last;
    return last;
  }
}
