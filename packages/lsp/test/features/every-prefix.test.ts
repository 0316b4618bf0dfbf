import { link, noOtherFiles, parse } from "@responses/dsl";
import { finish } from "@responses/testing/finish";
import { exampleFiles } from "@responses/testing/mapping-files";
import { garbage } from "@responses/testing/random-garbage";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentSymbol, Range, SelectionRange } from "vscode-languageserver";
import { definitionsAt } from "../../src/features/definition.js";
import { documentLinks } from "../../src/features/document-links.js";
import { workspaceEditOf } from "../../src/features/edits/workspace-edit.js";
import { foldingRanges } from "../../src/features/folding/folding-ranges.js";
import { highlightsAt } from "../../src/features/highlights.js";
import { documentSymbols, flatDocumentSymbols } from "../../src/features/outline/document-symbols.js";
import { workspaceSymbols } from "../../src/features/outline/workspace-symbols.js";
import { placesOf } from "../../src/features/presentation/places.js";
import { referencesOf } from "../../src/features/references.js";
import { rename, renameableAt } from "../../src/features/rename/rename.js";
import { selectionRanges } from "../../src/features/selection/selection-ranges.js";
import { SemanticTokens } from "../../src/features/semantic-tokens/semantic-tokens.js";
import { symbolAt } from "../../src/features/symbols/symbol.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import { PositionMapper } from "../../src/workspace/documents/position-mapper.js";
import { applied } from "../support/applied-edit.js";

/*
 * A text is broken half of the time that somebody types. Every example file is cut off at many places, and every feature
 * asked at many places of what is left: none throws, and what each says holds together.
 */

const PREFIXES = 14;
const OFFSETS = 10;

const NEW_NAMES = ["Fresh", "It's new", "with", "error"];

function documentOf(text: string): MappingDocument {
  const file = parse("a.responses", text);
  const positions = new PositionMapper(file.tree.source, "utf-8");
  return { uri: "file:///a.responses", version: 1, file, linked: link(file, noOtherFiles), positions };
}

const resolve = (_: string, include: string) => include;

/** Numbers from 0 up to and with a last one, evenly spread. */
function spread(last: number, count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, index) => Math.round((last * index) / count));
}

/** Quicker than an expectation, of which there would be a million. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

function holds(outer: Range, inner: Range): boolean {
  const starts = isBefore(outer.start, inner.start);
  return starts && isBefore(inner.end, outer.end);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function checkWhole(document: MappingDocument): void {
  const checkSymbol = ({ range, selectionRange, name, children = [] }: DocumentSymbol) => {
    must(name !== "", "a symbol has a name");
    must(holds(range, selectionRange), "a symbol holds its word");
    for (const child of children) {
      must(holds(range, child.range), "a symbol holds its parts");
      checkSymbol(child);
    }
  };
  finish(documentSymbols(document)).forEach(checkSymbol);
  finish(flatDocumentSymbols(document));
  for (const { startLine, endLine } of foldingRanges(document, { limit: null, summaries: true })) {
    must(startLine < endLine, "a fold has lines");
    must(endLine < document.file.tree.source.lineCount, "a fold is inside the file");
  }
  finish(new SemanticTokens("utf-8", false).full(document));
  finish(workspaceSymbols("a", [document]));
  documentLinks(document, resolve, (name) => name);
}

function checkAt(document: MappingDocument, place: number): void {
  const { positions, file } = document;
  const position = positions.positionAt(place);
  // No position is inside a line end or a character.
  const offset = positions.offsetAt(position);
  const here = { start: position, end: position };
  for (
    let range: SelectionRange | undefined = selectionRanges(document, [position])[0];
    range !== undefined;
  ) {
    must(holds(range.range, here), "a selection holds the cursor");
    const inner = range.range;
    must(range.parent === undefined || holds(range.parent.range, inner), "a selection grows");
    range = range.parent;
  }
  const links = definitionsAt(
    document,
    offset,
    resolve,
    placesOf(document, (name) => name, "utf-8"),
  );
  for (const { targetRange, targetSelectionRange } of links) {
    must(holds(targetRange, targetSelectionRange), "a target holds its name");
  }
  const symbol = symbolAt(file, offset, resolve);
  const highlights = highlightsAt(document, position, resolve);
  must((highlights === null) === (symbol === null), "a symbol has highlights");
  if (symbol === null || highlights === null) return;
  must(
    highlights.some(({ range }) => holds(range, here)),
    "the cursor is in a highlight",
  );
  const references = referencesOf(symbol, [document], resolve, true);
  must(references.length === highlights.length, "references are what is highlighted");
  const what = renameableAt(document, offset, resolve);
  if (what?.kind === "renameable") checkRenaming(document, offset);
}

/** A renaming touches nothing but names: the statements stay as many, and what is broken stays so. */
function checkRenaming(document: MappingDocument, offset: number): void {
  const what = renameableAt(document, offset, resolve);
  if (what?.kind !== "renameable") return;
  for (const name of NEW_NAMES.slice(offset % 2, (offset % 2) + 2)) {
    const result = rename(what, name, [document], resolve);
    if (result.kind === "refused") continue;
    const edit = workspaceEditOf(result.changes, { versions: true, annotations: false }, { label: "" });
    const text = document.file.tree.source.text;
    const after = applied(edit, new Map([[document.uri, text]]), "utf-8").get(document.uri) ?? text;
    const kinds = (models: typeof document.file.models) => models.map(({ kind }) => kind);
    expect(kinds(parse("a.responses", after).models)).toEqual(kinds(document.file.models));
  }
}

test.each(exampleFiles())("$name", ({ text }) => {
  for (const length of spread(text.length, PREFIXES)) {
    const document = documentOf(text.slice(0, length));
    checkWhole(document);
    for (const offset of spread(length, OFFSETS)) checkAt(document, offset);
    // The end is where somebody types.
    for (let back = 0; back <= Math.min(8, length); back++) checkAt(document, length - back);
  }
});

test("nor does any in texts of anything", () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const document = documentOf(text);
      checkWhole(document);
      for (const offset of spread(text.length, OFFSETS)) checkAt(document, offset);
    }),
    randomRuns(300),
  );
});
