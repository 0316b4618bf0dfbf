import { type Example, type FileModel, parse, runExamples, type Span } from "@responses/dsl";
import { located, refuses } from "@responses/dsl/editor";
import { MARKED_FIXTURES, mappingFiles, mappingFilesIn } from "@responses/testing/mapping-files";
import { MAIN_FILE, readFixture, withoutMarks } from "@responses/testing/marked-fixture";
import { typicalMistakes } from "@responses/testing/typical-mistakes";
import { describe, expect, test } from "vitest";
import type { DocumentChange } from "../../src/features/code-actions/action-change.js";
import { ACTION_KINDS, type OfferedAction } from "../../src/features/code-actions/offered-action.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { wordStart } from "../../src/workspace/documents/statement-places.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { changeOf, offeredAt, textAfter } from "../support/applied-action.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/*
 * Every action that is offered anywhere in the fixtures of findings and in the repository's mapping files does what it
 * promises.
 */

type Files = Readonly<Record<string, string>>;

interface Opened {
  readonly files: Files;
  readonly workspace: Workspace;
  readonly document: AnalysedDocument;
}

async function openFiles(files: Files): Promise<Opened> {
  const workspace = workspaceOf(files);
  const document = await openDocument(workspace, MAIN_FILE, files[MAIN_FILE] ?? "");
  return { files, workspace, document };
}

/** What a change leaves. */
async function openAfter({ files, document }: Opened, change: DocumentChange): Promise<Opened> {
  const created =
    change.created === null ? {} : { [change.created.uri.slice(uriOf("").length)]: change.created.text };
  return openFiles({ ...files, ...created, [MAIN_FILE]: textAfter(document, change) });
}

function fixtures(): readonly (readonly [string, Files])[] {
  const marked = mappingFilesIn(MARKED_FIXTURES).map(({ name, text }) => {
    const plain = [...readFixture(text).files].map(([path, part]) => [path, withoutMarks(part)] as const);
    return [name, Object.fromEntries(plain)] as const;
  });
  const common = Object.fromEntries(
    mappingFiles()
      .filter(({ name }) => name.startsWith("shared/"))
      .map(({ name, text }) => [name, text]),
  );
  const whole = mappingFiles()
    .filter(({ name, text }) => !text.includes("#    ") && !marked.some(([known]) => known === name))
    .map(({ name, text }) => [name, { ...common, [MAIN_FILE]: text }] as const);
  const mistakes = typicalMistakes().map(
    ({ source }) => [`the mistake ${source.trim()}`, { [MAIN_FILE]: `${source.trimEnd()}\n` }] as const,
  );
  return [...marked, ...whole, ...mistakes];
}

/** Where somebody may put the cursor, or what may be selected. */
function* selections({ file, findings }: AnalysedDocument): Iterable<Span> {
  const { statements, source } = file.tree;
  for (const { finding } of findings) {
    yield { start: finding.span.start, end: finding.span.start };
    yield finding.span;
  }
  for (const [index, statement] of statements.entries()) {
    const start = wordStart(statement);
    const end = statement.start + statement.syntax.span.to;
    // Every few characters, and the statement by itself and with its next neighbours.
    for (let offset = start; offset <= end && offset < start + 400; offset += 9)
      yield { start: offset, end: offset };
    yield { start: statement.start, end };
    for (const more of [1, 3]) {
      const last = statements[index + more];
      if (last !== undefined) yield { start, end: last.start + last.syntax.span.to };
    }
  }
  for (let line = 0; line < source.lineCount; line++) {
    if (source.lineText(line).startsWith("#"))
      yield { start: source.lineStart(line), end: source.lineEnd(line) };
  }
}

function everythingOffered(document: AnalysedDocument): ReadonlyMap<string, OfferedAction> {
  const all = new Map<string, OfferedAction>();
  for (const span of selections(document)) {
    for (const action of offeredAt(document, span))
      all.set(`${action.title} ${JSON.stringify(action.change)}`, action);
  }
  return all;
}

