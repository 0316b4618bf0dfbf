import { expect, test } from "vitest";
import { timesOfKeys } from "./support/key-to-paint.js";
import { onStage } from "./support/stage.js";
import { NEWEST } from "./support/vs-code.js";

/*
 * `npm run e2e -- --paint`: how long it takes from a key to the frame that shows it, in files of 2,000 rules and beside them in the
 * same text as plain text. It prints a table and asserts no time: machines differ.
 */

const KEYS = 60;
const PAUSE = 100;
const RULES = 2000;
const LINE = 1000;

const stage = onStage(NEWEST);

/** Rules without examples; without labels most of them have a hint. */
function rules(labelled: boolean): string {
  const lines = Array.from({ length: RULES }, (_, index) => {
    if (index % 5 === 0) return `success json "$.result" exact "sold ${index} abc"`;
    return `reject word "reason ${index} abc"${labelled ? ` as "Label ${index}"` : ""}`;
  });
  return ['system "Acme"', ...lines, ""].join("\n");
}

const FILES: readonly (readonly [name: string, text: string, what: string])[] = [
  ["plain.txt", rules(false), "plain text"],
  ["quiet.responses", rules(true), "2,000 rules without hints"],
  ["hinted.responses", rules(false), "2,000 rules with 1,600 hints"],
];

test("from a key to the frame that shows it", async () => {
  const { code, editor } = stage();
  const rows = [];
  for (const [name, text] of FILES) code.folder.add(name, text);
  for (const [name, , what] of FILES) {
    await editor.openByName(name);
    await editor.hideSideBar();
    if (name.endsWith(".responses"))
      await editor.page.locator(".squiggly-hint, .squiggly-info, .squiggly-warning").first().waitFor();
    // Inside the text that a rule looks for.
    await editor.goTo(LINE, 15);
    const { median, nearlyAll } = await timesOfKeys(editor.page, KEYS, PAUSE);
    rows.push({ what, "median (ms)": median, "95 % within (ms)": nearlyAll });
    await editor.command("View: Revert and Close Editor");
  }
  console.table(rows);
  expect(rows).toHaveLength(FILES.length);
});
