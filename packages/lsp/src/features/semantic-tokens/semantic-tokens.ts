import type { ColumnUnit, StatementSyntax } from "@responses/dsl";
import { inSteps, memoized } from "@responses/dsl/editor";
import type { Position, Range } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { colouredStretches } from "./coloured-stretches.js";
import { type EncodedStatement, encodeStatement, NUMBERS_PER_TOKEN } from "./encoded-statement.js";

/** The colours of documents, for one client. What was worked out of a statement is kept as long as the statement is. */
export class SemanticTokens {
  readonly #unit: ColumnUnit;
  readonly #namesOnly: boolean;
  readonly #ofStatement = memoized((syntax: StatementSyntax) => this.#encoded(syntax));

  /** With `namesOnly` only labels and names are told, for a client whose grammar colours all the rest. */
  constructor(unit: ColumnUnit, namesOnly: boolean) {
    this.#unit = unit;
    this.#namesOnly = namesOnly;
  }

  /** The tokens of a whole document as the protocol writes them, a few statements a step. */
  *full(document: MappingDocument): Generator<void, number[]> {
    return yield* this.#encode(document, 0, document.file.tree.statements.length, null);
  }

  /** Those of a range's lines. */
  *range(document: MappingDocument, range: Range): Generator<void, number[]> {
    const { file, positions } = document;
    const { start, end } = positions.spanOf(range);
    const from = statementIndexAt(file, start);
    const to = statementIndexAt(file, end) + 1;
    return yield* this.#encode(document, Math.max(0, from), to, range);
  }

  *#encode(
    document: MappingDocument,
    from: number,
    to: number,
    range: Range | null,
  ): Generator<void, number[]> {
    const { statements, source } = document.file.tree;
    const writer = new TokenWriter(range);
    if (from === 0) {
      const preamble = source.text.slice(0, statements[0]?.start ?? source.text.length);
      const nothing = { text: preamble, wordSpan: { from: preamble.length, to: preamble.length } };
      const encoded = this.#encoded({ ...nothing, suppressions: [] });
      if (encoded !== null) writer.add(encoded, document.positions.positionAt(encoded.first));
    }
    yield* inSteps(statements.slice(from, to), ({ start, syntax }) => {
      const encoded = this.#ofStatement(syntax);
      if (encoded !== null) writer.add(encoded, document.positions.positionAt(start + encoded.first));
    });
    return writer.numbers;
  }

  #encoded(syntax: Pick<StatementSyntax, "text" | "wordSpan" | "suppressions">): EncodedStatement | null {
    return encodeStatement(syntax.text, colouredStretches(syntax, this.#namesOnly), this.#unit);
  }
}

/** Puts the tokens of statements one after the other. */
class TokenWriter {
  readonly numbers: number[] = [];
  readonly #range: Range | null;
  #lastLine = 0;
  #lastColumn = 0;

  constructor(range: Range | null) {
    this.#range = range;
  }

  /** `at` is where the first of the tokens stands. */
  add({ numbers }: EncodedStatement, at: Position): void {
    let line = at.line;
    let column = at.character;
    for (let index = 0; index < numbers.length; index += NUMBERS_PER_TOKEN) {
      const lines = numbers[index] ?? 0;
      const columns = numbers[index + 1] ?? 0;
      line += lines;
      column = lines === 0 ? column + columns : columns;
      if (this.#isOutside(line)) continue;
      const passed = line - this.#lastLine;
      this.numbers.push(passed, passed === 0 ? column - this.#lastColumn : column);
      this.numbers.push(numbers[index + 2] ?? 0, numbers[index + 3] ?? 0, numbers[index + 4] ?? 0);
      this.#lastLine = line;
      this.#lastColumn = column;
    }
  }

  #isOutside(line: number): boolean {
    return this.#range !== null && (line < this.#range.start.line || line > this.#range.end.line);
  }
}
