import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  MessageType,
  type SemanticTokens,
  type SemanticTokensDelta,
  ShowMessageNotification,
  type ShowMessageParams,
  type SymbolInformation,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from "vscode-languageserver-protocol";
import { applied } from "../support/applied-edit.js";
import { ServerProcess } from "../support/server-process.js";

/* Symbols across files, through the built server: one file is open and not saved, the others lie in a folder. */

const FILES: Readonly<Record<string, string>> = {
  "acme.responses": "# what is stored is something else\n",
  "shared/common.responses": 'reject word "é 😀" as Duplicate\ncapture price from json "$.price"\n',
  "bolt.responses":
    'include "shared/common.responses"\nexample 200 "é 😀" is reject "Duplicate"\nreject word "sold" as Other\n',
  "apart.responses": 'reject word "dup" as Duplicate\n',
};

const OPEN = `include "shared/common.responses"
success status 201
example 200 'é 😀' is reject Duplicate
example 201 '{"price":1}' is success
  with price "1"
`;

const RICH: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    fileOperations: { willRename: true, didRename: true },
  },
  textDocument: {
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
};

class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "responses-symbols-"));
  readonly server = new ServerProcess();

  async start(capabilities: ClientCapabilities): Promise<void> {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
    await this.server.initialize({ capabilities, rootUri: this.uri("").replace(/\/$/, "") });
    await this.server.open(this.uri("acme.responses"), OPEN, 7);
  }

  uri(name: string): string {
    return `${pathToFileURL(this.folder).href}/${name}`;
  }

  ask<Answer>(method: string, params: object, name = "acme.responses"): Promise<Answer> {
    const textDocument = { uri: this.uri(name) };
    return this.server.connection.sendRequest<Answer>(method, { textDocument, ...params });
  }

  /** The texts after an edit, by file: the open one's and the stored ones'. */
  after(edit: WorkspaceEdit | null): Readonly<Record<string, string>> {
    const texts = new Map(
      Object.entries({ ...FILES, "acme.responses": OPEN }).map(([name, text]) => [this.uri(name), text]),
    );
    return Object.fromEntries(
      [...applied(edit ?? {}, texts, "utf-16")].map(([uri, text]) => [uri.slice(this.uri("").length), text]),
    );
  }
}

let project: Project | null = null;

async function started(capabilities: ClientCapabilities = RICH): Promise<Project> {
  project = new Project();
  await project.start(capabilities);
  return project;
}

afterEach(async () => {
  if (project === null) return;
  expect(await project.server.end()).toBe(0);
  expect(project.server.stderr).toBe("");
  rmSync(project.folder, { recursive: true, force: true });
  project = null;
});

const ON_LABEL = { position: { line: 2, character: 33 } };
const ON_CAPTURE = { position: { line: 4, character: 9 } };

test("definition and references lead to files that are not open, and not to what has nothing to do with it", async () => {
  const { ask, uri } = bound(await started());
  const [link] = (await ask<LocationLink[]>("textDocument/definition", ON_LABEL)) ?? [];
  expect(link?.targetUri).toBe(uri("shared/common.responses"));
  expect(link?.targetSelectionRange.start).toEqual({ line: 0, character: 22 });
  const references = await ask<Location[]>("textDocument/references", {
    ...ON_LABEL,
    context: { includeDeclaration: true },
  });
  expect(references.map((place) => place.uri).sort()).toEqual(
    ["acme.responses", "bolt.responses", "shared/common.responses"].map(uri),
  );
});

test("without links, definition gives places", async () => {
  const { ask, uri } = bound(await started({}));
  const places = await ask<Location[]>("textDocument/definition", ON_CAPTURE);
  const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 13 } };
  expect(places).toEqual([{ uri: uri("shared/common.responses"), range }]);
});

