import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DocumentDiagnosticReport,
  type InitializeResult,
  ProgressType,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const COMMON = "file:///nowhere/common.responses";
const PROJECT = "file:///nowhere/responses.config.json";

const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};

/** A server whose client asks for diagnostics itself, and how often it was told to ask again. */
class PulledServer extends ServerProcess {
  refreshes = 0;

  async begin(folder?: string): Promise<InitializeResult> {
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: "folder" }];
    return this.initialize({ capabilities: PULLING, workspaceFolders });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async refreshed(times: number): Promise<void> {
    while (this.refreshes < times) await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function namesIn(report: DocumentDiagnosticReport): readonly unknown[] {
  if (report.kind !== "full") throw new Error("it is not full");
  return report.items.map(({ code }) => code);
}

test("a client that cannot pull gets findings sent, and they go when a file is closed", async () => {
  const server = new ServerProcess();
  const { capabilities } = await server.initialize();
  expect(capabilities.diagnosticProvider).toBeUndefined();
  await server.open(URI, "success status 200\n");
  expect((await server.diagnosticsFor(URI, 1)).diagnostics).not.toEqual([]);
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: URI } });
  expect((await server.diagnosticsFor(URI, undefined)).diagnostics).toEqual([]);
  expect(await server.end()).toBe(0);
});

test("a client that pulls but cannot be told to pull again gets findings sent", async () => {
  const server = new ServerProcess();
  const { textDocument } = PULLING;
  const { capabilities } = await server.initialize({
    capabilities: { ...(textDocument && { textDocument }) },
  });
  expect(capabilities.diagnosticProvider).toBeUndefined();
  await server.open(URI, "success status 200\n");
  expect((await server.diagnosticsFor(URI, 1)).diagnostics).not.toEqual([]);
  expect(await server.end()).toBe(0);
});

test("a project file that is open has its problems, and its settings hold", async () => {
  const server = new ServerProcess();
  await server.initialize();
  await server.open(PROJECT, '{ "severity": { "untested-rules": "off" } }');
  const [problem] = (await server.diagnosticsFor(PROJECT, 1)).diagnostics;
  expect(problem?.message).toMatch(/did you mean untested-rule\?/);
  expect(problem?.range).toEqual({ start: { line: 0, character: 16 }, end: { line: 0, character: 32 } });
  await server.open(URI, "success status 201\n");
  expect((await server.diagnosticsFor(URI, 1)).diagnostics.map(({ code }) => code)).toEqual([
    "untested-rule",
  ]);
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: PROJECT, version: 2 },
    contentChanges: [{ text: '{ "severity": { "untested-rule": "off" } }' }],
  });
  expect((await server.diagnosticsFor(PROJECT, 2)).diagnostics).toEqual([]);
  while (server.published.get(URI)?.diagnostics.length !== 0)
    await new Promise((resolve) => setTimeout(resolve, 2));
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: PROJECT } });
  expect((await server.diagnosticsFor(PROJECT, undefined)).diagnostics).toEqual([]);
  expect(await server.end()).toBe(0);
});

