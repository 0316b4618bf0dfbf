import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withFewColours } from "../../../scripts/palette-png.mjs";
import { onStage } from "./support/stage.js";
import { SMALL } from "./support/vs-code.js";

/* The pictures of the extension's readme, made anew: `npm run e2e -- --pictures`. */

const IMAGES = fileURLToPath(new URL("../images/", import.meta.url));
const COLOURS = 72;

const stage = onStage(SMALL);

/** Keeps a picture of a part of the window: what is between its left edge, or the icons there, and a line of the screen. */
async function keep(name: string, { left = 48, bottom }: { left?: number; bottom: number }): Promise<void> {
  const top = 36;
  const taken = await stage().code.page.screenshot({
    clip: { x: left, y: top, width: SMALL.window.width - left, height: bottom - top },
    animations: "disabled",
  });
  const small = withFewColours(taken, COLOURS);
  expect(small.length).toBeLessThan(60_000);
  writeFileSync(`${IMAGES}${name}.png`, small);
}

test("findings", async () => {
  const { editor } = stage();
  await editor.open("acme.responses");
  await editor.hideSideBar();
  await expect.poll(() => editor.problems()).toContain("keyword-inside-word");
  await editor.focus();
  await editor.view.locator(".codelens-decoration").first().waitFor();
  await keep("findings", { bottom: 620 });
});

test("the hover", async () => {
  const { editor } = stage();
  await editor.open("acme.responses");
  await editor.hideSideBar();
  await editor.line(/2\sof\s\d/).waitFor();
  await editor.hover(editor.token(/^success$/), "Matches");
  await keep("hover", { bottom: 420 });
});

test("completion", async () => {
  const { editor } = stage();
  await editor.open("acme.responses");
  await editor.hideSideBar();
  await editor.goTo(10);
  await editor.type('reject json "');
  await editor.suggestion("$.reason").waitFor();
  await keep("completion", { bottom: 420 });
});

// Last: its marks stay in the gutter.
test("the Testing view, and coverage in the gutter", async () => {
  const { editor } = stage();
  await editor.open("acme.responses");
  await editor.runExamples("Test: Run All Tests with Coverage");
  await editor.press("Control+j");
  await editor.goTo(1);
  await editor.view.locator(".coverage-deco-miss").waitFor();
  await editor.line(/2\sof\s\d/).waitFor();
  await keep("tests", { left: 0, bottom: 420 });
});