describe("rename", () => {
  test("changes open and stored files, each for its version", async () => {
    const own = await started();
    const prepared = await own.ask("textDocument/prepareRename", ON_LABEL);
    const range = { start: { line: 2, character: 29 }, end: { line: 2, character: 38 } };
    expect(prepared).toEqual({ range, placeholder: "Duplicate" });
    const edit = await own.ask<WorkspaceEdit>("textDocument/rename", { ...ON_LABEL, newName: "Sold before" });
    expect(own.after(edit)).toEqual({
      "acme.responses": OPEN.replace("Duplicate", '"Sold before"'),
      "shared/common.responses": FILES["shared/common.responses"]?.replace("Duplicate", '"Sold before"'),
      "bolt.responses": FILES["bolt.responses"]?.replace("Duplicate", "Sold before"),
    });
    const versions = edit.documentChanges?.map((change) =>
      "textDocument" in change ? [change.textDocument.uri, change.textDocument.version] : null,
    );
    expect(versions).toContainEqual([own.uri("acme.responses"), 7]);
    expect(versions).toContainEqual([own.uri("bolt.responses"), null]);
    const [annotation] = Object.values(edit.changeAnnotations ?? {});
    expect(annotation).toEqual({ label: 'Rename "Duplicate" to "Sold before"', needsConfirmation: false });
  });

  test("to a label that there is already says why it asks", async () => {
    const own = await started();
    const edit = await own.ask<WorkspaceEdit>("textDocument/rename", { ...ON_LABEL, newName: "Other" });
    expect(Object.values(edit.changeAnnotations ?? {})).toEqual([
      {
        label: 'Two labels become one: "Other" is already used by 1 rule',
        description: 'Rename "Duplicate" to "Other"',
        needsConfirmation: true,
      },
    ]);
  });

  test.each([
    ["can ask", RICH],
    ["cannot ask", {}],
  ])("to a label that there is already warns a client that %s", async (_, capabilities) => {
    const own = await started(capabilities);
    const warned = new Promise<ShowMessageParams>((resolve) => {
      own.server.connection.onNotification(ShowMessageNotification.type, resolve);
    });
    await own.ask<WorkspaceEdit>("textDocument/rename", { ...ON_LABEL, newName: "Other" });
    expect(await warned).toEqual({
      type: MessageType.Warning,
      message: 'Two labels become one: "Other" is already used by 1 rule.',
    });
  });

  test("is a plain list for a client that knows nothing else", async () => {
    const own = await started({});
    const edit = await own.ask<WorkspaceEdit>("textDocument/rename", { ...ON_CAPTURE, newName: "amount" });
    expect(Object.keys(edit)).toEqual(["changes"]);
    expect(Object.keys(own.after(edit)).sort()).toEqual(["acme.responses", "shared/common.responses"]);
  });

  test("is refused with a sentence", async () => {
    const { ask } = bound(await started());
    const refused = ask("textDocument/rename", { ...ON_LABEL, newName: "  " });
    await expect(refused).rejects.toMatchObject({ code: -32803, message: "the new name is empty" });
    const path = ask("textDocument/prepareRename", { position: { line: 0, character: 12 } });
    await expect(path).rejects.toMatchObject({ code: -32803 });
    expect(await ask("textDocument/prepareRename", { position: { line: 1, character: 2 } })).toBeNull();
  });
});

describe("symbols of a document", () => {
  test("are nested", async () => {
    const symbols = await (await started()).ask<DocumentSymbol[]>("textDocument/documentSymbol", {});
    expect(symbols.map(({ name }) => name)).toEqual([
      "shared/common.responses",
      "success",
      "example is reject Duplicate",
      "example is success",
    ]);
    expect(symbols.map(({ children }) => children?.map(({ name }) => name))).toEqual([
      undefined,
      undefined,
      undefined,
      ["price"],
    ]);
  });

  test("are flat for a client that knows no other", async () => {
    const symbols = await (await started({})).ask<SymbolInformation[]>("textDocument/documentSymbol", {});
    expect(symbols[1]?.location.range.start).toEqual({ line: 1, character: 0 });
  });
});

