import { describe, expect, test } from "vitest";
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from "vscode-languageserver";
import {
  ALL_OF_DIAGNOSTICS,
  type DiagnosticSupport,
  diagnosticsOf,
} from "../../src/features/diagnostics/diagnostics.js";
import { areSameDiagnostics } from "../../src/features/diagnostics/same-diagnostics.js";
import { settingsFileDiagnostics } from "../../src/features/diagnostics/settings-file-diagnostics.js";
import { hoverAt } from "../../src/features/hover/hover.js";
import { MOST_HINTS } from "../../src/features/presentation/marked-findings.js";
import { placesOf } from "../../src/features/presentation/places.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/*
 * `diagnostics` has a line for each: its range, severity, tag and name, and behind a colon a part of its sentence; indented
 * below it its related places and its page. The marked stretches are the ranges again, for the reader.
 */

function shownBy(document: AnalysedDocument, support: DiagnosticSupport = ALL_OF_DIAGNOSTICS): Diagnostic[] {
  const places = placesOf(document, uriOf, "utf-16");
  return diagnosticsOf(document, places, (name) => `https://example.org/checks#${name}`, support);
}

function linesOf({ range, severity, code, message, tags, relatedInformation, codeDescription }: Diagnostic) {
  const grave = DIAGNOSTIC_NAMES[severity ?? DiagnosticSeverity.Error];
  const tag = tags?.includes(DiagnosticTag.Unnecessary) === true ? "unnecessary " : "";
  return [
    `${shownRange(range)} ${grave} ${tag}${code}: ${message}`,
    ...(relatedInformation ?? []).map(
      ({ location, message: text }) =>
        `  ${location.uri.slice(uriOf("").length)} ${shownRange(location.range)} ${text}`,
    ),
    `  ${codeDescription?.href}`,
  ];
}

const DIAGNOSTIC_NAMES = { 1: "error", 2: "warning", 3: "information", 4: "hint" } as const;