test("a client that pulls gets nothing sent, and what it knows already is not repeated", async () => {
  const server = new PulledServer();
  const { capabilities } = await server.begin();
  expect(capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  await server.open(URI, "# a\nsuccess status 200\n");
  const first = await server.pull(URI);
  expect(namesIn(first)).toContain("success-by-status-alone");
  expect(await server.pull(URI, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
  // An edit that changes no finding and no place.
  await server.change(URI, 2, "# b\nsuccess status 200\n");
  expect((await server.pull(URI, first.resultId)).kind).toBe("unchanged");
  await server.change(URI, 3, "# b\n\nsuccess status 200\n");
  const moved = await server.pull(URI, first.resultId);
  expect(namesIn(moved)).toEqual(namesIn(first));
  expect(moved.resultId).not.toBe(first.resultId);
  expect((await server.pull(URI, "an id that was never given")).kind).toBe("full");
  expect([...server.published.keys()]).toEqual([]);
  expect(server.refreshes).toBe(0);
  expect(await server.end()).toBe(0);
});

test("a change of an included file has the client ask again for what depends on it", async () => {
  const server = new PulledServer();
  await server.begin();
  const text =
    'include "common.responses"\nsuccess status 201\nexample 200 "dup" is reject\nexample 201 "" is success\n';
  await server.open(COMMON, 'reject word "dup" as Duplicate\n');
  await server.open(URI, text);
  const before = await server.pull(URI);
  expect(namesIn(before)).toEqual([]);
  await server.change(COMMON, 2, 'reject word "double" as Duplicate\n');
  await server.refreshed(1);
  expect(namesIn(await server.pull(URI, before.resultId))).toEqual(["example-fails"]);
  await server.change(COMMON, 3, 'reject word "dup" as "Duplicate lead"\n');
  await server.refreshed(2);
  expect(namesIn(await server.pull(URI))).toEqual([]);
  // A change that makes no difference to it.
  await server.change(COMMON, 4, 'reject word "dup" as "Other"\n');
  await server.pull(COMMON);
  await server.pull(URI);
  expect(server.refreshes).toBe(2);
  expect(await server.end()).toBe(0);
});

test("a pulled project file, open and closed", async () => {
  const server = new PulledServer();
  await server.begin();
  await server.open(PROJECT, "{ nothing }");
  const report = await server.pull(PROJECT);
  expect(namesIn(report)).toHaveLength(1);
  expect((await server.pull(PROJECT, report.resultId)).kind).toBe("unchanged");
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: PROJECT } });
  expect(namesIn(await server.pull(PROJECT))).toEqual([]);
  expect(namesIn(await server.pull("file:///nowhere/never.responses"))).toEqual([]);
  expect(await server.end()).toBe(0);
});

test("the findings of a whole folder, as soon as there is something new", async () => {
  const folder = mkdtempSync(join(tmpdir(), "responses-diagnostics-"));
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("open.responses", "success status 200\n");
  write("closed.responses", "success status 200\n");
  write("good.responses", 'success status 201\nexample 201 "" is success\n');
  const server = new PulledServer();
  try {
    await server.begin(pathToFileURL(folder).toString());
    await server.open(uriOf("open.responses"), "success status 200\n");
    const pull = (previous: WorkspaceDiagnosticReport | null) =>
      server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds: (previous?.items ?? []).map(({ uri, resultId }) => ({ uri, value: resultId })),
      });
    const first = await pull(null);
    const counts = (report: WorkspaceDiagnosticReport) =>
      report.items.map((item) => [item.uri, item.kind === "full" ? item.items.length > 0 : null]).sort();
    // The open one is asked for by itself.
    expect(counts(first)).toEqual([
      [uriOf("closed.responses"), true],
      [uriOf("good.responses"), false],
    ]);
    let isAnswered = false;
    const second = pull(first).finally(() => {
      isAnswered = true;
    });
    await server.pull(uriOf("open.responses"));
    expect(isAnswered).toBe(false);
    write("good.responses", "success status 200\n");
    rmSync(join(folder, "closed.responses"));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: uriOf("good.responses"), type: 2 },
        { uri: uriOf("closed.responses"), type: 3 },
      ],
    });
    expect(counts(await second)).toEqual([
      [uriOf("closed.responses"), false],
      [uriOf("good.responses"), true],
    ]);
    expect(await server.end()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a request for the whole folder that waits can be cancelled", async () => {
  const folder = mkdtempSync(join(tmpdir(), "responses-diagnostics-"));
  writeFileSync(join(folder, "a.responses"), "success status 200\n");
  const server = new PulledServer();
  try {
    await server.begin(pathToFileURL(folder).toString());
    const ask = (previousResultIds: readonly object[], id: number) =>
      server.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds,
        partialResultToken: `partial-${id}`,
      });
    const reported: WorkspaceDiagnosticReport[] = [];
    server.connection.onProgress(new ProgressType<WorkspaceDiagnosticReport>(), "partial-1", (part) => {
      reported.push(part);
    });
    // All came in parts.
    expect((await ask([], 1)).items).toEqual([]);
    const [item] = reported.flatMap(({ items }) => items);
    const source = new CancellationTokenSource();
    const waiting = server.connection.sendRequest(
      "workspace/diagnostic",
      { previousResultIds: [{ uri: item?.uri, value: item?.resultId }] },
      source.token,
    );
    await server.pull("file:///nowhere/never.responses");
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
    expect(await server.end()).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