test("symbols of the workspace are those of all its files", async () => {
  const { server, uri } = bound(await started());
  const found = await server.connection.sendRequest<WorkspaceSymbol[]>("workspace/symbol", { query: "dupl" });
  const places = found.map(({ location }) => location.uri).sort();
  expect(places).toEqual([uri("apart.responses"), uri("shared/common.responses")]);
});

test("semantic tokens: in full, then what an edit changes", async () => {
  const own = await started();
  const full = await own.ask<SemanticTokens>("textDocument/semanticTokens/full", {});
  const uri = own.uri("acme.responses");
  await own.server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 8 },
    contentChanges: [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: "# é\n" },
    ],
  });
  const delta = await own.ask<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
    previousResultId: full.resultId,
  });
  const edited = [...full.data];
  for (const { start, deleteCount, data } of delta.edits) edited.splice(start, deleteCount, ...(data ?? []));
  const again = await own.ask<SemanticTokens>("textDocument/semanticTokens/full", {});
  expect(edited).toEqual(again.data);
  expect(delta.edits.flatMap(({ data }) => data ?? []).length).toBeLessThan(full.data.length / 2);
  const unknown = await own.ask<SemanticTokens>("textDocument/semanticTokens/full/delta", {
    previousResultId: "x",
  });
  expect(unknown.data).toEqual(again.data);
});

test("folding, growing selections, links and highlights of an open text", async () => {
  const { ask, uri } = bound(await started());
  expect(await ask<FoldingRange[]>("textDocument/foldingRange", {})).toEqual([{ startLine: 2, endLine: 4 }]);
  const [selection] = await ask<{ range: unknown }[]>("textDocument/selectionRange", {
    positions: [ON_LABEL.position],
  });
  expect(selection?.range).toEqual({ start: { line: 2, character: 29 }, end: { line: 2, character: 38 } });
  const [link] = await ask<{ target: string; tooltip?: string }[]>("textDocument/documentLink", {});
  expect(link?.target).toBe(uri("shared/common.responses"));
  expect(link?.tooltip).toBeUndefined();
  expect(await ask<unknown[]>("textDocument/documentHighlight", ON_CAPTURE)).toHaveLength(1);
});

test("a folder that is renamed: the includes follow before, and its files are known by their new names after", async () => {
  const own = await started();
  const { connection } = own.server;
  const files = [{ oldUri: own.uri("shared"), newUri: own.uri("lib") }];
  const edit = await connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
  const after = own.after(edit);
  expect(after).toEqual({
    "acme.responses": OPEN.replace("shared/", "lib/"),
    "bolt.responses": FILES["bolt.responses"]?.replace("shared/", "lib/"),
  });
  writeFileSync(join(own.folder, "bolt.responses"), after["bolt.responses"] ?? "");
  renameSync(join(own.folder, "shared"), join(own.folder, "lib"));
  expect(readFileSync(join(own.folder, "lib/common.responses"), "utf8")).toBe(
    FILES["shared/common.responses"],
  );
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: own.uri("acme.responses"), version: 8 },
    contentChanges: [{ text: after["acme.responses"] ?? "" }],
  });
  await connection.sendNotification("workspace/didRenameFiles", { files });
  await connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: own.uri("bolt.responses"), type: 2 }],
  });
  const references = await own.ask<Location[]>("textDocument/references", {
    ...ON_LABEL,
    context: { includeDeclaration: true },
  });
  expect(references.map(({ uri }) => uri).sort()).toEqual(
    ["acme.responses", "bolt.responses", "lib/common.responses"].map((name) => own.uri(name)),
  );
});

/** A project whose members can be taken apart. */
function bound(own: Project) {
  return {
    server: own.server,
    uri: (name: string) => own.uri(name),
    ask: <Answer>(method: string, params: object) => own.ask<Answer>(method, params),
  };
}
