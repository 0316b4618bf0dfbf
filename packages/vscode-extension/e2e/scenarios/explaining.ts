import { expect, test } from "vitest";
import { textOf } from "../support/editor.js";
import type { Stage } from "../support/stage.js";

const LONG = JSON.stringify({
  code: 1,
  buyer: { id: 4711, name: "Acme Insurance", region: "north" },
  reason: "cap",
  seen: ["today", "yesterday"],
});

const SEVERAL = ['{"code":0,"response":"valid","id":"78"}', "503 {}", '{"code":1,"reason":"dup"}'].join("\n");

/** Why responses and examples get their verdicts. */
export function explaining(stage: () => Stage): void {
  const page = () => stage().editor.page.locator(".editor-group-container").nth(1).locator(".view-lines");
  const row = (text: string | RegExp) =>
    stage().editor.page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

  test("the example at the cursor is explained at once, and followed where it moves", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    await editor.goTo(16, 12);
    await editor.command("Responses: Explain This Verdict");
    await expect.poll(() => textOf(page())).toContain("says of the example in line 16 (junk)");
    expect(await textOf(page())).toContain("Gets success, but reject is expected");
    await editor.page.locator(".codelens-decoration a", { hasText: "Explain another response…" }).waitFor();
    await editor.picture("explain-example");
    await editor.goTo(13);
    await editor.type("\n");
    await expect.poll(() => textOf(page())).toContain("says of the example in line 17 (junk)");
  });

  test("the preview of an example leads to its explanation", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    const example = editor.token(/^example$/, editor.line(/dup.*is/));
    await editor.hover(example, "Explain this verdict");
    await editor.picture("explain-link");
    await editor.followInHover(example, "Explain this verdict");
    await expect.poll(() => textOf(page())).toContain("says of the example in line 14 (seen)");
  });

  test("of several examples that are selected one is chosen, or what each gets is told", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    await editor.goTo(13);
    for (let line = 0; line < 4; line++) await editor.press("Shift+ArrowDown");
    await editor.command("Responses: Explain This Verdict");
    await row("Line 15: reject").waitFor();
    await editor.picture("explain-choice");
    await row("All 4: what each gets").click();
    await expect.poll(() => textOf(page())).toContain("What acme.responses says of these 4 examples");
    await editor.picture("explain-several");
    await editor.page.locator(".codelens-decoration a", { hasText: "Explain one of them…" }).click();
    await row("Line 15: reject").click();
    await expect.poll(() => textOf(page())).toContain("says of the example in line 15 (full)");
  });

  test("several responses in the clipboard are not taken for one", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    await editor.page.evaluate((text) => navigator.clipboard.writeText(text), SEVERAL);
    await editor.command("Responses: Explain the Verdict");
    await row("The clipboard").click();
    await editor.page.locator(".quick-input-widget", { hasText: "of those that have none" }).waitFor();
    await editor.press("Enter");
    await row("3. reject Duplicate").click();
    await expect.poll(() => textOf(page())).toContain("Gets reject Duplicate");
  });

  test("places are those of the body as it is shown, and lead there; what is wrapped goes on further in", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    await editor.goTo(9);
    const tests = ["voucher", "coupon", "certificate", "guarantee"].map((word) => `not keyword "${word}"`);
    await editor.type(`reject json "$.region" exact "south" and ${tests.join(" and ")} as "Out of reach"\n`);
    await editor.press("Escape");
    await editor.page.evaluate((text) => navigator.clipboard.writeText(text), LONG);
    await editor.command("Responses: Explain the Verdict");
    await row("The clipboard").click();
    await editor.page
      .locator(".quick-input-widget", { hasText: "The HTTP status of the response" })
      .waitFor();
    await editor.press("Enter");
    await expect.poll(() => textOf(page())).toContain("found at line 8, column 14 of the body");
    expect(await textOf(page())).toMatch(/laid out; lines and columns\s+above\s+are counted in it/);
    await editor.picture("explain-laid-out");
    await editor.press("Control+2");
    const link = page().locator(".detected-link", { hasText: "line 8, column 14 of the body" }).first();
    const lit = page().locator("xpath=..").locator('.view-overlays [class*="ced-"]').first();
    const cursor = editor.page.locator(".editor-group-container").nth(1).locator(".cursors-layer .cursor");
    // The page is drawn anew while somebody points at it, so it is clicked where the link is.
    await expect
      .poll(async () => {
        const from = await link.boundingBox();
        if (from === null) return null;
        await editor.page.keyboard.down("Control");
        await editor.page.mouse.click(from.x + 20, from.y + from.height / 2);
        await editor.page.keyboard.up("Control");
        const [to, at] = [await lit.boundingBox(), await cursor.first().boundingBox()];
        return to === null || at === null ? null : Math.round((at.y - to.y) / at.height);
      })
      .toBe(0);
  });
}