function shownRange({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

describe.each(fixturesOf("diagnostics"))("$name", ({ files, main, expected }) => {
  test("what is shown", async () => {
    const others = Object.fromEntries(
      files.filter((file) => file !== main).map(({ name, text }) => [name, text]),
    );
    const document = await openDocument(workspaceOf(others), main.name, main.text);
    const actual = shownBy(document).flatMap(linesOf);
    const wanted = (expected.get("diagnostics") ?? "").split("\n");
    expect(actual.length, actual.join("\n")).toBe(wanted.length);
    wanted.forEach((line, index) => {
      const [head = "", part = ""] = line.startsWith(" ") ? [line] : line.split(": ");
      if (line.startsWith(" ")) expect(actual[index]).toBe(head);
      else {
        expect(actual[index]?.split(": ")[0]).toBe(head);
        expect(actual[index]).toContain(part);
      }
    });
    const ranges = shownBy(document).map(({ range }) => document.positions.spanOf(range));
    expect(ranges).toEqual(main.marked);
  });
});

async function brokenDocument() {
  const workspace = workspaceOf({});
  const text = 'success keyword "valid"\nexample "it is valid" is success\n';
  await openDocument(workspace, "acme.responses", text);
  workspace.change(uriOf("acme.responses"), 2, [{ text: `${text}reject wo` }]);
  const document = await workspace.analysed(uriOf("acme.responses"));
  if (document === null) throw new Error("the document is gone");
  return document;
}

test("what was found before a statement was broken says so, and the broken statement is an error", async () => {
  const [carried, broken] = shownBy(await brokenDocument());
  expect(carried?.code).toBe("keyword-inside-word");
  expect(carried?.relatedInformation?.at(-1)?.message).toContain("found before this statement was broken");
  expect(carried?.relatedInformation?.at(-1)?.location.range).toEqual(broken?.range);
  expect(broken?.severity).toBe(DiagnosticSeverity.Error);
  expect(broken?.range.start.line).toBe(2);
});

test("a client gets what it can show, and what is carried over is said in the sentence where it can show no places", async () => {
  const nothing: DiagnosticSupport = { relatedInformation: false, codeDescription: false, tags: [] };
  const diagnostics = shownBy(await brokenDocument(), nothing);
  for (const diagnostic of diagnostics) {
    expect(Object.keys(diagnostic).sort()).toEqual(["code", "message", "range", "severity", "source"]);
  }
  expect(diagnostics[0]?.message).toMatch(/found before a statement was broken/);
  expect(diagnostics[1]?.message).not.toMatch(/found before/);
});

test("equal diagnostics are told from others", async () => {
  const document = await brokenDocument();
  const diagnostics = shownBy(document);
  expect(areSameDiagnostics(diagnostics, shownBy(document))).toBe(true);
  expect(areSameDiagnostics(diagnostics, diagnostics.slice(1))).toBe(false);
  const changes: readonly Partial<Diagnostic>[] = [
    { message: "other" },
    { severity: DiagnosticSeverity.Information },
    { code: "other" },
    { range: { start: { line: 7, character: 0 }, end: { line: 7, character: 1 } } },
    { relatedInformation: [] },
  ];
  for (const change of changes) {
    const [first, ...rest] = diagnostics;
    if (first === undefined) throw new Error("there is nothing to change");
    expect(areSameDiagnostics(diagnostics, [{ ...first, ...change }, ...rest])).toBe(false);
  }
});

test("the problems of a project file, each at its place", () => {
  const text = '{\n  "severity": { "label-speling": "error", "untested-rule": "loud" },\n  "é😀": 1\n}\n';
  const found = settingsFileDiagnostics("file:///responses.config.json", text, "utf-8").map(
    ({ range, message }) => `${shownRange(range)} ${message}`,
  );
  expect(found).toEqual([
    '1:16-1:31 "label-speling" is not a finding; did you mean label-spelling?',
    '1:59-1:65 "loud" is not a severity; write error, warning, hint or off',
    expect.stringMatching(/^2:2-2:10 "é😀" is not a setting/),
  ]);
  expect(
    settingsFileDiagnostics(
      "file:///responses.config.json",
      '{ "severity": { "untested-rule": "off" } }',
      "utf-16",
    ),
  ).toEqual([]);
  expect(settingsFileDiagnostics("file:///responses.config.json", "", "utf-16")).toHaveLength(1);
});

test("a preview says itself what a hint says that is not marked", async () => {
  const rules = Array.from({ length: MOST_HINTS + 20 }, (_, index) => `reject word "reason ${index}" as A`);
  const text = ['success word "sold"', ...rules, 'example "sold" is success', ""].join("\n");
  const document = await openDocument(workspaceOf({}), "acme.responses", text);
  const previewOf = (line: number) => {
    const options = { format: "plaintext", examples: 5, places: null, explainCommand: null } as const;
    const hover = hoverAt(document, { line, character: 0 }, { ...options, findingsBeside: true });
    return hover?.contents;
  };
  expect(previewOf(1)).not.toMatchObject({ value: expect.stringContaining("decides 0") });
  expect(previewOf(MOST_HINTS + 15)).toMatchObject({ value: expect.stringContaining("decides 0") });
});

test("of thousands of hints of one name the first are marked, and the last of these says how many there are more", async () => {
  const rules = Array.from({ length: 2000 }, (_, index) => `reject word "reason ${index} abc"`);
  const text = ['success word "sold"', ...rules, 'success word "sold", "taken"', ""].join("\n");
  const diagnostics = shownBy(await openDocument(workspaceOf({}), "acme.responses", text));
  const hints = diagnostics.filter(({ code }) => code === "unlabelled-reject");
  expect(hints).toHaveLength(MOST_HINTS);
  expect(hints.at(-1)?.message).toContain("(1900 more below like this are not marked one by one)");
  expect(hints.filter(({ message }) => String(message).includes("not marked"))).toHaveLength(1);
  // What is no hint is marked wherever it stands.
  expect(diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length).toBeGreaterThan(
    0,
  );
});
