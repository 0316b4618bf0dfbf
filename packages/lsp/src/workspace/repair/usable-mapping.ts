import type { ExampleResult, ExampleRun, Located, Mapping, Rule, Span, Statement } from "@responses/dsl";
import { lineOf, type MappingDocument, statementIndexAt, wordStart } from "../documents/mapping-document.js";

/** The broken statement because of which something is shown as it was last. */
export interface BrokenPlace {
  readonly uri: string;
  readonly file: string;
  readonly span: Span;
  /** Counted from 0. */
  readonly line: number;
}

/** A statement of the current text, for one of the mapping. */
export interface Counterpart {
  readonly statement: Statement;
  /** Whether the mapping's statement only stands in for it, since it is broken. */
  readonly isBroken: boolean;
}

/** The statement, unless what stands in for it is meant. */
function unbroken(counterpart: Counterpart | null): Statement | null {
  return counterpart === null || counterpart.isBroken ? null : counterpart.statement;
}

/**
 * What a document's mapping means, and how its examples go. While a statement is broken, it is the mapping in which
 * what stood there last stands in for it; `brokenAt` says so, and places are translated to the text as it is now.
 */
export class UsableMapping {
  readonly run: ExampleRun;
  /** Null where this is the meaning of the text as it is now. */
  readonly brokenAt: BrokenPlace | null;
  readonly #document: MappingDocument;
  /** For the number of each statement of the mapping's own file, where it is in the current text. */
  readonly #counterpart: (number: number) => Counterpart | null;
  #rules: ReadonlyMap<Statement, Rule> | null = null;
  #results: ReadonlyMap<Statement, ExampleResult> | null = null;
  #lastRules: ReadonlyMap<Statement, Rule> | null = null;
  #lastResults: ReadonlyMap<Statement, ExampleResult> | null = null;

  constructor(
    document: MappingDocument,
    run: ExampleRun,
    brokenAt: BrokenPlace | null,
    counterpart: (number: number) => Counterpart | null,
  ) {
    this.#document = document;
    this.run = run;
    this.brokenAt = brokenAt;
    this.#counterpart = counterpart;
  }

  get mapping(): Mapping {
    return this.run.mapping;
  }

  /** The rule that a statement of the current text is; null for anything else, and for a broken statement. */
  ruleOf(statement: Statement): Rule | null {
    this.#rules ??= this.#byStatement(this.#ownRules(), ({ statement }) => statement, false);
    return this.#rules.get(statement) ?? null;
  }

  /** The rule that stood where a broken statement stands now. */
  lastRuleOf(statement: Statement): Rule | null {
    this.#lastRules ??= this.#byStatement(this.#ownRules(), ({ statement }) => statement, true);
    return this.#lastRules.get(statement) ?? null;
  }

  /** How the example went that a statement of the current text is. */
  resultOf(statement: Statement): ExampleResult | null {
    this.#results ??= this.#byStatement(this.run.results, ({ example }) => example.statement, false);
    return this.#results.get(statement) ?? null;
  }

  /** How the example went that stood where a broken statement stands now. */
  lastResultOf(statement: Statement): ExampleResult | null {
    this.#lastResults ??= this.#byStatement(this.run.results, ({ example }) => example.statement, true);
    return this.#lastResults.get(statement) ?? null;
  }

  /** The statement of the current text that says a part of the mapping; null for one of another file, or one that stands in. */
  currentOf(part: Located<unknown>): Statement | null {
    return unbroken(this.#counterpartOf(part));
  }

  /** The same; for what stands in for a broken statement, that statement. */
  shownAt(part: Located<unknown>): Statement | null {
    return this.#counterpartOf(part)?.statement ?? null;
  }

  /** A stretch of the mapping's own file in the current text; null where it lies in what stands in. */
  currentSpan(span: Span): Span | null {
    const { statements } = this.mapping.file.tree;
    const number = statementIndexAt(this.mapping.file, span.start);
    const statement = statements[number];
    if (statement === undefined) return span;
    const current = unbroken(this.#counterpart(number));
    if (current === null) return null;
    const shift = wordStart(current) - wordStart(statement);
    return { start: span.start + shift, end: span.end + shift };
  }

  /** The line of a part of the mapping, counted from 0, in whichever file it is; in the current text if it is this one. */
  lineOf(part: Located<unknown>): number {
    const current = this.shownAt(part);
    return current === null ? lineOf(part.file, part.statement) : lineOf(this.#document.file, current);
  }

  #counterpartOf({ statement, file }: Located<unknown>): Counterpart | null {
    if (file !== this.mapping.file) return null;
    return this.#counterpart(statementIndexAt(file, statement.start));
  }

  #ownRules(): readonly Rule[] {
    return this.mapping.rules.filter(({ file }) => file === this.mapping.file);
  }

  /** Parts of the mapping by the statements of the current text: those that are as they stand, or the broken ones. */
  #byStatement<Part>(
    parts: readonly Part[],
    statementOf: (part: Part) => Statement,
    isBroken: boolean,
  ): ReadonlyMap<Statement, Part> {
    const found = new Map<Statement, Part>();
    for (const part of parts) {
      const counterpart = this.#counterpart(statementIndexAt(this.mapping.file, statementOf(part).start));
      if (counterpart === null || counterpart.isBroken !== isBroken) continue;
      // Of several that a broken statement has swallowed, the first stood where it stands.
      if (!found.has(counterpart.statement)) found.set(counterpart.statement, part);
    }
    return found;
  }
}
