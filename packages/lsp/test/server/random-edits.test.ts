import { Random } from "@responses/testing/random";
import { expect, test } from "vitest";
import type { Hover, InlayHint } from "vscode-languageserver-protocol";
import { randomEdit } from "../support/random-edits.js";
import { ServerProcess } from "../support/server-process.js";

/* What the built server knows after many edits, a server knows that was started just now. The seeds are 1 to 20. */

const SCRIPTS = 20;
const EDITS = 20;
const URI = "file:///nowhere/acme.responses";

const TEXT = `system "A"

success keyword "valid"
reject keyword "dup", "double" as Duplicate
capture id from json "$.id"

example 200 '{"id":1,"r":"valid"}' is success with id "1"
example "a dup" is reject Duplicate
example "" is unmapped
`;

/** All that the server shows of the document. */
async function shown(server: ServerProcess, version: number, text: string) {
  const { diagnostics } = await server.diagnosticsFor(URI, version);
  const lines = text.split(/\r\n|\n|\r/);
  const textDocument = { uri: URI };
  const hovers = [];
  for (const line of lines.keys()) {
    const position = { line, character: 1 };
    hovers.push(
      await server.connection.sendRequest<Hover | null>("textDocument/hover", { textDocument, position }),
    );
  }
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const hints = await server.connection.sendRequest<InlayHint[] | null>("textDocument/inlayHint", {
    textDocument,
    range,
  });
  return { diagnostics, hovers, hints };
}

test(`${SCRIPTS} scripts of ${EDITS} edits each`, async () => {
  let runnable = 0;
  for (let seed = 1; seed <= SCRIPTS; seed++) {
    const random = new Random(seed);
    const edited = new ServerProcess();
    await edited.initialize();
    await edited.open(URI, TEXT);
    let text = TEXT;
    for (let version = 2; version <= EDITS; version++) {
      const edit = randomEdit(text, random);
      text = edit.text;
      await edited.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version },
        contentChanges: edit.changes,
      });
    }
    // The last edit puts the text in order: what a broken one shows depends on what it was before.
    const mended = seed % 4 === 0 ? text : `${TEXT}# after script ${seed}\n`;
    await edited.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: EDITS + 1 },
      contentChanges: [{ text: mended }],
    });
    const anew = new ServerProcess();
    await anew.initialize();
    await anew.open(URI, mended, EDITS + 1);
    const wanted = await shown(anew, EDITS + 1, mended);
    const now = await shown(edited, EDITS + 1, mended);
    const isBroken = wanted.diagnostics.some(
      ({ severity, code }) => severity === 1 && code !== "example-fails",
    );
    if (isBroken) {
      expect(
        now.diagnostics.filter(({ severity }) => severity === 1),
        `seed ${seed}`,
      ).toEqual(wanted.diagnostics.filter(({ severity }) => severity === 1));
    } else {
      runnable++;
      expect(now, `seed ${seed}`).toEqual(wanted);
    }
    expect(await Promise.all([edited.end(), anew.end()])).toEqual([0, 0]);
  }
  expect(runnable).toBeGreaterThanOrEqual(15);
});
