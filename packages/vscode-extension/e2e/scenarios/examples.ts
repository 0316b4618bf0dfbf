import { expect, test } from "vitest";
import { Editor, textOf } from "../support/editor.js";
import type { Stage } from "../support/stage.js";
import { artefactsOf } from "../support/vs-code.js";

/** The examples as tests of VS Code. */
export function examples(stage: () => Stage): void {
  test("the Test Explorer runs the examples, and says how one fails", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.runExamples("Test: Run All Tests");
    await editor.test("sold (Passed)").waitFor();
    await editor.test("junk (Failed)").waitFor();
    await editor.goTo(16);
    await editor.command("Test: Peek Output");
    const peek = editor.page.locator(".test-output-peek");
    await peek.locator(".test-output-peek-message-container", { hasText: "→ gets success" }).waitFor();
    const text = await textOf(peek);
    expect(text).toContain("expected reject, but the verdict is success: the rule in line 6 decided");
    await editor.picture("tests");
  });

  test("in a window in which nothing is open the Test Explorer has all files, also when it is loaded again", async () => {
    const { code } = stage();
    const page = await code.openAnew();
    const editor = new Editor(page, artefactsOf(code.edition));
    await page.locator('.activitybar .action-label[aria-label^="Testing"]').click();
    await editor.test("common.responses").waitFor();
    await editor.test("acme.responses").waitFor();
    await editor.picture("tests-of-a-new-window");
    await page.reload();
    await page.locator('.activitybar .action-label[aria-label^="Testing"]').click();
    await editor.test("common.responses").waitFor();
    await editor.picture("tests-after-a-reload");
    await editor.test("acme.responses").locator(".monaco-tl-twistie").click();
    await editor.test("sold").waitFor();
    await editor.picture("tests-of-an-unopened-file");
    await page.context().close();
  });

  test("marks that a run has left follow every edit", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.runExamples("Test: Run All Tests");
    await editor.test("sold (Passed)").waitFor();
    await editor.goTo(6, 22);
    await editor.press("Backspace");
    await editor.press("Backspace");
    await editor.test("sold (Failed)").waitFor();
    await editor.test("junk (Failed)").waitFor();
    // The editor itself says behind them how they fail, and nothing else does.
    await expect.poll(() => textOf(editor.line("example sold"))).not.toContain("→");
    await editor.page.locator(".test-explorer .result-summary", { hasText: "2/4" }).waitFor();
    await editor.view.locator(".codelens-decoration", { hasText: "2 of 4 pass" }).waitFor();
    await editor.picture("tests-after-an-edit");
    await editor.type("li");
    await editor.test("sold (Passed)").waitFor();
    await editor.test("acme.responses (Failed)").waitFor();
    expect(await editor.view.locator(".codelens-decoration a", { hasText: "fails" }).count()).toBe(0);
  });

  test("with the cursor on a rule what it matches is lit in the examples", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    // Where nothing is known of the file yet there is nothing to light, and editors do not ask again.
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.goTo(8, 10);
    await editor.untilLit(editor.view.locator(".wordHighlightText, .wordHighlight"));
    await editor.picture("rule-matches");
  });

  test("the gutter shows which rules no example needs", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    // Only lines that are to be seen are there.
    await editor.goTo(1);
    await editor.command("Test: Run All Tests with Coverage");
    await expect
      .poll(() => editor.view.locator(".coverage-deco-hit").allInnerTexts())
      .toEqual(["6", "7", "8"]);
    expect(await editor.view.locator(".coverage-deco-miss").allInnerTexts()).toEqual(["9"]);
    await editor.picture("coverage");
    await editor.command("Test: Clear Coverage");
  });

  test("the line above the examples tells what no rule would take, and a click adds it as made up", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(1);
    const lens = editor.view.locator(".codelens-decoration a", { hasText: "No rule would take" });
    await lens.waitFor();
    expect(await textOf(lens)).toContain('json "$.reason" "other"');
    await editor.picture("gaps");
    await lens.click();
    await editor.view.locator(".codelens-decoration", { hasText: "4 of 5 pass" }).waitFor();
    await lens.waitFor({ state: "detached" });
    // What was underlined before grows with what is written behind it, until the server has looked.
    await expect.poll(() => editor.view.locator(".squiggly-error").count()).toBe(1);
    await editor.picture("gaps-recorded");
    await expect
      .poll(() => editor.text())
      .toMatch(/\nexample +made-up +200 '\{"code":1,"reason":"other"\}' +is unmapped\n$/);
  });
}
