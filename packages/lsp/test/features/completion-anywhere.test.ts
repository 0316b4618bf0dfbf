import { parse } from "@responses/dsl";
import { exampleFiles } from "@responses/testing/mapping-files";
import { Random } from "@responses/testing/random";
import { expect, test } from "vitest";
import { signatureHelpAt } from "../../src/features/signature-help/signature-help.js";
import { acceptItem } from "../support/accepted-item.js";
import { completionAt } from "../support/completion-answer.js";
import { linkedDocument } from "../support/linked-document.js";

/*
 * Whoever types asks in texts that are cut off anywhere. Each example file is cut at many places and asked at the end and in
 * the middle; every answer must be one that an editor can use.
 */

const CUTS = 30;

const TRIGGERS = [null, null, null, " ", '"', "'", "$", ".", "/", "["] as const;

test("there is a usable answer, or none, at every place of every text that is cut off", () => {
  const random = new Random(7);
  let answers = 0;
  for (const { name, text } of exampleFiles()) {
    for (let cut = 0; cut <= CUTS; cut++) {
      const prefix = text.slice(0, Math.round((text.length * cut) / CUTS));
      const document = linkedDocument(name, prefix);
      for (const offset of [prefix.length, ...random.several(4, 4, () => random.integer(0, prefix.length))]) {
        const trigger = random.pick(TRIGGERS);
        const where = `${name}, cut at ${prefix.length}, asked at ${offset} by ${trigger}`;
        const answer = completionAt(document, offset, { trigger });
        if (answer !== null) answers++;
        for (const { item } of answer?.items ?? []) {
          const { textEdit } = item;
          if (textEdit === undefined || !("range" in textEdit)) throw new Error(`${where}: no edit`);
          const { start, end } = textEdit.range;
          const { line, character } = document.positions.positionAt(offset);
          expect(start.line === line && end.line === line, where).toBe(true);
          expect(start.character <= character && character <= end.character, where).toBe(true);
          expect(item.label.length, where).toBeLessThanOrEqual(81);
          expect(item.label, where).not.toMatch(/[\r\n]/);
        }
        expect(answer?.items.length ?? 0).toBeLessThanOrEqual(100);
        const position = document.positions.positionAt(offset);
        const help = signatureHelpAt(
          document,
          position,
          { trigger, isShown: random.chance(0.5) },
          { offsets: true },
        );
        if (help !== null) {
          const active = help.signatures[help.activeSignature ?? 0];
          expect(help.activeParameter, where).toBeLessThan(active?.parameters?.length ?? 0);
        }
      }
    }
  }
  expect(answers).toBeGreaterThan(500);
});

test("taking an item changes its own statement and no other", () => {
  const random = new Random(8);
  let taken = 0;
  for (const { name, text } of exampleFiles()) {
    const document = linkedDocument(name, text);
    const { statements } = document.file.tree;
    for (let count = 0; count < 60; count++) {
      const offset = random.integer(0, text.length);
      const items = completionAt(document, offset)?.items ?? [];
      if (items.length === 0) continue;
      const { item } = random.pick(items);
      const accepted = acceptItem(text, item);
      const now = parse(name, accepted.text).tree.statements;
      const where = `${name} at ${offset}: ${item.label}`;
      // At the beginning of a line a statement may be added, or become another.
      const before = statements.findLastIndex(({ start }) => start <= offset);
      for (let index = 0; index < before; index++) {
        expect(now[index]?.syntax.text, where).toBe(statements[index]?.syntax.text);
      }
      const behind = statements.slice(before + 1).map(({ syntax }) => syntax.text);
      expect(
        now.slice(now.length - behind.length).map(({ syntax }) => syntax.text),
        where,
      ).toEqual(behind);
      taken++;
    }
  }
  expect(taken).toBeGreaterThan(300);
});

test.each(["utf-16", "utf-8", "utf-32"] as const)(
  "places count in %s, with any line end and a mark",
  (unit) => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      for (const mark of ["", "\ufeff"]) {
        const before = `${mark}# é😀${lineEnd}reject keyword "é😀", `;
        const text = `${before}"so" as é${lineEnd}example 200 'sold é' is reject${lineEnd}`;
        const document = linkedDocument("a.responses", text, unit);
        const [first] = completionAt(document, before.length + 2)?.items ?? [];
        const edit = first?.item.textEdit;
        if (edit === undefined || !("range" in edit)) throw new Error("nothing is suggested");
        expect(document.positions.spanOf(edit.range)).toEqual({
          start: before.length + 1,
          end: before.length + 3,
        });
        expect(edit.newText).toBe("sold é");
      }
    }
  },
);

test("a body of ten megabytes is left aside, and those beside it serve", () => {
  const huge = JSON.stringify({ huge: "x".repeat(10_000_000) });
  const text = `reject json "\nexample '${huge}' is success\nexample '{"small":"yes"}' is reject\n`;
  const items = completionAt(linkedDocument("a.responses", text), 13)?.items ?? [];
  expect(items.map(({ item }) => item.label)).toEqual(["$.small"]);
});
