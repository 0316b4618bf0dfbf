import { describe, expect, test } from "vitest";
import type { DocumentChange } from "../../src/features/code-actions/offered-action.js";
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
