import { compareMappings, visible, writeString } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
import { comparisonResult, notCompared } from "../../src/features/comparison/comparison-result.js";
import { placesOf } from "../../src/features/presentation/places.js";
import type { AnalysedDocument } from "../../src/workspace/analysis/analysed-document.js";
import { markdownRemains } from "../support/markdown-remains.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/** What is said of a text that is compared with another, which is saved; files that it includes are saved, too. */
async function compared(before: string, after: string, included: Readonly<Record<string, string>> = {}) {
  const workspace = workspaceOf({ "acme.responses": before, ...included });
  const document = await openDocument(workspace, "acme.responses", after);
  const base = await workspace.baseOf(document, "saved", async () => {});
  if (base.kind === "none" || document.usable === null) throw new Error("there is nothing to compare");
  const result = comparisonResult({
    analysed: document,
    usable: document.usable,
    base: { name: "saved", commit: base.commit, formerly: base.formerly },
    compared: compareMappings(base.mapping, document.usable.mapping),
    places: placesOf(document, (name) => workspace.uriOf(name), workspace.unit),
  });
  if (result.kind !== "compared") throw new Error("not compared");
  return result;
}

/** The notes, by the line of the rule from 1. */
async function notes(...given: Parameters<typeof compared>): Promise<Readonly<Record<number, string>>> {
  const result = await compared(...given);
  return Object.fromEntries(result.notes.map(({ location, text }) => [location.range.start.line + 1, text]));
}

describe("what shows in bodies with needless escapes alone", () => {
  const before = 'success keyword "ok"\n';
  const after = 'success json "$.r" exact "ok"\nsuccess keyword "ok"\n';

  test("is said to touch no ordinary body, on the page and behind the rule", async () => {
    const { page, notes } = await compared(before, after);
    expect(page).toMatch(
      /\*\*No ordinary response was found that gets another verdict, only bodies with needless escapes, which systems hardly ever send\.\*\*/,
    );
    expect(page).toContain(
      "- 1 difference (1 of them a sale lost or gained) shows only in bodies that needlessly write plain letters as `\\u0061`, which systems hardly ever do; no ordinary body was found of which it changes the verdict:",
    );
    expect(notes).toMatchObject([
      {
        money: "none",
        text: expect.stringMatching(/^unmapped → success only for bodies with needless escapes, such as /),
      },
    ]);
  });

  test("does not hide what touches others", async () => {
    const { page, notes } = await compared(before, `${after}reject keyword "no"\n`);
    expect(page).toContain("**Responses get another verdict.**");
    expect(page).toContain("no ordinary body was found of which it changes the verdict");
    expect(notes.map(({ money }) => money)).toEqual(["none", "none"]);
  });
});

describe("the note behind a rule", () => {
  test("that moved up names the line from which it takes recorded answers", async () => {
    const special = 'reject keyword "dup" as Duplicate\n';
    const general = 'reject keyword "no"\n';
    const examples = 'example "no, dup" is reject\nexample "dup: no" is reject\nexample "dup" is reject\n';
    expect(await notes(special + general + examples, general + special + examples)).toEqual({
      1: "takes 2 recorded answers from line 2: reject Duplicate → reject",
    });
  });

  test("that came says what no rule took before, and one that is gone is named by the line that it had", async () => {
    const example = 'example "sold" is success\n';
    expect(await notes(example, `success keyword "sold"\n${example}`)).toEqual({
      1: "takes 1 recorded answer that no rule took: unmapped → success",
    });
    const first = 'reject keyword "so"\n';
    const second = 'success keyword "sold"\n';
    expect(await notes(first + second + example, second + example)).toEqual({
      1: "takes 1 recorded answer from line 1 as it is saved: reject → success",
    });
  });

  test("names the file of a rule that is included", async () => {
    const common = 'reject keyword "no"\n';
    const include = 'include "common.responses"\n';
    const example = 'example "no" is reject\n';
    expect(
      await notes(include + example, `error keyword "no"\n${include}${example}`, {
        "common.responses": common,
      }),
    ).toEqual({ 1: "takes 1 recorded answer from line 1 of common.responses: reject → error" });
  });

  test("stays short, whatever responses and labels are", async () => {
    const long = "x".repeat(5_000);
    const result = await compared(
      `reject keyword "${long}"\n`,
      `reject keyword "${long}" as "${long}"\nreject keyword "y"\nreject keyword "z" as Z\n`,
    );
    expect(result.notes.length).toBeGreaterThan(0);
    for (const { text } of result.notes) expect(text.length).toBeLessThan(260);
  });
});

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "`` ` ``` code",
  "[link](https://evil.example) ![picture](https://evil.example/x.png)",
  "**bold** _it_ ~~gone~~ # heading",
  "\u202Eover\u202C and \u001b[31mred",
  "line\n# two\n\n- three",
];

describe.each(HOSTILE)("%j in a file", (text) => {
  const written = writeString([text]);

  test("is code alone in the page, and nothing in notes that an editor would obey", async () => {
    const result = await compared(
      `success keyword ${written} as A\nexample ${written} ${written} is success\n`,
      `reject keyword ${written} as ${written}\n`,
    );
    expect(result.changes.count).toBe(1);
    expect(markdownRemains(result.page)).toMatch(/^[A-Za-z0-9 ,.:→()#*\n-]*$/);
    for (const note of result.notes) expect(visible(note.text)).toBe(note.text);
  });

  test("is escaped where it is part of a reason", async () => {
    const workspace = workspaceOf({});
    const document: AnalysedDocument = await openDocument(
      workspace,
      "acme.responses",
      'success keyword "a"\n',
    );
    const { page } = notCompared(document, "head", text);
    const [, reason = ""] = page.split("cannot be compared**: ");
    expect(reason.replaceAll(/\\[!-/:-@[-`{-~]/g, "")).toMatch(/^[A-Za-z0-9 ()/=.:;,u{}+-]*\n$/);
    expect(reason).not.toMatch(/[^\\]:\/\//);
  });
});

test("files that are not open are read where they are saved, and one that is not saved is told of", async () => {
  const workspace = workspaceOf({});
  const document = await openDocument(workspace, "new.responses", 'success keyword "a"\n');
  expect(document.uri).toBe(uriOf("new.responses"));
  expect(await workspace.baseOf(document, "saved", async () => {})).toEqual({
    kind: "none",
    reason: "it is not saved yet, so that there is nothing to compare it with",
  });
  expect(await workspace.baseOf(document, "head", async () => {})).toMatchObject({ kind: "none" });
});
