import { parse } from "@responses/dsl";
import { mappingFiles } from "@responses/testing/mapping-files";
import { describe, expect, test } from "vitest";
import type { DocumentChange } from "../../src/features/code-actions/action-change.js";
import { actionsFor } from "../../src/features/code-actions/action-list.js";
import { changeOf, offeredAt, textAfter } from "../support/applied-action.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * The cursor or the marked stretch is what is selected. `actions` are the kinds and titles of all that is offered, a
 * preferred one with `!`; `only` is the kind that is asked for. `after: TITLE` is the text after that action, with the
 * cursor where the action puts it, and `created: NAME` the file that it makes.
 */

describe.each(fixturesOf("code-actions"))("$name", ({ main, files, expected }) => {
  const isCreated = (name: string) => name.startsWith("created: ");
  const others = files.filter((file) => file !== main && !isCreated(file.name));
  const created = files.find(({ name }) => isCreated(name));

  async function offered() {
    const workspace = workspaceOf(Object.fromEntries(others.map(({ name, text }) => [name, text])));
    const document = await openDocument(workspace, main.name, main.text);
    const only = expected.get("only")?.split("\n") ?? null;
    const [marked] = main.marked;
    const span = marked ?? { start: main.cursor ?? 0, end: main.cursor ?? 0 };
    return { workspace, document, actions: offeredAt(document, span, only) };
  }

  test("what is offered", async () => {
    const { actions } = await offered();
    const shown = actions.map(({ kind, title, isPreferred }) => `${kind}${isPreferred ? "!" : ""} ${title}`);
    expect(shown.join("\n")).toBe(expected.get("actions"));
  });

  const afterwards = [...expected].filter(([title]) => title.startsWith("after: "));
  test.each(afterwards)("%s", async (title, text) => {
    const { workspace, document, actions } = await offered();
    const action = actions.find((offer) => title === `after: ${offer.title}`);
    if (action === undefined) throw new Error("it is not offered");
    const change = await changeOf(action, document, workspace);
    expect(withCursor(textAfter(document, change), change)).toBe(`${text}\n`);
    if (created === undefined) return expect(change.created).toBeNull();
    expect(change.created?.uri.split("/").at(-1)).toBe(created.name.slice("created: ".length));
    expect(change.created?.text).toBe(created.text);
  });
});

function withCursor(text: string, { edits, cursor }: DocumentChange): string {
  if (cursor === null) return text;
  const at = (edits[0]?.span.start ?? 0) + cursor;
  return `${text.slice(0, at)}‸${text.slice(at)}`;
}

test("at every place of broken texts there is an answer, and every action can be done", async () => {
  for (const { text } of mappingFiles().slice(0, 9)) {
    for (let length = 40; length < text.length; length += 619) {
      const workspace = workspaceOf({});
      const document = await openDocument(workspace, "a.responses", text.slice(0, length));
      for (let offset = 0; offset <= length; offset += 131) {
        for (const span of [
          { start: offset, end: offset },
          { start: offset, end: Math.min(length, offset + 150) },
        ]) {
          for (const action of offeredAt(document, span)) {
            const change = await changeOf(action, document, workspace);
            parse("", textAfter(document, change));
          }
        }
      }
    }
  }
});

test("actions of several kinds, and of one that was never there", async () => {
  const document = await openDocument(
    workspaceOf({}),
    "a.responses",
    'success json "$.no-match" exact "x"\n',
  );
  const span = { start: 18, end: 18 };
  const kinds = (only: readonly string[] | null) => offeredAt(document, span, only).map(({ kind }) => kind);
  expect(kinds(null)).toEqual(["quickfix", "source.fixAll.responses"]);
  expect(kinds([""])).toEqual(kinds(null));
  expect(kinds(["source"])).toEqual(["source.fixAll.responses"]);
  expect(kinds(["source.fixAll"])).toEqual(["source.fixAll.responses"]);
  expect(kinds(["source.fixAll.responses"])).toEqual(["source.fixAll.responses"]);
  expect(kinds(["source.fixAll.eslint", "sour", "source.organizeImports"])).toEqual([]);
  expect(kinds(["quickfix", "refactor"])).toEqual(["quickfix"]);
});

test("while a statement is broken no rule is tried on a guess", async () => {
  const workspace = workspaceOf({});
  const text = 'success keyword "green"\nexample "it is green" is success\nexample "no" is reject No\n';
  const before = await openDocument(workspace, "a.responses", text);
  const titles = (document: typeof before, offset: number) =>
    offeredAt(document, { start: offset, end: offset }).map(({ title }) => title);
  const inKeyword = text.indexOf("green");
  expect(titles(before, inKeyword).some((title) => title.startsWith('Write word "green" instead'))).toBe(
    true,
  );
  expect(titles(before, text.indexOf("reject"))).toContain('Add the rule reject exact "no" as No');
  workspace.change(before.uri, 2, [{ text: `${text}error status\n` }]);
  const after = await workspace.analysed(before.uri);
  if (after === null) throw new Error("the document is gone");
  expect(after.usable?.brokenAt).not.toBeNull();
  expect(titles(after, inKeyword).filter((title) => title.startsWith("Write word"))).toEqual([]);
  expect(titles(after, text.indexOf("reject")).filter((title) => title.startsWith("Add"))).toEqual([]);
});

test("what takes long is not tried whenever the cursor moves", async () => {
  const body = "sold ".repeat(60_000);
  const text = `success keyword "sold"\nexample "${body}" is success\n`;
  const document = await openDocument(workspaceOf({}), "a.responses", text);
  const request = { document, span: { start: 18, end: 18 } };
  const kinds = (isAskedFor: boolean) =>
    actionsFor({ ...request, isAskedFor }, () => true).map(({ kind }) => kind);
  expect(kinds(true)).toContain("refactor.rewrite.keyword");
  expect(kinds(false)).not.toContain("refactor.rewrite.keyword");
});
