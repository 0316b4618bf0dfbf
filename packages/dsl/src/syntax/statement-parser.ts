import { type EmbeddedActionsParser, type IToken, type Rule, tokenMatcher } from "chevrotain";
import { joinLocalSpans } from "../text/span.js";
import { FieldParser } from "./field-parser.js";
import { withoutStackTraces } from "./stack-traces.js";
import { spanAround, spanOf, textOf, wordOf } from "./token-nodes.js";
import {
  Comma,
  DotDot,
  Integer,
  NumberLike,
  StatusClass,
  special,
  Text,
  type Token,
  Word,
} from "./tokens.js";
import type {
  ConditionNode,
  FieldNode,
  LabelNode,
  NameNode,
  PositiveTestNode,
  RangeNode,
  StatementNode,
  TestNode,
  TextNode,
  VerdictNode,
  WithNode,
  WordNode,
} from "./tree.js";
import {
  FIELD_WORDS,
  NUMBER_MATCH_WORDS,
  type NumberMatchWord,
  OUTCOMES,
  type Outcome,
  TEXT_MATCH_WORDS,
  type TextMatchWord,
} from "./vocabulary.js";

/** What reading a statement's tokens gave: its node, and the first place where they leave the grammar. */
export interface ParsedStatement {
  readonly node: StatementNode;
  readonly fault: ParserFault | null;
}

/** Where the tokens leave the grammar: the index of the unexpected token (their number at the end), and the rules open. */
export interface ParserFault {
  readonly tokenIndex: number;
  readonly openRules: readonly GrammarRule[];
}

/** The rules of the grammar by name: each is a member of the parser. */
export type GrammarRule = Exclude<keyof StatementParser, keyof EmbeddedActionsParser | "parse">;

/** Made at first use: chevrotain works out its lookahead for some milliseconds, and not every command parses. */
let parser: StatementParser | null = null;

/** Parses the tokens of one statement (docs/language.md). Never throws. */
export function parseStatementTokens(tokens: readonly Token[]): ParsedStatement {
  parser ??= new StatementParser();
  return parser.parse(tokens);
}

/** The grammar as data, for what follows it without parsing. */
export function statementGrammar(): Readonly<Record<string, Rule>> {
  parser ??= new StatementParser();
  return parser.getGAstProductions();
}

