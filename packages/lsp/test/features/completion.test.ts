import { describe, expect, test } from "vitest";
import type { ShownItem } from "../../src/features/completion/items/completion-items.js";
import { statementIndexAt } from "../../src/workspace/documents/statement-places.js";
import { acceptItem } from "../support/accepted-item.js";
import {
  BARE,
  type CompletionAnswer,
  completionAt,
  documentationOf,
  RICH,
  shownItem,
} from "../support/completion-answer.js";
import { type FeatureFixture, fixturesOf } from "../support/feature-fixture.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/*
 * What completion suggests at the cursor. Sections of a fixture:
 *
 *   typed            the character that asks by itself
 *   shown            the items, each with the words beside it; `…` at the end stands for any others, `nothing` for none
 *   not shown        items that are not there
 *   taken ITEM       the line of the cursor once the item is taken, in an editor with snippets and a command for more
 *   plainly taken …  the same in an editor with neither
 *   about ITEM       what is said of it
 *
 * An item that is called like a file stands between backticks.
 */

async function answersOf({ files, main }: FeatureFixture, typed: string | null) {
  const workspace = workspaceOf(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const document = await openDocument(workspace, main.name, main.text);
  if (main.cursor === null) throw new Error("the fixture has no cursor");
  const uri = uriOf(main.name);
  const index = statementIndexAt(document.file, main.cursor);
  const below = document.findings.filter(
    ({ finding }) => statementIndexAt(document.file, finding.span.start) === index,
  );
  const surroundings = {
    connected: await workspace.connectedDocuments(uri),
    all: await workspace.allDocuments(),
    findings: new Set(below.map(({ finding }) => finding.name)),
  };
  const ask = (abilities: typeof RICH) =>
    completionAt(document, main.cursor ?? 0, { trigger: typed, surroundings, abilities });
  return { rich: ask(RICH), bare: ask(BARE) };
}

function itemNamed(answer: CompletionAnswer | null, label: string): ShownItem {
  const found = answer?.items.find(({ item }) => item.label === label);
  if (found === undefined) throw new Error(`there is no item ${label}`);
  return found;
}

/** The line of the cursor once an item is taken. */
function taken({ main }: FeatureFixture, { item }: ShownItem): string {
  const { text, cursor } = acceptItem(main.text, item);
  const marked = `${text.slice(0, cursor)}‸${text.slice(cursor)}`;
  return marked.split("\n").find((line) => line.includes("‸")) ?? "";
}

function checkShown(answer: CompletionAnswer | null, expected: string): void {
  const shown = (answer?.items ?? []).map(({ item }) => shownItem(item));
  const lines = expected === "nothing" ? [] : expected.split("\n");
  if (lines.at(-1) === "…") expect(shown.slice(0, lines.length - 1)).toEqual(lines.slice(0, -1));
  else expect(shown).toEqual(lines);
}

describe.each(fixturesOf("completion"))("$name", (fixture) => {
  test("is as the fixture says", async () => {
    const typed = fixture.expected.get("typed");
    const { rich, bare } = await answersOf(fixture, typed === undefined ? null : typed.replace("blank", " "));
    expect(fixture.expected.size).toBeGreaterThan(0);
    for (const [section, expected] of fixture.expected) {
      const [, kind = section, named = ""] = /^(taken|plainly taken|about) (.*)$/.exec(section) ?? [];
      const label = named.replace(/^`(.*)`$/, "$1");
      switch (kind) {
        case "typed":
          break;
        case "shown":
          checkShown(rich, expected);
          break;
        case "not shown": {
          const labels = (rich?.items ?? []).map(({ item }) => item.label);
          for (const line of expected.split("\n")) expect(labels).not.toContain(line);
          break;
        }
        case "taken":
          expect(taken(fixture, itemNamed(rich, label))).toBe(expected);
          break;
        case "plainly taken":
          expect(taken(fixture, itemNamed(bare, label))).toBe(expected);
          break;
        case "about":
          expect(documentationOf(itemNamed(rich, label))).toBe(expected);
          break;
        default:
          throw new Error(`unknown section ${section}`);
      }
    }
  });
});
