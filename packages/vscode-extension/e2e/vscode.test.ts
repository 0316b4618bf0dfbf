import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Editor } from "./support/editor.js";
import { NEWEST, VsCode } from "./support/vs-code.js";

/*
 * What users install, in what they install it into: one VS Code and one page for all tests, which go on from where the one before
 * has left the files.
 */

let code: VsCode;
let editor: Editor;

beforeAll(async () => {
  code = await VsCode.start(NEWEST);
  editor = new Editor(code.page);
});

afterAll(async () => {
  // Undefined where VS Code did not even start: the first hook says why.
  if (code === undefined) return;
  expect([...code.foreignHosts]).toEqual([]);
  expect(await code.stop()).toEqual([]);
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail")
    await editor.picture(`failed-${task.name.replaceAll(/\W+/g, "-").slice(0, 60)}`);
});

test("findings are underlined, and the Problems view has a row for each", async () => {
  await editor.open("acme.responses");
  await editor.view.locator(".squiggly-error").first().waitFor({ timeout: 60_000 });
  await editor.view.locator(".squiggly-warning").first().waitFor();
  const rows = (await editor.problems()).join("\n");
  expect(rows).toContain("example-fails");
  expect(rows).toContain("expected reject, but the verdict is success");
  expect(rows).toContain("keyword-inside-word");
  await editor.picture("findings");
});

test("colours differ by what a word is", async () => {
  const classes = await Promise.all(
    [/^success$/, /^keyword$/, /^"valid"$/, /^Duplicate$/, /^# The API/].map((text) =>
      editor.token(text).getAttribute("class"),
    ),
  );
  expect(new Set(classes).size).toBe(classes.length);
});

test("the hover over a rule shows which recorded responses it matches and decides", async () => {
  const text = await editor.hover(editor.token(/^success$/), "example");
  expect(text).toMatch(/2 of (the|4)/);
  expect(text).toContain("✓");
  expect(text).toContain("✗");
  await editor.picture("hover");
});

test("hints at the ends of rules tell how many examples they decide", async () => {
  await editor.view
    .locator(".view-line", { hasText: /decides/ })
    .first()
    .waitFor();
});

test("a path is completed from the bodies of the examples", async () => {
  await editor.goTo(9, 1);
  await editor.type('reject json "');
  const row = editor.page.locator(".suggest-widget .monaco-list-row", { hasText: "$.response" }).first();
  await row.waitFor();
  await editor.picture("completion");
  await editor.page.keyboard.press("Escape");
});

test("while a statement is broken it alone is red, and what was found last stays", async () => {
  await expect.poll(() => editor.view.locator(".squiggly-error").count()).toBeGreaterThan(0);
  const rows = (await editor.problems()).join("\n");
  expect(rows).toContain("keyword-inside-word");
  await editor.view.click();
  await editor.goTo(9, 1);
  await editor.page.keyboard.press("Control+Shift+K");
  await editor.goTo(9, 1);
  await editor.type("error status 5xx\n");
});

test("a quick fix is offered, and mends what was found", async () => {
  await editor.goTo(6, 20);
  await editor.page.keyboard.press("Control+.");
  const fix = editor.page.locator(".action-widget .monaco-list-row", { hasText: /word of its own/ }).first();
  await fix.waitFor();
  await editor.picture("quick-fix");
  await fix.click();
  await expect.poll(() => editor.text()).toContain('success word "valid"');
});

test("the edit has cleared the finding", async () => {
  await editor.view.locator(".squiggly-warning").waitFor({ state: "detached" });
  expect((await editor.problems()).join("\n")).not.toContain("keyword-inside-word");
});

test("formatting aligns the rules", async () => {
  await editor.view.click();
  await editor.page.keyboard.press("Shift+Alt+F");
  await expect
    .poll(() => editor.text())
    .toMatch(/^success word "valid"\nreject {2}json "\$\.reason" exact "cap" as/m);
  await editor.page.keyboard.press("Control+s");
  await expect.poll(() => code.stored("acme.responses")).toMatch(/^reject {2}json/m);
});

test("a label is renamed in all files that share it", async () => {
  const line = (await editor.text()).split("\n").findIndex((text) => text.includes("as Duplicate")) + 1;
  const column = ((await editor.text()).split("\n")[line - 1] ?? "").indexOf("Duplicate") + 3;
  await editor.goTo(line, column);
  await editor.page.keyboard.press("F2");
  await editor.page.locator(".rename-box input").fill("Repeated");
  await editor.page.keyboard.press("Enter");
  await expect.poll(() => editor.text()).toContain("is reject Repeated");
  await editor.command("File: Save All");
  await expect.poll(() => code.stored("common.responses")).toContain("as Repeated");
  expect(code.stored("acme.responses")).not.toContain("Duplicate");
});

test("the Test Explorer runs the examples, and says how one fails", async () => {
  await editor.command("Test: Run All Tests");
  await editor.command("Testing: Focus on Test Explorer View");
  const rows = editor.page.locator(".test-explorer .monaco-list-row");
  await rows.filter({ hasText: "acme.responses" }).first().waitFor();
  await expect
    .poll(async () => (await rows.allInnerTexts()).join("\n"), { timeout: 30_000 })
    .toContain("wrong");
  await editor.page
    .locator(
      ".test-explorer .codicon-testing-failed-icon, .test-explorer .testing-run-glyph.codicon-testing-error-icon, .test-explorer .codicon-testing-error-icon",
    )
    .first()
    .waitFor();
  await editor.page.locator(".test-explorer .codicon-testing-passed-icon").first().waitFor();
  await editor.picture("tests");
});

test("explain this verdict: a response is pasted as curl -i prints it, and the decision shown", async () => {
  await editor.open("acme.responses");
  await editor.page.evaluate(() =>
    navigator.clipboard.writeText(
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"code":1,"reason":"cap"}',
    ),
  );
  await editor.command("Responses: Explain");
  await editor.page.keyboard.press("Control+v");
  await editor.page.keyboard.press("Enter");
  await editor.page.locator(".tab.active", { hasText: /verdict|explain/i }).waitFor();
  await editor.picture("explain");
});

test("the walkthrough opens", async () => {
  await editor.command("Welcome: Open Walkthrough...");
  await editor.page
    .locator(".quick-input-list .monaco-list-row", { hasText: /mapping|Responses/ })
    .first()
    .click();
  await editor.page
    .locator(".gettingStartedContainer .step-title, .gettingStartedContainer .getting-started-step")
    .first()
    .waitFor();
  await editor.picture("walkthrough");
});

test("all of it in light colours", async () => {
  await editor.open("acme.responses");
  await editor.command("Preferences: Toggle between Light/Dark Themes");
  await editor.page.locator(".monaco-workbench.vs:not(.vs-dark)").waitFor();
  await editor.hover(editor.token(/^success$/), "example");
  await editor.picture("light");
});
