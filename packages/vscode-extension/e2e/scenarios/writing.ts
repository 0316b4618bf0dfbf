import { expect, test } from "vitest";
import { textOf } from "../support/editor.js";
import type { Stage } from "../support/stage.js";

/** What somebody meets who changes a mapping file. */
export function writing(stage: () => Stage): void {
  test("statements are offered as soon as one is begun", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    // Nobody asks again for what was typed before the server had started.
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.goTo(10);
    await editor.type("rej");
    await editor.suggestion(/^reject/).waitFor();
    await editor.picture("completion-statement");
  });

  test("behind a word that was taken a quote is typed once, and whole statements are offered only where one can begin", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(2);
    await editor.press("Shift+End");
    await editor.type("sys");
    await editor.suggestion(/^system/).click();
    await editor.type('"Ac');
    await expect.poll(() => editor.text()).toContain('\nsystem "Ac"\n');
    await editor.goTo(10);
    await editor.type("otherw");
    await editor.suggestion(/^error otherwise as/).waitFor();
    await editor.press("Escape");
    await editor.goTo(8, 8);
    await editor.type(" otherw");
    await editor.suggestion(/^otherwise/).waitFor();
    expect(await editor.suggestion(/^error otherwise as/).count()).toBe(0);
  });

  test("a path, and then its values, are offered from the bodies of the examples", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(10);
    await editor.type('reject json "');
    await editor.suggestion("$.reason").waitFor();
    expect(await textOf(editor.suggestion("$.reason"))).toContain("dup");
    await editor.picture("completion-path");
    await editor.type("$.rea");
    await editor.suggestion("$.reason").click();
    await expect.poll(() => editor.text()).toContain('\nreject json "$.reason"');
    await editor.goTo(10, 24);
    await editor.type(' exact "');
    await editor.suggestion("cap").waitFor();
    await editor.picture("completion-value");
  });

  test("while a statement is broken it alone is red, and what was found before stays", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.goTo(10);
    await editor.type("rejct word");
    // The word, the text that is missing behind it, and the example that fails.
    await expect.poll(() => editor.view.locator(".squiggly-error").count()).toBe(3);
    const rows = await editor.problems();
    expect(rows).toContain("rejct");
    expect(rows).toContain("example-fails");
    expect(rows).toContain("keyword-inside-word");
    await editor.line(/success.*2\sof\s4\sexamples/).waitFor();
    await editor.hover(editor.token(/^success$/), "Matches 2 of 4");
    await editor.picture("broken");
  });

  test("an edit clears a finding, and the counts follow", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.view.locator(".squiggly-warning").first().waitFor();
    await editor.goTo(6, 9);
    await editor.press("Control+Shift+ArrowRight");
    await editor.type("exact ");
    await editor.press("Escape");
    await editor.view.locator(".squiggly-warning").first().waitFor({ state: "detached" });
    await editor.line(/junk.*→\sgets\sunmapped/).waitFor();
    expect(await editor.problems()).not.toContain("keyword-inside-word");
  });

  test("a quick fix is offered, and mends what was found", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    await editor.view.locator(".squiggly-warning").first().waitFor();
    await editor.goTo(6, 20);
    await editor.askForFix("Write json");
    const first = editor.page.locator(".action-widget .monaco-list-row.focused");
    await expect.poll(() => textOf(first)).toContain("Write json");
    await editor.picture("quick-fix");
    await editor.press("Enter");
    await expect.poll(() => editor.text()).toContain('\nsuccess json "$.response" exact "valid"\n');
    await editor.view.locator(".squiggly-warning").first().waitFor({ state: "detached" });
  });

  test("formatting sets a file in order", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(10);
    // The end of the line takes no suggestion in place of what is typed.
    await editor.type("reject    keyword   'closed'    as   Closed");
    await editor.suggestion("Closed").waitFor();
    await editor.press("Enter");
    await editor.command("Format Document");
    // Not by asking for the text: whoever moves the cursor meanwhile calls it off.
    await editor.line(/reject\s{2}keyword\s'closed'/).waitFor();
    await editor.save();
    expect(code.folder.stored("acme.responses")).toContain(
      "\nerror   status 5xx\nreject  keyword 'closed'            as Closed\n",
    );
  });

  test("a label is renamed in all files that share it", async () => {
    const { code, editor } = stage();
    await editor.open("acme.responses");
    await editor.goTo(8, 42);
    await editor.press("F2");
    const box = editor.page.locator(".rename-box input");
    await box.waitFor();
    await editor.picture("rename");
    await box.fill("Repeated");
    await editor.press("Enter");
    await expect.poll(() => editor.text()).toContain("is reject Repeated");
    await editor.save();
    expect(code.folder.stored("common.responses")).toContain("as Repeated");
    expect(code.folder.stored("acme.responses")).toContain("as Repeated");
    expect(code.folder.stored("acme.responses")).not.toContain("Duplicate");
    expect(code.folder.stored("common.responses")).not.toContain("Duplicate");
  });

  test("a label that becomes one with another says so before it is renamed", async () => {
    const { editor } = stage();
    await editor.open("acme.responses");
    // Before the server knows the file nothing can be renamed.
    await editor.view.locator(".squiggly-error").first().waitFor();
    await editor.goTo(7, 46);
    await editor.press("F2");
    const box = editor.page.locator(".rename-box input");
    await box.waitFor();
    await box.fill("Duplicate");
    await editor.press("Enter");
    await editor.page
      .locator(".notification-toast", {
        hasText: 'Two labels become one: "Duplicate" is already used by 2 rules',
      })
      .waitFor();
    await editor.page
      .locator(".bulk-edit-panel .monaco-list-row", { hasText: "Cap reached" })
      .first()
      .waitFor();
    await editor.picture("rename-to-a-label-there-is");
    await editor.page.locator(".bulk-edit-panel .monaco-button", { hasText: "Discard" }).click();
  });
}
