import type { ExampleResult, Located, Mapping, Rule, ShownResponse, Span, Statement } from "@responses/dsl";
import { type Analysis, type ExampleRun, responseDecidedBy } from "@responses/dsl/editor";
import type { MappingDocument } from "../documents/mapping-document.js";
import { lineOf, statementIndexAt, wordStart } from "../documents/statement-places.js";
import type { BrokenPlace } from "./broken-statements.js";
import type { Repair } from "./runnable-mapping.js";

/** An analysis of a mapping that can be run. */
type RunAnalysis = Analysis & { readonly run: ExampleRun };

/** A statement of the current text, for one of the mapping. */
interface Counterpart {
  readonly statement: Statement;
  /** Whether the mapping's statement is a stand-in for it, since it is broken. */
  readonly isBroken: boolean;
}

/**
 * The mapping of a document as it can be run, with its examples run: the text as it is now or, while a statement is broken,
 * the last usable mapping, in which what stood there last stands in. `brokenAt` tells the two apart.
 *
 * Invariant: places that it gives are places of the text as it is now; what stands in has none but the broken statement's.
 */
export class UsableMapping {
  readonly run: ExampleRun;
  /** Null where this is the mapping of the text as it is now. */
  readonly brokenAt: BrokenPlace | null;
  /** The same where something stands in that the text does not say any more, or nobody could read it yet: what is shown is not of all the text. */
  readonly staleAt: BrokenPlace | null;
  readonly #analysis: Analysis;
  readonly #document: MappingDocument;
  readonly #repair: Repair | null;
  #rules: ReadonlyMap<Statement, Rule> | null = null;
  #results: ReadonlyMap<Statement, ExampleResult> | null = null;

  /**
   * @param analysis of the mapping, which can be run
   * @param repair the one by which the document came to be run; null where it is run as it is
   */
  constructor(document: MappingDocument, analysis: RunAnalysis, repair: Repair | null) {
    this.#document = document;
    this.#analysis = analysis;
    this.run = analysis.run;
    this.brokenAt = repair?.brokenAt ?? null;
    // What is broken in an included file was something there; what nobody ever could read may have been meant all along.
    const isStale =
      repair !== null &&
      (repair.text.isStale || repair.brokenAt.isLeftOut || repair.brokenAt.file !== document.file.path);
    this.staleAt = isStale ? this.brokenAt : null;
    this.#repair = repair;
  }

  get mapping(): Mapping {
    return this.run.mapping;
  }

  /** A made-up response that a rule decides; null where none is known. */
  responseFor(rule: Rule): ShownResponse | null {
    return responseDecidedBy(this.#analysis, rule);
  }

  /** The rule that a statement of the current text is; null for anything else, and for a broken statement. */
  ruleOf(statement: Statement): Rule | null {
    return this.#isBroken(statement) ? null : this.ruleShownAt(statement);
  }

  /** The same; for a broken statement, the rule that stood there last. */
  ruleShownAt(statement: Statement): Rule | null {
    this.#rules ??= this.#byStatement(this.#ownRules(), (rule) => rule.statement);
    return this.#rules.get(statement) ?? null;
  }

  /** How the example went that a statement of the current text is; null for anything else, and for a broken statement. */
  resultOf(statement: Statement): ExampleResult | null {
    return this.#isBroken(statement) ? null : this.resultShownAt(statement);
  }

  /** The same; for a broken statement, how the example went that stood there last. */
  resultShownAt(statement: Statement): ExampleResult | null {
    this.#results ??= this.#byStatement(this.run.results, ({ example }) => example.statement);
    return this.#results.get(statement) ?? null;
  }

  /** The statement of the current text that says a part of the mapping; null for one of another file, and for a stand-in. */
  currentOf(part: Located<unknown>): Statement | null {
    return unbroken(this.#counterpartOf(part));
  }

  /** The same; for a stand-in, the broken statement. */
  shownAt(part: Located<unknown>): Statement | null {
    return this.#counterpartOf(part)?.statement ?? null;
  }

  /** A stretch of the mapping's own file in the current text; null where it lies in a stand-in. */
  currentSpan(span: Span): Span | null {
    const { statements } = this.mapping.file.tree;
    const number = statementIndexAt(this.mapping.file, span.start);
    const statement = statements[number];
    if (statement === undefined) return span;
    const current = unbroken(this.#counterpartAt(number));
    if (current === null) return null;
    const shift = wordStart(current) - wordStart(statement);
    return { start: span.start + shift, end: span.end + shift };
  }

  /** Where an offset of the mapping's own file is in the current text, counted from 0 in characters; null where it lies in a stand-in. */
  currentPlace(offset: number): { readonly line: number; readonly column: number } | null {
    const span = this.currentSpan({ start: offset, end: offset });
    return span === null ? null : this.#document.file.tree.source.positionAt(span.start, "utf-32");
  }

  /** The line of a part of the mapping, counted from 0, in whichever file it is; in the current text if it is this one. */
  lineOf(part: Located<unknown>): number {
    const current = this.shownAt(part);
    return current === null ? lineOf(part.file, part.statement) : lineOf(this.#document.file, current);
  }

  #isBroken(statement: Statement): boolean {
    if (this.#repair === null) return false;
    return this.#repair.text.replaced.has(statementIndexAt(this.#document.file, statement.start));
  }

  #counterpartOf({ statement, file }: Located<unknown>): Counterpart | null {
    if (file !== this.mapping.file) return null;
    return this.#counterpartAt(statementIndexAt(file, statement.start));
  }

  /** Where the statement of that number of the mapping's own file is in the current text. */
  #counterpartAt(number: number): Counterpart | null {
    const origin = this.#repair === null ? number : (this.#repair.text.origins[number] ?? -1);
    const statement = this.#document.file.tree.statements[origin];
    if (statement === undefined) return null;
    return { statement, isBroken: this.#repair?.text.replaced.has(origin) === true };
  }

  #ownRules(): readonly Rule[] {
    return this.mapping.rules.filter(({ file }) => file === this.mapping.file);
  }

  /** Parts of the mapping by the statements of the current text at which they are shown. */
  #byStatement<Part>(
    parts: readonly Part[],
    statementOf: (part: Part) => Statement,
  ): ReadonlyMap<Statement, Part> {
    const found = new Map<Statement, Part>();
    for (const part of parts) {
      const counterpart = this.#counterpartAt(statementIndexAt(this.mapping.file, statementOf(part).start));
      // Of several that a broken statement has swallowed, the first stood where it stands.
      if (counterpart === null || found.has(counterpart.statement)) continue;
      found.set(counterpart.statement, part);
    }
    return found;
  }
}

/** The statement, unless a stand-in is meant. */
function unbroken(counterpart: Counterpart | null): Statement | null {
  return counterpart === null || counterpart.isBroken ? null : counterpart.statement;
}
