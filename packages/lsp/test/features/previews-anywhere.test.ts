import { exampleFiles, exampleText } from "@responses/testing/mapping-files";
import { expect, test } from "vitest";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { exampleResultsOf } from "../../src/features/examples/example-results.js";
import { explainExamples, explainResponse } from "../../src/features/explain/explain-response.js";
import { hoverAt } from "../../src/features/hover/hover.js";
import { inlayHintsIn } from "../../src/features/inlay-hints.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/* Previews answer at every place of every file, however far it is typed, and whatever is left of what was known before. */

const FILES = exampleFiles().map(({ name, text }) => [name, text] as const);
const COMMON = "shared/http-errors.responses";
const NOWHERE = { locationOf: () => null };

/** So many lengths of each file are tried, and at each of these so many places. */
const PREFIXES = 14;
const PLACES = 60;

test.each(FILES)("%s", async (name, text) => {
  const workspace = workspaceOf({ [COMMON]: exampleText(COMMON) });
  await openDocument(workspace, name, text);
  let answered = 0;
  for (let count = 0; count <= PREFIXES; count++) {
    // A length of its own for each file, so that all kinds of places are met.
    const length = Math.round((text.length * count) / PREFIXES + ((count * 7919) % 13));
    workspace.change(uriOf(name), count + 2, [{ text: text.slice(0, length) }]);
    const document = await workspace.analysed(uriOf(name));
    if (document === null) throw new Error("no document");
    const { positions } = document;
    const step = Math.max(1, Math.floor(length / PLACES));
    for (let offset = 0; offset <= length; offset += step) {
      for (const format of ["markdown", "plaintext"] as const) {
        const hover = hoverAt(document, positions.positionAt(offset), {
          format,
          examples: 5,
          places: null,
          explainCommand: null,
          findingsBeside: false,
        });
        if (hover !== null) answered++;
      }
    }
    const whole = positions.rangeOf({ start: 0, end: length });
    inlayHintsIn(document, whole, { hinted: "all", places: NOWHERE, explainCommand: "explain" });
    codeLensesOf(document);
    exampleResultsOf(document, NOWHERE);
    explainResponse(document, { status: 200, body: "ok" }, NOWHERE);
    explainExamples(document, whole, NOWHERE);
  }
  expect(answered).toBeGreaterThan(PREFIXES);
});
