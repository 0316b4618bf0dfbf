import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { COMPLETION_ITEM, HOVER } from "../../bench/shown-by-editors.mjs";

/** Cursor places that are asked about in one text at most: in random texts fewer, since there are many of them. */
const PLACES = { written: 60, random: 12 };

const FORMATTING = { tabSize: 2, insertSpaces: true };

/** Responses that every text is asked to explain: one of each kind of body, one without a status, and what `curl -i` prints. */
const RESPONSES = [
  { status: 200, body: '{"success":false,"reason":"Duplicate lead","errors":[{"code":7}]}' },
  { status: null, body: "<response><status>Matched</status><price>1</price></response>" },
  { status: 500, body: "status=error&message=Internal" },
  { http: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><body>Not found</body></html>" },
];

/** What is looked for in the whole workspace: everything, and names by their beginning and by some of their letters. */
const QUERIES = ["", "dup", "inv", "ld"];

/**
 * What the language server answers about the corpus: all its requests but for formatting while somebody types, its commands, and the
 * moves of files. Texts are opened and closed, never edited: the tests of random edits compare what follows them.
 *
 * @param {string} command the path of the built command
 * @param {string} corpus the folder of the corpus
 * @param {readonly string[]} files paths of mapping files below it
 * @returns {Promise<Record<string, string>>} the answers, by file, request and place
 */
export async function recordServer(command, corpus, files) {
  const child = spawn(process.execPath, [command, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** @type {Map<string, (diagnostics: unknown) => void>} */
  const waiting = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
    waiting.get(uri)?.(diagnostics);
    waiting.delete(uri);
  });
  connection.onRequest(() => null);
  connection.listen();
  const root = pathToFileURL(corpus).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "corpus" }],
    capabilities: CAPABILITIES,
  });
  await connection.sendNotification("initialized", {});
  /** @type {Record<string, string>} */
  const record = {};
  for (const file of files) await recordFile(file);
  for (const query of QUERIES) {
    const symbols = await connection.sendRequest("workspace/symbol", { query }).catch(String);
    record[`workspace/symbol ${query}`] = shown(symbols);
  }
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  connection.dispose();
  return record;

  /** @param {unknown} answer */
  function shown(answer) {
    return (JSON.stringify(answer) ?? "undefined").replaceAll(root, "ROOT");
  }

  /** @param {string} file */
  async function recordFile(file) {
    const uri = pathToFileURL(join(corpus, file)).href;
    const text = readFileSync(join(corpus, file), "utf8");
    const textDocument = { uri };
    const published = new Promise((resolve) => waiting.set(uri, resolve));
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "responses", version: 1, text },
    });
    const diagnostics = await published;
    /** @param {string} request @param {unknown} answer */
    const keep = (request, answer) => {
      record[`${file} ${request}`] = shown(answer);
    };
    /** @param {string} method @param {object} params @param {string} [place] */
    const ask = async (method, params, place = "") => {
      const answer = await connection.sendRequest(method, { textDocument, ...params }).catch(String);
      keep(`${method}${place}`, answer);
      return answer;
    };
    keep("diagnostics", diagnostics);
    const lines = text.split(/\r\n|\n|\r/);
    const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    await ask("textDocument/semanticTokens/full", {});
    await ask("textDocument/inlayHint", { range: all });
    await ask("textDocument/codeLens", {});
    await ask("textDocument/foldingRange", {});
    await ask("textDocument/documentSymbol", {});
    await ask("textDocument/documentLink", {});
    await ask("textDocument/formatting", { options: FORMATTING });
    const middle = { line: Math.floor(lines.length / 2), character: 0 };
    await ask("textDocument/rangeFormatting", { range: { ...all, end: middle }, options: FORMATTING });
    await ask("responses/runExamples", { uri });
    for (const format of ["esm", "cjs", "json"])
      await ask("responses/compile", { uri, format }, ` ${format}`);
    for (const [index, response] of RESPONSES.entries()) {
      await ask("responses/explain", { uri, response }, ` ${index}`);
    }
    const places = placesIn(lines, file.startsWith("random") ? PLACES.random : PLACES.written);
    for (const position of places) {
      const place = ` ${position.line}:${position.character}`;
      await ask("textDocument/hover", { position }, place);
      const completion = await ask("textDocument/completion", { position }, place);
      // Whether a list is complete depends on how far the analysis is when it is asked for.
      if (completion !== null) keep(`textDocument/completion${place}`, completion.items);
      const [first] = completion?.items ?? [];
      if (first !== undefined) {
        keep(
          `completionItem/resolve${place}`,
          await connection.sendRequest("completionItem/resolve", first).catch(String),
        );
      }
      await ask("textDocument/signatureHelp", { position }, place);
      await ask("textDocument/definition", { position }, place);
      await ask("textDocument/references", { position, context: { includeDeclaration: true } }, place);
      await ask("textDocument/documentHighlight", { position }, place);
      await ask("textDocument/prepareRename", { position }, place);
      await ask("textDocument/rename", { position, newName: "Another name" }, place);
      await ask("textDocument/selectionRange", { positions: [position] }, place);
      const range = { start: position, end: position };
      const actions = await ask("textDocument/codeAction", { range, context: { diagnostics: [] } }, place);
      for (const [index, action] of (Array.isArray(actions) ? actions : []).entries()) {
        if (action.edit !== undefined || action.data === undefined) continue;
        keep(
          `codeAction/resolve${place} ${index}`,
          await connection.sendRequest("codeAction/resolve", action).catch(String),
        );
      }
    }
    await connection.sendNotification("textDocument/didClose", { textDocument });
  }
}

/** Places spread over the text: beginnings of words and marks, and the ends of lines. @param {readonly string[]} lines @param {number} most */
function placesIn(lines, most) {
  const all = lines.flatMap((text, line) => {
    const starts = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map(({ index }) => ({
      line,
      character: index,
    }));
    return [...starts, { line, character: text.length }];
  });
  if (all.length <= most) return all;
  return Array.from(
    { length: most },
    (_, index) => all[Math.floor((index * all.length) / most)] ?? { line: 0, character: 0 },
  );
}

const CAPABILITIES = {
  textDocument: {
    hover: HOVER,
    completion: { completionItem: { ...COMPLETION_ITEM, labelDetailsSupport: true } },
    signatureHelp: {
      signatureInformation: { documentationFormat: ["markdown"], activeParameterSupport: true },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
      isPreferredSupport: true,
      disabledSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ["relative"] },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};