const tried = new Map<string, number>();

describe.each(fixtures())("%s", (_, files) => {
  test("every action does what it promises", async () => {
    const opened = await openFiles(files);
    for (const action of everythingOffered(opened.document).values()) {
      const change = await changeOf(action, opened.document, opened.workspace);
      const after = await openAfter(opened, change);
      try {
        await expectPromise(action, change, opened, after);
      } catch (error) {
        throw new Error(`${action.title}\n${after.document.file.tree.source.text}`, { cause: error });
      }
      const what = action.kind === ACTION_KINDS.quickFix ? (action.title.split(" ")[0] ?? "") : action.kind;
      tried.set(what, (tried.get(what) ?? 0) + 1);
    }
  });
});

test("every kind of action was among them", () => {
  const { quickFix, ...others } = ACTION_KINDS;
  for (const what of [...Object.values(others), "Write", "Ignore", "Add", "Move", "Fix", "Expect"])
    expect(tried.get(what) ?? 0, what).toBeGreaterThan(2);
});

async function expectPromise(
  action: OfferedAction,
  change: DocumentChange,
  before: Opened,
  after: Opened,
): Promise<void> {
  // Nothing that could be run is broken by an action.
  if (before.document.linked.kind === "mapping") expect(refusals(after)).toEqual([]);
  switch (action.kind) {
    case ACTION_KINDS.quickFix:
      return expectMended(action, change, before, after);
    case ACTION_KINDS.rewriteKeyword:
      return expect(decisions(after)).toEqual(decisions(before));
    case ACTION_KINDS.makeExample:
      return expectNewExample(before, after);
    case ACTION_KINDS.extractInclude:
      return expectSameRules(before, after);
    case ACTION_KINDS.fixAll:
      return expect(after.document.findings.filter(({ finding }) => isCertain(finding.fixes))).toEqual([]);
  }
}

function isCertain(fixes: readonly { readonly kind: string }[]): boolean {
  return fixes.some(({ kind }) => kind === "automatic");
}

function refusals({ document }: Opened): readonly string[] {
  return document.findings.filter(({ finding }) => refuses(finding.name)).map(({ message }) => message);
}

async function expectMended(
  action: OfferedAction,
  change: DocumentChange,
  before: Opened,
  after: Opened,
): Promise<void> {
  if (action.title.startsWith("Add the rule")) return expectOneMoreDecided(action, before, after);
  if (change.cursor !== null) return expectSilenced(action, change, before);
  if (action.change.kind === "mend-all") {
    const { name } = action.change;
    return expect(count(after, name)).toBeLessThan(count(before, name));
  }
  if (action.title.startsWith("Move the rule")) expectAllStillPass(before, after);
  const [mended] = action.resolves;
  if (mended === undefined) throw new Error("it mends nothing");
  expect(count(after, mended.finding.name, mended.message)).toBeLessThan(
    count(before, mended.finding.name, mended.message),
  );
}

function count({ document }: Opened, name: string, message?: string): number {
  return document.findings.filter(
    ({ finding, message: own }) => finding.name === name && (message === undefined || own === message),
  ).length;
}

/** With a reason the comment silences the findings of that name in the statement, and is of use. */
async function expectSilenced(action: OfferedAction, change: DocumentChange, before: Opened): Promise<void> {
  const { cursor } = change;
  const withReason = change.edits.map(({ span, newText }) => ({
    span,
    newText: `${newText.slice(0, cursor ?? 0)}we know${newText.slice(cursor ?? 0)}`,
  }));
  const after = await openAfter(before, { ...change, edits: withReason });
  const name = action.resolves[0]?.finding.name ?? "";
  expect(count(after, name)).toBeLessThan(count(before, name));
  expect(count(after, "unused-suppression")).toBe(count(before, "unused-suppression"));
}

