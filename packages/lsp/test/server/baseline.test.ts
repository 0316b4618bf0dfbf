import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";
import type { Diagnostic, DiagnosticTag, RegistrationParams } from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

const TEXT = 'success keyword "valid"\nexample "valid" is success\n';

/** A warning as an editor shows it, and the same where a baseline lists it. */
const LOUD = { code: "keyword-inside-word", severity: 2 };
const FAINT = { code: "keyword-inside-word", severity: 4 };

/** Starts the server on a folder with this text as `buyers/a.responses`, open, and a baseline of it that the project file names. */
async function serverWithBaseline(tags: readonly DiagnosticTag[], text = TEXT) {
  const folder = folderWith({
    "responses.config.json": '{ "baseline": "old/known.baseline.json" }',
    "buyers/a.responses": text,
  });
  mkdirSync(join(folder, "old"));
  expect((await run(["check", "--write-baseline"], { cwd: folder })).exitCode).toBe(0);
  const server = new ServerProcess();
  const uri = pathToFileURL(join(folder, "buyers/a.responses")).toString();
  const registered = new Promise<RegistrationParams>((resolve) =>
    server.connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
      resolve(params);
      return null;
    }),
  );
  await server.initialize({
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: "folder" }],
    capabilities: {
      textDocument: { publishDiagnostics: { tagSupport: { valueSet: [...tags] } } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await server.open(uri, text);
  return { folder, server, uri, registered };
}

/** Waits for diagnostics that look like this. */
async function untilShown(server: ServerProcess, uri: string, expected: object): Promise<Diagnostic> {
  for (;;) {
    const [only] = server.published.get(uri)?.diagnostics ?? [];
    if (
      only !== undefined &&
      Object.entries(expected).every(([key, value]) => isEqual(Reflect.get(only, key), value))
    )
      return only;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

test("a finding that the baseline lists for one rule below stands out again with another, which it names", async () => {
  const known = 'success word "taken"\nreject word "duplicate" as Duplicate\nexample "taken" is success\n';
  const { server, uri } = await serverWithBaseline([1, 2], known);
  await untilShown(server, uri, { code: "success-before-reject", severity: 4 });
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `${known}reject word "refused" as Refused\n` }],
  });
  const { message } = await untilShown(server, uri, { code: "success-before-reject", severity: 2 });
  expect(message).toMatch(/ \(new is the rule in line 4\)$/);
  expect(await server.end()).toBe(0);
});

test("a finding in the baseline is shown faintly and says so, until a change of the file takes it out", async () => {
  const { folder, server, uri, registered } = await serverWithBaseline([1, 2]);
  const shown = await untilShown(server, uri, FAINT);
  expect(shown.message).toMatch(/^"valid" is also part of .* \(in the baseline: it was accepted for now\)$/);
  const watchers = JSON.stringify((await registered).registrations);
  expect(watchers).toContain('"globPattern":"**/*.baseline.json"');

  const baseline = join(folder, "old/known.baseline.json");
  const changed = { changes: [{ uri: pathToFileURL(baseline).toString(), type: 2 }] };
  writeFileSync(baseline, '{ "version": 1 }');
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", changed);
  const loud = await untilShown(server, uri, LOUD);
  expect(loud.tags).toBeUndefined();
  expect(loud.message).not.toContain("baseline");

  await run(["check", "--write-baseline", "--accept-new"], { cwd: folder });
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", changed);
  await untilShown(server, uri, FAINT);
  // One that is gone or broken accepts nothing.
  for (const text of [null, '{ "version": 2 }']) {
    if (text === null) rmSync(baseline);
    else writeFileSync(baseline, text);
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", changed);
    await untilShown(server, uri, LOUD);
  }
  expect(await server.end()).toBe(0);
});

test("a client that knows no tags gets a hint, and edits above it change nothing", async () => {
  const { server, uri } = await serverWithBaseline([]);
  const shown = await untilShown(server, uri, { severity: 4 });
  expect(shown.tags).toBeUndefined();
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: `# a comment\n\n${TEXT}success keyword "accepted"\n` }],
  });
  const { diagnostics } = await server.diagnosticsFor(uri, 2);
  const inLines = diagnostics
    .filter(({ code }) => code === "keyword-inside-word")
    .map(({ range, severity }) => `${range.start.line} ${severity}`);
  expect(inLines).toEqual(["2 4", "4 2"]);
  expect(await server.end()).toBe(0);
});

test("what is wrong with a baseline that is open is told at its place", async () => {
  const { folder, server } = await serverWithBaseline([]);
  const uri = pathToFileURL(join(folder, "old/known.baseline.json")).toString();
  await server.open(uri, '{\n  "x": 1,\n  "version": 1\n}\n');
  const { diagnostics } = await server.diagnosticsFor(uri, 1);
  expect(diagnostics).toMatchObject([
    { range: { start: { line: 1, character: 2 } }, message: '"x" is no entry: "FILE: FINDING FINGERPRINT"' },
  ]);
  expect(await server.end()).toBe(0);
});
