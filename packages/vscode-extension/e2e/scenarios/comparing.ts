import { expect, test } from "vitest";
import { contrastOf } from "../support/contrast.js";
import { commitAround } from "../support/repository.js";
import type { Stage } from "../support/stage.js";

/** What a change changes: a page beside the text, and notes behind its rules. */
export function comparing(stage: () => Stage): void {
  test("the page and the notes behind rules follow every edit, until somebody ends it", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    if (code.edition.runsInBrowser) await editor.command("Responses: Compare with Saved");
    else {
      commitAround(code.folder);
      await editor.command("Responses: Compare with HEAD");
    }
    await expect.poll(() => editor.preview()).toContain("No response changes its verdict (proved).");
    expect(await editor.notes()).toEqual([]);
    await editor.goTo(6);
    await editor.press("Control+Shift+ArrowRight");
    await editor.type("reject");
    await editor.press("Escape");
    await expect.poll(() => editor.notes()).toEqual(["success → reject for 2 recorded answers"]);
    await expect
      .poll(() => editor.preview())
      .toContain("No longer a sale: success (old line 6) → reject (line 6)");
    expect(await editor.preview()).toContain("1 other of 4 recorded responses gets another verdict");
    await editor.picture("compare");
    // A statement that cannot be read changes nothing that is shown, and the page says so.
    await editor.goTo(7);
    await editor.type("x");
    await editor.press("Escape");
    await expect.poll(() => editor.preview()).toContain("as it was before line 7 was broken");
    expect(await editor.notes()).toEqual(["success → reject for 2 recorded answers"]);
    await editor.picture("compare-broken");
    await editor.press("Backspace");
    await editor.command("Responses: Stop Comparing");
    await expect.poll(() => editor.notes()).toEqual([]);
    await expect.poll(() => editor.page.locator(".editor-group-container").count()).toBe(1);
  });

  test("an edited rule can be read in every theme, and goes on further in where it is wrapped", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.hideSideBar();
    await editor.goTo(6);
    await editor.press("Shift+End");
    const tests = ["voucher", "coupon", "certificate", "guarantee"].map((word) => `not keyword "${word}"`);
    await editor.type(`success json "$.code" exact "0" and ${tests.join(" and ")} and status 2xx`);
    await editor.press("Escape");
    await editor.command("Responses: Compare with Saved");
    await expect.poll(() => editor.preview()).toContain('+ success json "$.code" exact "0"');
    const frame = editor.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    for (const line of [
      frame.locator(".responses-removed").first(),
      frame.locator(".responses-added").first(),
    ]) {
      expect(await line.evaluate((element) => getComputedStyle(element).textIndent)).toMatch(/^-\d/);
      expect(await contrastOf(line)).toBeGreaterThan(4.5);
    }
    await editor.picture("compare-wrapped");
  });

  test("what is saved is another after each time that it is saved", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(9);
    await editor.type('reject keyword "full"\n');
    await editor.press("Escape");
    await editor.command("Responses: Compare with Saved");
    await expect.poll(() => editor.preview()).toContain("Another outcome: unmapped (no rule) → reject");
    await expect
      .poll(() => editor.notes())
      .toEqual([
        expect.stringMatching(
          /^error → reject for responses such as 500 .*; unmapped → reject for responses such as 200 /,
        ),
      ]);
    await editor.picture("compare-saved");
    await editor.save();
    await expect.poll(() => editor.preview()).toContain("No response changes its verdict (proved).");
    expect(await editor.notes()).toEqual([]);
  });

  test("closing the page ends it; in a browser HEAD cannot be had, which is said", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(6);
    await editor.press("Control+Shift+ArrowRight");
    await editor.type("reject");
    await editor.press("Escape");
    await editor.command("Responses: Compare with HEAD");
    if (code.edition.runsInBrowser) {
      await expect
        .poll(() => editor.preview())
        .toContain("It cannot be compared: git, which knows HEAD, cannot run in a browser");
      await editor.picture("compare-in-browser");
      return;
    }
    await expect.poll(() => editor.notes()).toEqual(["success → reject for 2 recorded answers"]);
    await editor.command("View: Close Editors in Other Groups");
    await expect.poll(() => editor.notes()).toEqual([]);
  });
}
