import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type {
  CodeAction,
  Command,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { type EditorProfile, PROFILES } from "../support/client-profiles.js";
import { ServerProcess } from "../support/server-process.js";

const folder = mkdtempSync(join(tmpdir(), "responses-profiles-"));
const FOLDER = pathToFileURL(folder).href;
const URI = `${FOLDER}/acme.responses`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMON = 'reject word "dup" as Duplicate\n';
writeFileSync(join(folder, "common.responses"), COMMON);

/** An é and an emoji before the place make the encodings of columns differ. */
const TEXT = `include "common.responses"
success keyword "valid"
reject json "$.né😀" exact "x" as Duplicate
example 200 '{"né😀":"x"}' is reject Duplicate
example 200 "a dup" is reject Duplicate
example 200 "valid" is success
`;

/** All requests that a server can send. */
const REQUESTS = [
  "client/registerCapability",
  "client/unregisterCapability",
  "window/showDocument",
  "window/showMessageRequest",
  "window/workDoneProgress/create",
  "workspace/applyEdit",
  "workspace/codeLens/refresh",
  "workspace/configuration",
  "workspace/diagnostic/refresh",
  "workspace/foldingRange/refresh",
  "workspace/inlayHint/refresh",
  "workspace/semanticTokens/refresh",
  "workspace/workspaceFolders",
] as const;

/** The requests that a server may send to that client. */
function allowedRequests({ capabilities: { workspace, window } }: EditorProfile): readonly string[] {
  return [
    ...(workspace?.didChangeWatchedFiles?.dynamicRegistration === true ? ["client/registerCapability"] : []),
    ...(workspace?.didChangeConfiguration?.dynamicRegistration === true ? ["client/registerCapability"] : []),
    ...(workspace?.configuration === true ? ["workspace/configuration"] : []),
    ...(workspace?.workspaceFolders === true ? ["workspace/workspaceFolders"] : []),
    ...(workspace?.inlayHint?.refreshSupport === true ? ["workspace/inlayHint/refresh"] : []),
    ...(workspace?.codeLens?.refreshSupport === true ? ["workspace/codeLens/refresh"] : []),
    ...(workspace?.semanticTokens?.refreshSupport === true ? ["workspace/semanticTokens/refresh"] : []),
    ...(workspace?.diagnostics?.refreshSupport === true ? ["workspace/diagnostic/refresh"] : []),
    ...(window?.workDoneProgress === true ? ["window/workDoneProgress/create"] : []),
  ];
}

async function start(profile: EditorProfile) {
  const server = new ServerProcess();
  const requests: string[] = [];
  for (const method of REQUESTS) {
    server.connection.onRequest(method, (params: { items?: unknown[] } | undefined) => {
      requests.push(method);
      return method === "workspace/configuration" ? (params?.items ?? []).map(() => null) : null;
    });
  }
  const result = await server.initialize({
    clientInfo: { name: profile.name, version: profile.version },
    capabilities: profile.capabilities,
    rootUri: FOLDER,
    ...(profile.capabilities.workspace?.workspaceFolders === true
      ? { workspaceFolders: [{ uri: FOLDER, name: "project" }] }
      : {}),
  });
  await server.open(URI, TEXT);
  return { server, requests, result };
}

/** The columns of the field's path on the third line, in the unit that was agreed on. */
const PATH_COLUMNS: Readonly<Record<string, readonly [number, number]>> = {
  "utf-8": [12, 23],
  "utf-16": [12, 20],
  "utf-32": [12, 19],
};

async function diagnosticsOf(server: ServerProcess, { capabilities }: InitializeResult) {
  if (capabilities.diagnosticProvider === undefined) return (await server.diagnosticsFor(URI, 1)).diagnostics;
  const report = await server.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument: { uri: URI },
  });
  return report.kind === "full" ? report.items : [];
}

describe.each(PROFILES.map((profile) => [profile.name, profile] as const))("%s", (_, profile) => {
  test("gets what it can understand, and is asked for nothing else", async () => {
    const { server, requests, result } = await start(profile);
    const { capabilities } = profile;
    const unit = result.capabilities.positionEncoding ?? "utf-16";
    expect(capabilities.general?.positionEncodings ?? ["utf-16"]).toContain(unit);

    const diagnostics = await diagnosticsOf(server, result);
    expect(diagnostics.map(({ code }) => code)).toEqual(["success-before-reject", "keyword-inside-word"]);
    for (const diagnostic of diagnostics) {
      const published = capabilities.textDocument?.publishDiagnostics;
      if (published?.relatedInformation !== true) expect(diagnostic.relatedInformation).toBeUndefined();
      if (published?.codeDescriptionSupport !== true) expect(diagnostic.codeDescription).toBeUndefined();
      if (published?.tagSupport === undefined) expect(diagnostic.tags).toBeUndefined();
    }

    const [from, to] = PATH_COLUMNS[unit] ?? [0, 0];
    const inPath = { textDocument: { uri: URI }, position: { line: 2, character: to - 1 } };
    const hover = await server.connection.sendRequest<Hover | null>("textDocument/hover", inPath);
    const contents = hover?.contents;
    const kind = typeof contents === "object" && "kind" in contents ? contents.kind : null;
    expect(capabilities.textDocument?.hover?.contentFormat ?? ["plaintext"]).toContain(kind);
    if (hover?.range !== undefined) {
      expect(hover.range.start).toEqual({ line: 2, character: from });
      expect(hover.range.end).toEqual({ line: 2, character: to });
    }

    const completion = await server.connection.sendRequest<CompletionList | CompletionItem[] | null>(
      "textDocument/completion",
      { textDocument: { uri: URI }, position: { line: 6, character: 0 } },
    );
    const items = completion === null ? [] : Array.isArray(completion) ? completion : completion.items;
    expect(items.length).toBeGreaterThan(0);
    const snippets = items.filter(({ insertTextFormat }) => insertTextFormat === 2);
    const wantsSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    expect(snippets.length > 0).toBe(wantsSnippets);

    const actions = await server.connection.sendRequest<(CodeAction | Command)[] | null>(
      "textDocument/codeAction",
      {
        textDocument: { uri: URI },
        range: { start: { line: 1, character: 17 }, end: { line: 1, character: 17 } },
        context: { diagnostics },
      },
    );
    if (capabilities.textDocument?.codeAction?.codeActionLiteralSupport === undefined) {
      for (const action of actions ?? []) expect(typeof action.command).toBe("string");
    } else {
      expect(actions?.length).toBeGreaterThan(0);
    }

    const edit = await server.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", {
      textDocument: { uri: URI },
      position: { line: 4, character: 33 },
      newName: "Repeated",
    });
    expect(edit?.documentChanges !== undefined).toBe(
      capabilities.workspace?.workspaceEdit?.documentChanges === true,
    );

    for (const method of requests) expect(allowedRequests(profile)).toContain(method);
    expect(await server.end()).toBe(0);
    expect(server.stderr).toBe("");
  });
});
