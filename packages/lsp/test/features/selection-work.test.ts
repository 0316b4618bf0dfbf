import type { StatementSyntax } from "@responses/dsl";
import { expect, test } from "vitest";
import { selectionRanges } from "../../src/features/selection/selection-ranges.js";
import { SpansAround } from "../../src/features/selection/spans-around.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import { linkedDocument } from "../support/linked-document.js";

/* What many cursors in one long statement cost: it is looked at once for all of them, and no stretch again and again. */

const TEXTS = 200;
const LIST = Array.from({ length: TEXTS }, (_, number) => `"text ${number}"`).join(", ");

/** The document with a count of how often the text of its statement is asked for. */
function counted(document: MappingDocument): {
  readonly document: MappingDocument;
  readonly reads: () => number;
} {
  let reads = 0;
  const count = (syntax: StatementSyntax): StatementSyntax => {
    const { text } = syntax;
    return Object.defineProperty({ ...syntax }, "text", {
      get: () => {
        reads += 1;
        return text;
      },
    });
  };
  const { file } = document;
  const statements = file.tree.statements.map((one) => ({ ...one, syntax: count(one.syntax) }));
  return {
    document: { ...document, file: { ...file, tree: { ...file.tree, statements } } },
    reads: () => reads,
  };
}

test("a statement is taken apart once for all positions in it", () => {
  const { document, reads } = counted(
    linkedDocument("a.responses", `# All.\nsuccess word ${LIST} as Sold\n`),
  );
  const positions = Array.from({ length: TEXTS }, (_, number) =>
    document.positions.positionAt(document.file.tree.source.text.indexOf(`"text ${number}"`) + 2),
  );
  const [first] = selectionRanges(document, positions.slice(0, 1));
  const once = reads();
  const backwards = selectionRanges(document, positions.toReversed());
  expect(reads()).toBe(2 * once);
  expect(backwards).toEqual(selectionRanges(document, positions).toReversed());
  expect(backwards.at(-1)).toEqual(first);
});

test("a stretch is looked at a few times, whatever the number of offsets", () => {
  let looks = 0;
  const length = 2 * TEXTS;
  const spans = Array.from({ length: TEXTS }, (_, number) => ({
    get from() {
      looks += 1;
      return 2 * number;
    },
    get to() {
      looks += 1;
      return 2 * number + 1;
    },
  }));
  const around = new SpansAround([{ from: 0, to: length }, ...spans]);
  const built = looks;
  for (let offset = 0; offset < length; offset++) expect(around.at(offset)).toHaveLength(2);
  // Once by each offset that it holds and by the one behind it, and as the next one.
  expect(looks - built).toBeLessThan(8 * TEXTS);
});
