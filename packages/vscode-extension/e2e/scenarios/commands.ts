import { expect, test } from "vitest";
import { textOf } from "../support/editor.js";
import type { Stage } from "../support/stage.js";

const ANSWER = ["HTTP/1.1 200 OK", "Content-Type: application/json", "", '{"code":1,"reason":"cap"}'].join(
  "\r\n",
);

/** The commands of the extension, and what else it shows. */
export function commands(stage: () => Stage): void {
  test("the verdict on a response is explained that was copied as curl -i prints it, and follows the mapping", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.page.evaluate((text) => navigator.clipboard.writeText(text), ANSWER);
    await editor.command("Responses: Explain the Verdict");
    await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "The clipboard" }).click();
    const page = editor.page.locator(".editor-group-container").nth(1).locator(".view-lines");
    await expect.poll(() => textOf(page)).toContain("Cap");
    const text = await textOf(page);
    // Colours come a moment later.
    // Of the verdict, and of the rules.
    await expect.poll(() => page.locator('span[class^="mtk"]', { hasText: /^reject$/ }).count()).toBe(4);
    expect(text).toContain('Gets reject "Cap reached"');
    expect(text.replaceAll(/\s+/g, " ")).toMatch(
      /✗ line 6 success keyword "valid".* ✓ line 7 reject json "\$.reason" exact "cap" as "Cap reached" found at line 1/,
    );
    expect(text).toContain("The response, with status 200:");
    // What decided is lit, and what a line says leads there.
    const lit = editor.page
      .locator(".editor-group-container")
      .nth(1)
      .locator('.view-overlays [class*="ced-"]');
    await expect.poll(() => lit.count()).toBe(1);
    await page.locator(".detected-link", { hasText: "line 7" }).first().waitFor();
    await editor.picture("explain");
    await editor.page.locator(".codelens-decoration a", { hasText: "Add as example" }).click();
    await editor
      .line(/example\s+200\s'\{"code":1,"reason":"cap"\}'/)
      .first()
      .waitFor();
    await editor.picture("explain-added");
    await editor.goTo(7, 33);
    await editor.type("p");
    await expect.poll(() => textOf(page)).toContain("unmapped");
  });

  test("the status of the language says how the file stands", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.page.locator('[id="status.languageStatus"]').hover();
    const status = editor.page.locator(".hover-language-status", { hasText: "1 of 4 examples fails" });
    await status.waitFor();
    expect(await textOf(status)).toContain("4 rules, 1 error, 1 warning, 1 hint");
    await editor.picture("status");
  });

  test("compiling writes the module beside the file", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    await editor.command("Responses: Compile This File");
    await editor.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "A JavaScript module" })
      .click();
    await editor.page.locator(".notification-toast", { hasText: "acme.responses.mjs" }).waitFor();
    expect(code.folder.files()).toContain("acme.responses.d.mts");
    const compiled: unknown = await import(/* @vite-ignore */ `${code.folder.path}/acme.responses.mjs`);
    expect(compiled).toHaveProperty("match");
  });

  test("a new mapping file has something to begin with, which is good", async () => {
    const { editor } = stage();
    await editor.command("Responses: New Mapping File");
    await editor.page.locator(".tab.active", { hasText: "new.responses" }).waitFor();
    await editor.view.locator(".codelens-decoration", { hasText: "pass" }).first().waitFor();
    expect(await editor.view.locator(".squiggly-error, .squiggly-warning").count()).toBe(0);
    await editor.picture("new-file");
  });

  test("the server is started again, and finds again", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    const before = code.languageServers();
    expect(before).toHaveLength(code.edition.runsInBrowser ? 0 : 1);
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.command("Responses: Restart the Language Server");
    await editor.view.locator(".squiggly-error").first().waitFor({ state: "detached" });
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.hover(editor.token(/^success$/), "Matches 2 of 4");
    expect(code.languageServers()).toHaveLength(before.length);
    if (before.length > 0) expect(code.languageServers()).not.toEqual(before);
  });

  test("the page of a finding has its code in colours", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.command("Responses: Explain a Finding");
    await editor.page.locator(".quick-input-widget input").fill("keyword-inside-word");
    await editor.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "keyword-inside-word" })
      .click();
    await expect.poll(() => editor.preview()).toContain("success keyword");
    const frame = editor.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    const word = frame.locator(".hljs-keyword", { hasText: "success" }).first();
    const colourOf = (element: Element) => getComputedStyle(element).color;
    expect(await word.evaluate(colourOf)).not.toBe(await frame.locator("body").evaluate(colourOf));
    await editor.picture("finding-page");
    await editor.closeAll();
  });

  test("the output says which language server runs", async () => {
    const { editor } = stage();
    await editor.command("Responses: Show the Output");
    await expect
      .poll(() => textOf(editor.page.locator(".part.panel .view-lines")))
      .toMatch(/the language server runs, version \d/);
  });

  test("the walkthrough opens", async () => {
    const { editor } = stage();
    await editor.hideSideBar();
    await editor.command("Welcome: Open Walkthrough");
    await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "lead buyer" }).click();
    const steps = editor.page.locator(".gettingStartedContainer .getting-started-step");
    await steps.first().waitFor();
    expect(await steps.count()).toBe(5);
    await steps.nth(1).click();
    const shown = editor.page
      .frameLocator("iframe.webview")
      .frameLocator("iframe#active-frame")
      .locator("img");
    await expect
      .poll(() => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBeGreaterThan(0);
    await editor.picture("walkthrough");
    for (const [step, marker] of [
      [0, "system"],
      [2, "HTTP/1.1"],
      [3, "example 200"],
      [4, "import"],
    ] as const) {
      await steps.nth(step).click();
      const code = editor.page
        .frameLocator("iframe.webview")
        .frameLocator("iframe#active-frame")
        .locator("pre", { hasText: marker });
      await code.waitFor();
      expect(
        await code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBeLessThanOrEqual(0);
      await editor.picture(`walkthrough-${step + 1}`);
    }
    await editor.closeAll();
  });

  test("the buttons of the walkthrough work where nothing else is seen, and its steps are ticked", async () => {
    const { editor } = stage();
    // What other scenes have left open would be asked about.
    await editor.closeAll();
    await editor.hideSideBar();
    const steps = editor.page.locator(".gettingStartedContainer .getting-started-step");
    /** Whoever comes back to its tab is on VS Code's own welcome page. */
    const openWalkthrough = async () => {
      await editor.command("Welcome: Open Walkthrough");
      await editor.page.locator(".quick-input-list .monaco-list-row", { hasText: "lead buyer" }).click();
      await steps.first().waitFor();
    };
    const press = async (step: number) => {
      await openWalkthrough();
      const button = steps.nth(step).locator(".button-container .monaco-button");
      if (!(await button.isVisible())) await steps.nth(step).click();
      await button.click();
    };
    await press(0);
    await editor.page.locator(".tab.active", { hasText: "new.responses" }).waitFor();
    await press(1);
    await editor.page.locator(".tab.active", { hasText: "new.responses" }).waitFor();
    await editor.page.locator(".monaco-hover:not(.hidden)", { hasText: "Matches" }).first().waitFor();
    await editor.picture("walkthrough-preview");
    await editor.press("Escape");
    await press(2);
    await editor.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await editor.press("Escape");
    await press(3);
    await editor.page.locator(".notification-toast", { hasText: "examples" }).first().waitFor();
    await press(4);
    await editor.page
      .locator(".quick-input-list .monaco-list-row", { hasText: "A JavaScript module" })
      .waitFor();
    await editor.press("Escape");
    await openWalkthrough();
    await expect.poll(() => steps.locator(".codicon-getting-started-step-checked").count()).toBe(5);
    await editor.picture("walkthrough-ticked");
  });
}