/** The grammar of docs/language.md as chevrotain rules. Where one token does not tell, a GATE says what does. */
class StatementParser extends FieldParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  parse(tokens: readonly Token[]): ParsedStatement {
    this.input = [...tokens];
    const node: StatementNode | undefined = withoutStackTraces(() => this.statement());
    const [error] = this.errors;
    if (error === undefined) return { node: node ?? { kind: "broken" }, fault: null };
    const tokenIndex = Number.isNaN(error.token.startOffset)
      ? tokens.length
      : indexOfToken(tokens, error.token);
    // Each rule is named like the member that holds it.
    const openRules = error.context.ruleStack as GrammarRule[];
    return { node: node ?? { kind: "broken" }, fault: { tokenIndex, openRules } };
  }

  // The words of the vocabulary from which one can be chosen; made once, since chevrotain asks for them at each choice.
  readonly #outcomes = this.oneOf(OUTCOMES);
  readonly #textMatches = this.oneOf(TEXT_MATCH_WORDS);
  readonly #numberMatches = this.oneOf(NUMBER_MATCH_WORDS);

  readonly statement = this.RULE("statement", (): StatementNode => {
    return this.OR<StatementNode>([
      { ALT: () => this.SUBRULE(this.system) },
      { ALT: () => this.SUBRULE(this.include) },
      { ALT: () => this.SUBRULE(this.rule) },
      { ALT: () => this.SUBRULE(this.capture) },
      { ALT: () => this.SUBRULE(this.example) },
    ]);
  });

  readonly system = this.RULE("system", (): StatementNode => {
    this.CONSUME(special.system);
    return { kind: "system", name: this.SUBRULE(this.text) };
  });

  readonly include = this.RULE("include", (): StatementNode => {
    this.CONSUME(special.include);
    return { kind: "include", path: this.SUBRULE(this.text) };
  });

  readonly rule = this.RULE("rule", (): StatementNode => {
    const outcome = this.OR<WordNode<Outcome>>(this.#outcomes);
    const condition = this.SUBRULE(this.condition);
    const label = this.OPTION(() => this.SUBRULE(this.labelClause)) ?? null;
    return { kind: "rule", outcome, condition, label };
  });

  readonly condition = this.RULE("condition", (): ConditionNode => {
    return this.OR<ConditionNode>([
      {
        ALT: () => {
          const word = this.CONSUME(special.otherwise);
          return { kind: "otherwise", span: spanOf(word) };
        },
      },
      {
        ALT: () => {
          const tests: TestNode[] = [this.SUBRULE1(this.test)];
          this.MANY(() => {
            this.CONSUME(special.and);
            tests.push(this.SUBRULE2(this.test));
          });
          return this.ACTION(() => ({ kind: "tests", tests, span: spanAround(tests) }));
        },
      },
    ]);
  });

  readonly test = this.RULE("test", (): TestNode => {
    const not = this.OPTION(() => this.CONSUME(special.not));
    const test = this.OR<PositiveTestNode>([
      { ALT: () => this.SUBRULE(this.statusTest) },
      { ALT: () => this.SUBRULE(this.fieldTest) },
      { ALT: () => this.SUBRULE(this.bodyTest) },
    ]);
    return this.ACTION(() => {
      const word = not === undefined ? null : wordOf(not);
      return { not: word, test, span: word === null ? test.span : joinLocalSpans(word.span, test.span) };
    });
  });

  readonly statusTest = this.RULE("statusTest", (): PositiveTestNode => {
    const word = this.CONSUME(special.status);
    const ranges: RangeNode[] = [this.SUBRULE1(this.statusRange)];
    this.MANY(() => {
      this.CONSUME(Comma);
      ranges.push(this.SUBRULE2(this.statusRange));
    });
    return this.ACTION(() => ({
      kind: "status",
      ranges,
      span: joinLocalSpans(spanOf(word), spanAround(ranges)),
    }));
  });

  readonly statusRange = this.RULE("statusRange", (): RangeNode => {
    return this.OR<RangeNode>([
      {
        ALT: () => {
          const word = wordOf(this.CONSUME(StatusClass));
          return { kind: "class", word, span: word.span };
        },
      },
      {
        ALT: () => {
          const first = wordOf(this.CONSUME1(Integer));
          const last = this.OPTION(() => {
            this.CONSUME(DotDot);
            return wordOf(this.CONSUME2(Integer));
          });
          return this.ACTION(() => {
            const end = last ?? first;
            return { kind: "codes", first, last: end, span: joinLocalSpans(first.span, end.span) };
          });
        },
      },
    ]);
  });

  readonly bodyTest = this.RULE("bodyTest", (): PositiveTestNode => {
    return this.SUBRULE(this.textMatch, { ARGS: [null] });
  });

  readonly fieldTest = this.RULE("fieldTest", (): PositiveTestNode => {
    const field = this.SUBRULE(this.field);
    return this.SUBRULE(this.fieldMatch, { ARGS: [field] });
  });

  readonly fieldMatch = this.RULE("fieldMatch", (field: FieldNode): PositiveTestNode => {
    return this.OR<PositiveTestNode>([
      { ALT: () => this.SUBRULE(this.textMatch, { ARGS: [field] }) },
      { ALT: () => this.SUBRULE(this.numberMatch, { ARGS: [field] }) },
      {
        ALT: () => {
          const how = wordOf(this.CONSUME(special.empty));
          return this.ACTION(() => ({
            kind: "empty",
            field,
            how,
            span: joinLocalSpans(field.span, how.span),
          }));
        },
      },
    ]);
  });

  readonly textMatch = this.RULE("textMatch", (field: FieldNode | null): PositiveTestNode => {
    const how = this.OR<WordNode<TextMatchWord>>(this.#textMatches);
    const texts: TextNode[] = [this.SUBRULE1(this.text)];
    this.MANY(() => {
      this.CONSUME(Comma);
      texts.push(this.SUBRULE2(this.text));
    });
    return this.ACTION(() => {
      const span = joinLocalSpans(field?.span ?? how.span, spanAround(texts));
      return { kind: "text", field, how, texts, span };
    });
  });

  readonly numberMatch = this.RULE("numberMatch", (field: FieldNode): PositiveTestNode => {
    const how = this.OR<WordNode<NumberMatchWord>>(this.#numberMatches);
    const number = wordOf(this.CONSUME(NumberLike));
    return this.ACTION(() => ({
      kind: "number",
      field,
      how,
      number,
      span: joinLocalSpans(field.span, number.span),
    }));
  });

  readonly labelClause = this.RULE("labelClause", (): LabelNode => {
    const as = this.CONSUME(special.as);
    return this.OR<LabelNode>([
      {
        GATE: () => this.#fieldFollows(),
        ALT: () => {
          const field = this.SUBRULE(this.field);
          const fallback = this.OPTION(() => {
            const or = this.CONSUME(special.or);
            return this.SUBRULE1(this.labelName, { ARGS: [or] });
          });
          return this.ACTION(() => {
            const span = fallback === undefined ? field.span : joinLocalSpans(field.span, fallback.span);
            return { kind: "field", field, fallback: fallback ?? null, span };
          });
        },
      },
      {
        ALT: () => {
          const name = this.SUBRULE2(this.labelName, { ARGS: [as] });
          return this.ACTION(() => ({ kind: "fixed", name, span: name.span }));
        },
      },
    ]);
  });

  /** A label stands on the line of the word before it, else what follows cannot be told from a new thought. */
  readonly labelName = this.RULE("labelName", (before: IToken): NameNode => {
    return this.OR<NameNode>([
      {
        GATE: () => this.LA(1).startLine === before.startLine,
        ALT: () => wordOf(this.CONSUME(Word)),
      },
      {
        GATE: () => this.LA(1).startLine === before.startLine,
        ALT: () => textOf(this.CONSUME(Text)),
      },
    ]);
  });

  readonly name = this.RULE("name", (): NameNode => {
    return this.OR<NameNode>([
      { ALT: () => wordOf(this.CONSUME(Word)) },
      { ALT: () => textOf(this.CONSUME(Text)) },
    ]);
  });

  readonly capture = this.RULE("capture", (): StatementNode => {
    this.CONSUME(special.capture);
    const name = this.SUBRULE(this.name);
    this.CONSUME(special.from);
    const field = this.SUBRULE(this.field);
    const outcomes: WordNode<Outcome>[] = [];
    this.OPTION(() => {
      this.CONSUME(special.for);
      outcomes.push(this.SUBRULE1(this.captureOutcome));
      this.MANY(() => {
        this.CONSUME(Comma);
        outcomes.push(this.SUBRULE2(this.captureOutcome));
      });
    });
    return { kind: "capture", name, field, outcomes };
  });

  readonly captureOutcome = this.RULE("captureOutcome", (): WordNode<Outcome> => {
    return this.OR<WordNode<Outcome>>(this.#outcomes);
  });

  readonly example = this.RULE("example", (): StatementNode => {
    this.CONSUME(special.example);
    const name = this.OPTION1({
      GATE: () => this.#nameFollows(),
      DEF: () => this.SUBRULE(this.name),
    });
    const status = this.OPTION2(() => wordOf(this.CONSUME(Integer)));
    const body = this.SUBRULE(this.text);
    this.CONSUME(special.is);
    const verdict = this.SUBRULE(this.verdict);
    return { kind: "example", name: name ?? null, status: status ?? null, body, verdict };
  });

  readonly verdict = this.RULE("verdict", (): VerdictNode => {
    return this.OR<VerdictNode>([
      { ALT: () => ({ kind: "unmapped", span: spanOf(this.CONSUME(special.unmapped)) }) },
      { ALT: () => this.SUBRULE(this.outcomeVerdict) },
    ]);
  });

  readonly outcomeVerdict = this.RULE("outcomeVerdict", (): VerdictNode => {
    const outcome = this.OR<WordNode<Outcome>>(this.#outcomes);
    const label = this.OPTION1({
      GATE: () => this.LA(1).startLine === this.LA(0).startLine && !this.#withListFollows(),
      DEF: () => this.SUBRULE(this.name),
    });
    const captures: WithNode[] = [];
    this.OPTION2(() => {
      this.CONSUME(special.with);
      captures.push(this.SUBRULE1(this.expectedCapture));
      this.MANY(() => {
        this.CONSUME(Comma);
        captures.push(this.SUBRULE2(this.expectedCapture));
      });
    });
    return this.ACTION(() => {
      const last = captures.at(-1)?.value.span ?? label?.span ?? outcome.span;
      const span = joinLocalSpans(outcome.span, last);
      return { kind: "outcome", outcome, label: label ?? null, captures, span };
    });
  });

  readonly expectedCapture = this.RULE("expectedCapture", (): WithNode => {
    return { name: this.SUBRULE(this.name), value: this.SUBRULE(this.text) };
  });

  /** `as json "…"` names a field, `as json` the label json. */
  #fieldFollows(): boolean {
    const first = this.LA(1);
    const isFieldWord = FIELD_WORDS.some((word) => tokenMatcher(first, special[word]));
    return isFieldWord && tokenMatcher(this.LA(2), Text);
  }

  /** `with` begins a list only if a name follows it, else it is the label. */
  #withListFollows(): boolean {
    const next = this.LA(2);
    return tokenMatcher(this.LA(1), special.with) && (tokenMatcher(next, Word) || tokenMatcher(next, Text));
  }

  /** Digits directly before the body are the status; a text before another text or a status is the name. */
  #nameFollows(): boolean {
    const first = this.LA(1);
    const second = this.LA(2);
    if (tokenMatcher(first, Text)) {
      return tokenMatcher(second, Text) || (tokenMatcher(second, Integer) && tokenMatcher(this.LA(3), Text));
    }
    return !(tokenMatcher(first, Integer) && tokenMatcher(second, Text));
  }
}

function indexOfToken(tokens: readonly Token[], token: IToken): number {
  const index = tokens.findIndex((candidate) => candidate.startOffset === token.startOffset);
  return index === -1 ? tokens.length : index;
}
