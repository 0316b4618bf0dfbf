import { type ColumnUnit, SourceText } from "@responses/dsl";
import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { PositionMapper } from "../documents/position-mapper.js";
import { normalisedUri } from "../files/file-names.js";

/** A text that an editor has open. */
export interface OpenBuffer {
  /** As the client spells it, which is how answers must. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** The texts that editors have open, kept up to date edit by edit. */
export class OpenBuffers {
  readonly #unit: ColumnUnit;
  readonly #documents = new Map<string, TextDocument>();

  constructor(unit: ColumnUnit) {
    this.#unit = unit;
  }

  open(uri: string, version: number, text: string): void {
    this.#documents.set(normalisedUri(uri), TextDocument.create(uri, "responses", version, text));
  }

  /** Applies edits, one after the other; false for a text that is not open. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean {
    const key = normalisedUri(uri);
    let document = this.#documents.get(key);
    if (document === undefined) return false;
    for (const change of changes) {
      const { text } = change;
      const range = rangeOf(change);
      const edit = range === null ? { text } : { range: this.#inUnits(document, range), text };
      document = TextDocument.update(document, [edit], version);
    }
    this.#documents.set(key, document);
    return true;
  }

  close(uri: string): void {
    this.#documents.delete(normalisedUri(uri));
  }

  get(uri: string): OpenBuffer | null {
    const document = this.#documents.get(normalisedUri(uri));
    if (document === undefined) return null;
    return { uri: document.uri, version: document.version, text: document.getText() };
  }

  /** The normalised URIs of all. */
  get uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  /** The range with columns in UTF-16 code units, which is what the text documents count. */
  #inUnits(document: TextDocument, range: Range): Range {
    if (this.#unit === "utf-16") return range;
    return { start: this.#inCodeUnits(document, range.start), end: this.#inCodeUnits(document, range.end) };
  }

  #inCodeUnits(document: TextDocument, { line, character }: Position): Position {
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    const columns = new PositionMapper(new SourceText(text), this.#unit);
    return { line, character: columns.offsetAt({ line: 0, character }) };
  }
}

/** What a change replaces; null for the whole text. Not few clients say that with null, which the protocol's types do not know. */
function rangeOf(change: TextDocumentContentChangeEvent): Range | null {
  return ("range" in change ? change.range : null) ?? null;
}
