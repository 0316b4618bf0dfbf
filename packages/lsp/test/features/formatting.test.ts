import { applyFixes, format, parse } from "@responses/dsl";
import { mappingFiles } from "@responses/testing/mapping-files";
import { garbage } from "@responses/testing/random-garbage";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { blankEdits } from "../../src/features/formatting/blank-edits.js";
import { formatDocument, formatOnLineEnd, formatRanges } from "../../src/features/formatting/formatting.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import { type FeatureFixture, fixturesOf } from "../support/feature-fixture.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * A cursor: somebody has just typed a line end before it. A marked stretch: the range that is to be formatted. Neither:
 * the whole document. `formatted` is the text afterwards, `edits` the edits themselves.
 */

describe.each(fixturesOf("formatting"))("$name", (fixture) => {
  test("the text and the edits", async () => {
    const { main, expected } = fixture;
    const document = await openDocument(workspaceOf({}), main.name, main.text);
    const edits = editsFor(fixture, document);
    expect(applied(main.text, edits)).toBe(`${expected.get("formatted")}\n`);
    const wanted = expected.get("edits");
    if (wanted !== undefined) expect(edits.map(shownEdit).join("\n")).toBe(wanted);
  });
});

function editsFor({ main: { cursor, marked } }: FeatureFixture, document: MappingDocument): TextEdit[] {
  if (cursor !== null) return formatOnLineEnd(document, document.positions.positionAt(cursor));
  if (marked.length === 0) return formatDocument(document);
  return formatRanges(
    document,
    marked.map((span) => document.positions.rangeOf(span)),
  );
}

function shownEdit({ range: { start, end }, newText }: TextEdit): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${JSON.stringify(newText)}`;
}

/** The text after the edits, which must not overlap. */
function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), [...edits]);
}

/** A text with every kind of line end and blank where it does no harm. */
function untidy(text: string, lineEnd: string): string {
  return text
    .replace(/ (?=keyword|exact|as|is|status)/g, "   ")
    .replace(/\n(?=reject|example)/g, " \t\n\n\n  ")
    .replaceAll("\n", lineEnd);
}

async function openText(text: string, unit: "utf-16" | "utf-8" = "utf-16") {
  return openDocument(workspaceOf({}, { unit }), "a.responses", text);
}

test("the whole document equals what the command line writes, in small edits", async () => {
  for (const { text } of mappingFiles()) {
    for (const written of [text, untidy(text, "\n"), untidy(text, "\r\n"), `\ufeff${untidy(text, "\r")}`]) {
      const edits = formatDocument(await openText(written));
      expect(applied(written, edits)).toBe(format(written));
      expect(edits.length).toBeLessThanOrEqual(2 * written.split(/\r\n|\n|\r/).length);
    }
  }
});

test("whatever the text, the whole document equals what the command line writes", async () => {
  await fc.assert(
    fc.asyncProperty(garbage, async (text) => {
      expect(applied(text, formatDocument(await openText(text)))).toBe(format(text));
    }),
    randomRuns(200),
  );
});

/** A file's statements as text, each from its first comment to the end of its last line, and what stands between them. */
function cut(text: string): { readonly statements: readonly string[]; readonly between: readonly string[] } {
  const { source, statements } = parse("", text).tree;
  const spans = statements.map(({ start, syntax }) => ({
    start,
    end: source.lineEnd(source.lineAt(start + syntax.span.to)),
  }));
  const ends = [0, ...spans.map(({ end }) => end)];
  const starts = [...spans.map(({ start }) => start), text.length];
  return {
    statements: spans.map(({ start, end }) => text.slice(start, end)),
    between: starts.map((start, index) => text.slice(ends[index], start)),
  };
}

test("a range's statements are what they are in the formatted document, and nothing else changes", async () => {
  const texts = mappingFiles().map(({ text }) => untidy(text, "\n"));
  const text = fc.oneof(fc.constantFrom(...texts), garbage);
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  await fc.assert(
    fc.asyncProperty(text, fraction, fraction, async (whole, one, other) => {
      const document = await openText(whole);
      const [start, end] = [one, other].map((part) => Math.round(part * whole.length)).sort((a, b) => a - b);
      const span = { start: start ?? 0, end: end ?? 0 };
      const now = applied(whole, formatRanges(document, [document.positions.rangeOf(span)]));
      const before = cut(whole);
      const after = cut(now);
      const formatted = cut(format(whole));
      expect(after.statements.length).toBe(before.statements.length);
      const { source, statements } = document.file.tree;
      const touched = statements.map(({ start: first, syntax }) => {
        const last = source.lineEnd(source.lineAt(first + syntax.span.to));
        return first <= Math.max(span.start, span.end - 1) && last >= span.start;
      });
      after.statements.forEach((statement, index) => {
        const wanted = touched[index] === true ? formatted : before;
        expect(statement).toBe(wanted.statements[index]);
      });
      after.between.forEach((gap, index) => {
        if (touched[index - 1] !== true || touched[index] !== true) expect(gap).toBe(before.between[index]);
      });
    }),
    randomRuns(200),
  );
});

test("columns are counted in the client's unit", async () => {
  const text = '# é😀   \nsuccess   word "é😀"   as "é"\n';
  const edits = formatDocument(await openText(text, "utf-8"));
  expect(edits.map(shownEdit)).toEqual(['0:8-0:11 ""', `1:7-1:26 ${JSON.stringify(' word "é😀" ')}`]);
});

test("texts that differ in more than blanks have no such edits", () => {
  for (const [before, after] of [
    ["a b", "a c"],
    ["a", "a b"],
    ["a b", "a"],
    ["ab", "a b c"],
  ] as const)
    expect(blankEdits(before, after)).toBeNull();
  const edits = blankEdits("a  b\n\n\n c", "a b \nc") ?? [];
  const fix = { title: "", kind: "automatic", edits } as const;
  expect(applyFixes("a  b\n\n\n c", [fix]).text).toBe("a b \nc");
});

test("at every place of broken texts there is an answer", async () => {
  for (const { text } of mappingFiles().slice(0, 12)) {
    for (let length = 0; length < text.length; length += 97) {
      const document = await openText(text.slice(0, length));
      const position = document.positions.positionAt(length);
      formatDocument(document);
      formatOnLineEnd(document, position);
      formatRanges(document, [{ start: position, end: position }]);
    }
  }
});