function decisions({ document }: Opened) {
  return document.usable?.run.results.map(({ verdict, decidedBy }) => ({
    verdict,
    rule: decidedBy === null ? null : document.usable?.mapping.rules.indexOf(decidedBy),
  }));
}

/** The example passes, and all others have the verdict that they had, or pass now. */
function expectOneMoreDecided({ resolves: mends }: OfferedAction, before: Opened, after: Opened): void {
  const results = before.document.usable?.run.results ?? [];
  const now = after.document.usable?.run.results ?? [];
  expect(now.length).toBe(results.length);
  let mended = 0;
  results.forEach((result, index) => {
    if (now[index]?.difference === null && result.difference !== null) mended++;
    else expect(now[index]?.verdict).toEqual(result.verdict);
  });
  expect(mended).toBeGreaterThan(0);
  expect(mends.map(({ finding }) => finding.name)).toEqual(["example-fails"]);
}

/** Every example that passed still does, and more do, or differ only in what they capture. */
function expectAllStillPass(before: Opened, after: Opened): void {
  const results = before.document.usable?.run.results ?? [];
  const now = after.document.usable?.run.results ?? [];
  // Examples stand in another order if one stood between the rules; no two of a fixture are equal and go differently.
  const passing = new Map(now.map(({ example, difference }) => [keyOf(example), difference === null]));
  for (const { example, difference } of results)
    if (difference === null) expect(passing.get(keyOf(example))).toBe(true);
}

function expectNewExample(before: Opened, after: Opened): void {
  const known = examplesOf(before);
  const now = examplesOf(after);
  expect(now.length).toBeGreaterThan(known.length);
  // Without the selected lines a broken example beside them may be whole.
  if (refusals(before).length > 0) return;
  expect(now.length).toBe(known.length + 1);
  const failing = ({ document }: Opened) =>
    document.usable?.run.results.filter(({ difference }) => difference !== null).length;
  expect(failing(after)).toBe(failing(before));
}

function keyOf({ model }: Example): string {
  return JSON.stringify([model.status, model.body]);
}

function examplesOf({ document }: Opened): readonly string[] {
  return located(document.file, "example").map(keyOf);
}

/** The mapping has the very rules and captures in the same order, and every example its verdict. */
function expectSameRules(before: Opened, after: Opened): void {
  // Of what is opened broken only a part is known, and of a broken file that is included nothing.
  if (before.document.usable?.brokenAt?.isLeftOut === true) return;
  expect(partsOf(after)).toEqual(partsOf(before));
  const created = createdFile(before, after);
  const moved = located(created, "example");
  const mapping = after.document.usable?.mapping;
  // What cannot be run cannot be run afterwards either, and nothing else.
  if (mapping === undefined) {
    expect(refusals(before)).toEqual(refusals(after));
    return;
  }
  const all = [...examplesOf(after), ...moved.map(keyOf)];
  expect(all.sort()).toEqual([...examplesOf(before)].sort());
  const own = { ...mapping, examples: moved };
  for (const { difference } of runExamples(own)) expect(difference).toBeNull();
  // By itself, too.
  const rules = located(created, "rule");
  const alone = { ...own, rules, captures: located(created, "capture"), file: created };
  if (located(created, "include").length === 0)
    for (const { difference } of runExamples(alone)) expect(difference).toBeNull();
}

function partsOf({ document }: Opened): readonly string[] {
  const mapping = document.usable?.mapping;
  return [...(mapping?.rules ?? []), ...(mapping?.captures ?? [])].map(({ statement: { syntax } }) =>
    syntax.text.slice(syntax.wordSpan.from, syntax.span.to),
  );
}

function createdFile(before: Opened, after: Opened): FileModel {
  const name = Object.keys(after.files).find((file) => !Object.hasOwn(before.files, file)) ?? "";
  return parse(name, after.files[name] ?? "");
}
