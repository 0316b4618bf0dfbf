import { check, type FileModel, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { catalogue, lex, visible } from "@responses/dsl/editor";
import { mappingFiles } from "@responses/testing/mapping-files";
import { edit, edited, garbage } from "@responses/testing/random-garbage";
import { oneIn, randomRuns } from "@responses/testing/random-runs";
import { readingFindings, withAutomaticFixes } from "@responses/testing/typical-mistakes";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Tree, treeOf } from "../support/tree-of.js";

const FILE = "mapping.responses";

/** What a statement says, for comparisons. */
function contentOf(tree: Tree, index: number) {
  const { node, findings, documentation, suppressions } = tree.statements[index]?.syntax ?? {};
  return { node, findings, documentation, suppressions };
}

function textsOf(tree: Tree): readonly string[] {
  return tree.statements.map(({ syntax }) => syntax.text);
}

describe.each(oneIn(3, mappingFiles()))("$name", ({ text }) => {
  const file = parse(FILE, text);
  const whole = file.tree;
  const texts = textsOf(whole);

  test("every prefix leaves the statements before its end as they are", () => {
    for (let end = 0; end < text.length; end++) {
      // Taking over what is known equals reading anew (see below), and makes this test quick.
      const { tree } = parse(FILE, text.slice(0, end), file);
      const cut = whole.statements.findLastIndex(({ start }) => start < end);
      const word = whole.statements[cut];
      const wordStands = word !== undefined && end >= word.start + word.syntax.wordSpan.to;
      const wordBegun = word !== undefined && end > word.start + word.syntax.wordSpan.from;
      const untouched = wordStands ? cut : cut - 1;
      expectUntouched(textsOf(tree), texts, untouched);
      // A statement whose word is cut off is none: its comments go to the one before, which means the same as ever.
      if (!wordStands && !wordBegun && cut > 0) {
        expect(contentOf(tree, cut - 1).node).toEqual(contentOf(whole, cut - 1).node);
      }
    }
  });

  test("without any one token, all other statements are as they are", () => {
    whole.statements.forEach(({ start, syntax }, index) => {
      lex(syntax.text).tokens.forEach((token, tokenIndex) => {
        const without = text.slice(0, start + token.startOffset) + text.slice(start + token.endOffset + 1);
        // Where two quotation marks now stand beside a third, a text block begins, which may hold statements.
        if (opensBlock(without, start + token.startOffset)) return;
        const { tree } = parse(FILE, without, file);
        const before = tokenIndex === 0 ? index - 1 : index;
        const behind = texts.slice(index + 1);
        expectUntouched(textsOf(tree), texts, before);
        expect(behind.length === 0 ? [] : textsOf(tree).slice(-behind.length)).toEqual(behind);
      });
    });
  });
});

/** That the first so many texts are the same: asked a million times, for which `toEqual` on lists is too slow. */
function expectUntouched(now: readonly string[], before: readonly string[], count: number): void {
  for (let index = 0; index < count; index++)
    if (now[index] !== before[index]) expect(now.slice(0, count)).toEqual(before.slice(0, count));
}

function opensBlock(text: string, at: number): boolean {
  return /"""/.test(text.slice(Math.max(0, at - 2), at + 2));
}

/** What holds for every tree, whatever the text. */
function expectSound(text: string): void {
  const tree = treeOf(text);
  const first = tree.statements[0]?.start ?? text.length;
  expect(text.slice(0, first) + textsOf(tree).join("")).toBe(text);
  tree.statements.reduce((start, statement) => {
    expect(statement.start).toBe(start);
    return start + statement.syntax.text.length;
  }, first);
  for (const { syntax } of tree.statements) {
    expectTokensInOrder(syntax);
    for (const span of spansIn({
      node: syntax.node,
      suppressions: syntax.suppressions,
      findings: syntax.findings,
    })) {
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(span.to).toBeGreaterThanOrEqual(span.from);
      expect(span.to).toBeLessThanOrEqual(syntax.text.length);
    }
    if (syntax.node.kind === "broken") expect(syntax.findings.length).toBeGreaterThan(0);
  }
  expectFindingsSound(parse(FILE, text));
}

/** Tokens and comments stand one behind the other, and between them is nothing but white space or what is reported. */
function expectTokensInOrder({ text, findings }: Tree["statements"][number]["syntax"]): void {
  const { tokens, comments } = lex(text);
  const stretches = [
    ...tokens.map(({ startOffset, endOffset }) => ({ from: startOffset, to: endOffset + 1 })),
    ...comments,
    ...findings
      .filter(({ name }) => name === "syntax")
      .flatMap(({ parameters, span }) =>
        "problem" in parameters && ["white-space", "invisible", "lone-surrogate"].includes(parameters.problem)
          ? [span]
          : [],
      ),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  let at = 0;
  for (const { from, to } of stretches) {
    if (from > at) expect(text.slice(at, from)).toMatch(/^[ \t\r\n]*$/);
    at = Math.max(at, to);
  }
  expect(text.slice(at)).toMatch(/^[ \t\r\n]*$/);
}

function spansIn(value: unknown): readonly { readonly from: number; readonly to: number }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "from" in value && typeof value.from === "number" && "to" in value && typeof value.to === "number";
  const inner = Object.values(value).flatMap(spansIn);
  return own ? [{ from: Number(value.from), to: Number(value.to) }, ...inner] : inner;
}

function expectFindingsSound(file: FileModel): void {
  const length = file.tree.source.text.length;
  for (const finding of check(link(file, noOtherFiles))) {
    const message = messageOf(finding);
    expect(visible(message)).toBe(message);
    expect(message).not.toMatch(/undefined|\[object/);
    expect(message.length).toBeLessThan(400);
    expect(Object.keys(catalogue)).toContain(finding.name);
    for (const { start, end } of [
      finding.span,
      ...finding.fixes.flatMap(({ edits }) => edits.map(({ span }) => span)),
    ]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(length);
    }
  }
}

/** Everything that reading gives but the source, which is the text. */
function readingOf(tree: Tree) {
  return { statements: tree.statements, findings: tree.findings };
}

describe("whatever the text", () => {
  test("there is a sound tree, and findings that can be shown", () => {
    fc.assert(fc.property(garbage, expectSound), randomRuns(1200));
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), expectSound), randomRuns(500));
  });

  test("the automatic repairs come to an end", () => {
    fc.assert(
      fc.property(garbage, (text) => {
        let current = text;
        for (let round = 0; round < 100; round++) {
          const next = withAutomaticFixes(current, readingFindings(current));
          if (next === current) return;
          current = next;
        }
        expect(current).toBe("a text that is mended");
      }),
      randomRuns(600),
    );
  });

  test("a tree made with the one before an edit is the fresh one", () => {
    fc.assert(
      fc.property(garbage, fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let text = start;
        let file = parse(FILE, start);
        for (const change of edits) {
          text = edited(text, change);
          file = parse(FILE, text, file);
          expect(readingOf(file.tree)).toEqual(readingOf(treeOf(text)));
        }
      }),
      randomRuns(600),
    );
  });

  test.each(oneIn(2, mappingFiles()))("$name with random edits", ({ text }) => {
    const whole = parse(FILE, text);
    fc.assert(
      fc.property(edit, (change) => {
        const changed = edited(text, change);
        expect(readingOf(parse(FILE, changed, whole).tree)).toEqual(readingOf(treeOf(changed)));
      }),
      randomRuns(6),
    );
    fc.assert(
      fc.property(edit, (change) => expectSound(edited(text, change))),
      randomRuns(5),
    );
  });
});
