import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { baselinedMessage } from "@responses/reporting";
import { COMMAND } from "@responses/testing/command";
import { mappingFiles } from "@responses/testing/mapping-files";
import { readFixture, withoutMarks } from "@responses/testing/marked-fixture";
import { garbage } from "@responses/testing/random-garbage";
import { firstSeed, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ServerProcess } from "../support/server-process.js";

/*
 * The built command and the built server, which sends findings or is asked for them, find the same in the same texts: all
 * fixtures, the repository's mapping files, and texts that are nearly ones; also where a baseline lists half of it. And what
 * `check --fix` makes of a file, the editor makes of it when it is saved.
 */

const SEED = firstSeed(1);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "responses-same-"));
  for (const [path, text] of allTexts()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function* allTexts(): Iterable<readonly [string, string]> {
  for (const { name, text } of mappingFiles()) {
    const place = name.replace(/\.responses$/, "");
    for (const [path, part] of readFixture(text).files) yield [`marked/${place}/${path}`, withoutMarks(part)];
    yield [`whole/${name}`, text];
    yield [`windows/${name}`, `\ufeff${text.replaceAll("\n", "\r\n")}`];
  }
  const random = fc.sample(garbage, { numRuns: runs(150), seed: SEED });
  // A file cannot hold half a character.
  // A run refuses files in which nothing stands, and an editor has to open them.
  const texts = random.filter(
    (text) => Buffer.from(text).toString() === text && [...text].some((character) => character > " "),
  );
  for (const [index, text] of texts.entries()) yield [`random/${index}.responses`, text];
}

function paths(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".responses"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function textOf(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function uriOf(path: string): string {
  return pathToFileURL(join(folder, path)).toString();
}

/** Runs the command; that files have errors is what it is for. */
async function command(cwd: string, ...parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd, maxBuffer: 1 << 28 };
    execFile(process.execPath, [COMMAND, ...parameters], options, (_, stdout) => resolve(stdout));
  });
}

interface CommandFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly name: string;
  readonly severity: string;
  readonly message: string;
}

interface CommandReport {
  readonly findings: readonly CommandFinding[];
  readonly baselined?: readonly CommandFinding[];
}

/** What the command finds in each file, as an editor shows it. */
async function foundByCommand(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await findingsOfCommand(".");
  const byFile = new Map(paths().map((path) => [path, found.get(path) ?? []]));
  // Files that include one another: each names itself as the end of the circle, and the command tells of all these ends.
  for (const path of paths().filter((name) => name.includes("/itself")))
    byFile.set(path, (await findingsOfCommand(path)).get(path) ?? []);
  return byFile;
}

async function findingsOfCommand(what: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { findings, baselined = [] }: CommandReport = JSON.parse(
    await command(folder, "check", "--format", "json", what),
  );
  const faint = baselined.map((one) => ({
    ...one,
    severity: "hint",
    message: baselinedMessage(one.message),
  }));
  const byFile = new Map<string, string[]>();
  for (const { file, line, column, endLine, endColumn, severity, name, message } of [...findings, ...faint]) {
    const place = `${line}:${column}-${endLine}:${endColumn}`;
    byFile.set(file, [...(byFile.get(file) ?? []), `${place} ${severity} ${name} ${message}`].sort());
  }
  return byFile;
}

const SEVERITIES = ["", "error", "warning", "information", "hint"] as const;

/** Diagnostics as the command would say them: it counts from 1, and a byte order mark has no column. */
function inWordsOfCommand(path: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const mark = textOf(path).startsWith("\ufeff") ? 1 : 0;
  const place = ({ line, character }: Diagnostic["range"]["start"]) =>
    `${line + 1}:${line === 0 ? Math.max(0, character - mark) + 1 : character + 1}`;
  return diagnostics
    .map(({ range: { start, end }, severity, code, message }) => {
      return `${place(start)}-${place(end)} ${SEVERITIES[severity ?? 0]} ${code} ${message}`;
    })
    .sort();
}

async function openAll(server: ServerProcess): Promise<void> {
  for (const path of paths()) await server.open(uriOf(path), textOf(path));
}

function workspaceFolders() {
  return [{ uri: pathToFileURL(folder).toString(), name: "folder" }];
}

test("the command and the server that sends findings", async () => {
  const found = await sameInBoth();
  expect(found.size).toBeGreaterThan(300);
});

test("the same, where a baseline lists every other of them", async () => {
  const project = join(folder, "responses.config.json");
  const baseline = join(folder, "responses.baseline.json");
  writeFileSync(project, '{ "baseline": "responses.baseline.json" }');
  try {
    // Among random texts some are empty, and where nothing could be checked no baseline is written.
    await command(folder, "check", "marked", "whole", "windows", "--write-baseline");
    const lines = readFileSync(baseline, "utf8").split("\n");
    expect(lines.length).toBeGreaterThan(500);
    const thinned = lines.filter((line, number) => number % 2 === 0 || !line.includes(": { "));
    // One of several equal ones is the first of them.
    writeFileSync(baseline, thinned.join("\n").replace(/"count": [2-9]/g, '"count": 1'));
    const found = [...(await sameInBoth()).values()].flat();
    const faint = found.filter((one) => one.endsWith(baselinedMessage("")));
    expect(faint.length).toBeGreaterThan(300);
    expect(found.length - faint.length).toBeGreaterThan(300);
  } finally {
    for (const file of [project, baseline]) rmSync(file, { force: true });
  }
});

/** Holds the two against each other, and gives what they found. */
async function sameInBoth(): Promise<ReadonlyMap<string, readonly string[]>> {
  const server = new ServerProcess();
  const diagnostics = { publishDiagnostics: { relatedInformation: true } };
  await server.initialize({
    workspaceFolders: workspaceFolders(),
    capabilities: { textDocument: diagnostics },
  });
  await openAll(server);
  const expected = await foundByCommand();
  for (const [path, findings] of expected) {
    const { diagnostics } = await server.diagnosticsFor(uriOf(path), 1);
    expect(inWordsOfCommand(path, diagnostics), path).toEqual(findings);
  }
  await server.end();
  return expected;
}

test("the command and the server that is asked for findings", async () => {
  const server = new ServerProcess();
  await server.initialize({
    workspaceFolders: workspaceFolders(),
    capabilities: {
      textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
      workspace: { diagnostics: { refreshSupport: true } },
    },
  });
  server.connection.onRequest("workspace/diagnostic/refresh", () => null);
  await openAll(server);
  for (const [path, findings] of await foundByCommand()) {
    const report = await server.connection.sendRequest<{ readonly items: Diagnostic[] }>(
      "textDocument/diagnostic",
      {
        textDocument: { uri: uriOf(path) },
      },
    );
    expect(inWordsOfCommand(path, report.items), path).toEqual(findings);
  }
  await server.end();
});

test("the command's --fix and the editor's fix-all", async () => {
  const fixed = mkdtempSync(join(tmpdir(), "responses-fixed-"));
  try {
    // A file by itself: what is mended in an included one first would make a difference.
    const alone = paths().filter((path) => !/^[ \t]*include/m.test(textOf(path)));
    for (const path of alone) cpSync(join(folder, path), join(fixed, path));
    await command(fixed, "check", "--fix", ".");
    const server = new ServerProcess();
    await server.initialize({
      workspaceFolders: workspaceFolders(),
      capabilities: {
        textDocument: {
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ["source.fixAll"] } },
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
          },
        },
      },
    });
    let changed = 0;
    for (const path of alone) {
      await server.open(uriOf(path), textOf(path));
      const after = await fixAll(server, path);
      expect(after, path).toBe(readFileSync(join(fixed, path), "utf8"));
      if (after !== textOf(path)) changed++;
    }
    expect(changed).toBeGreaterThan(20);
    await server.end();
  } finally {
    rmSync(fixed, { recursive: true, force: true });
  }
});

async function fixAll(server: ServerProcess, path: string): Promise<string> {
  const start = { line: 0, character: 0 };
  const [action, ...others] = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(path) },
    range: { start, end: start },
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  expect(others).toEqual([]);
  if (action === undefined) return textOf(path);
  expect(action.kind).toBe("source.fixAll.responses");
  expect(action.edit).toBeUndefined();
  const resolved = await server.connection.sendRequest<CodeAction>("codeAction/resolve", action);
  const edits = editsIn(resolved.edit, uriOf(path));
  return TextDocument.applyEdits(TextDocument.create("", "", 1, textOf(path)), edits);
}

function editsIn(edit: WorkspaceEdit | undefined, uri: string): TextEdit[] {
  return edit?.changes?.[uri] ?? [];
}
