import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** All that a part of the window says. Blanks of the editor are not those of a file. */
export async function textOf(part: Locator): Promise<string> {
  return (await part.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
}

/** What a row of the Problems view says, however it is laid out. */
export function asRow(text: string): string {
  return text.replaceAll(/[\s()]+/g, " ").trim();
}

/** Milliseconds in which something usually comes that has been asked for; it is asked for again after them. */
const MOMENT = 3_000;

/** What a person does in VS Code, and sees. */
export class Editor {
  readonly page: Page;
  readonly #pictures: string;

  /** `pictures` is the folder that pictures go to. */
  constructor(page: Page, pictures: string) {
    this.page = page;
    this.#pictures = pictures;
  }

  /** Does something again and again until all of it has worked; each try fails soon. */
  #again(message: string, attempt: () => Promise<void>): Promise<void> {
    const works = () =>
      attempt().then(
        () => true,
        () => false,
      );
    return expect.poll(works, { message }).toBe(true);
  }

  /** The text editor on the left. */
  get view(): Locator {
    return this.page
      .locator(".editor-group-container")
      .first()
      .locator(".editor-instance .monaco-editor")
      .first();
  }

  /** Opens a file by a double click in the tree. */
  async open(file: string): Promise<void> {
    const tab = this.page.locator(`.tab.active[data-resource-name="${file}"]`);
    if (!(await tab.isVisible())) {
      await this.press("Control+Shift+E");
      await this.page
        .locator(".explorer-folders-view .monaco-list-row", { hasText: file })
        .first()
        .dblclick();
      await tab.waitFor();
    }
    await this.view.locator(".view-line").first().waitFor();
    await this.focus();
  }

  /** Opens a file by its name; also one of which the tree does not know yet. */
  async openByName(file: string): Promise<void> {
    const tab = this.page.locator(`.tab.active[data-resource-name="${file}"]`);
    if (!(await tab.isVisible())) {
      await this.press("Control+p");
      await this.page.locator(".quick-input-widget input").fill(file);
      await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: file }).waitFor();
      await this.press("Enter");
      await tab.waitFor();
    }
    await this.view.locator(".view-line").first().waitFor();
    await this.focus();
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Puts the focus into the editor on the left. */
  async focus(): Promise<void> {
    await this.press("Control+1");
    await this.page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
  }

  async hideSideBar(): Promise<void> {
    const sideBar = this.page.locator(".part.sidebar");
    if (!(await sideBar.isVisible())) return;
    await this.press("Control+b");
    await sideBar.waitFor({ state: "hidden" });
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.press("F1");
    await this.page.locator(".quick-input-widget input").fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
    await this.press("Enter");
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const asked = this.page.locator(".quick-input-widget");
    // What is typed before VS Code knows which of its lists is open goes to none of them.
    await this.#again(`the cursor in line ${line}`, async () => {
      if (await asked.isVisible()) await this.press("Escape");
      await this.focus();
      await this.press("Control+g");
      await asked.locator("input").fill(`:${line}:${column}`);
      await this.press("Enter");
      await asked.waitFor({ state: "hidden", timeout: MOMENT });
    });
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** The line of the editor that has a text. */
  line(text: string | RegExp): Locator {
    return this.view.locator(".view-line", { hasText: text }).first();
  }

  /** A stretch of the editor's text that is coloured alone, by what it says; the first, or the first of a line. */
  token(text: RegExp, line: Locator = this.view.locator(".view-line")): Locator {
    return line.locator('span[class^="mtk"]', { hasText: text }).first();
  }

  /** Points at a token until a hover shows a text; gives all that it says. */
  async hover(token: Locator, containing: string): Promise<string> {
    const hover = this.page.locator(".monaco-hover:not(.hidden)", { hasText: containing }).first();
    // What comes above a line moves it away under the pointer.
    await this.#again(`a hover that says ${containing}`, async () => {
      await this.page.mouse.move(5, 5);
      await token.hover();
      await hover.waitFor({ timeout: MOMENT });
    });
    return textOf(hover);
  }

  /** Rests the pointer on something, and clicks a link in the preview that opens, which is told anew and can move meanwhile. */
  async followInHover(token: Locator, link: string): Promise<void> {
    await this.#again(`a click on ${link}`, async () => {
      await this.hover(token, link);
      await this.page
        .locator(".monaco-hover:not(.hidden) a", { hasText: link })
        .first()
        .click({ timeout: MOMENT });
    });
  }

  /**
   * Moves the cursor to and fro until what belongs to the place under it is lit. An editor asks only when the cursor
   * moves in it, and not again when more is known of the file.
   */
  async untilLit(lit: Locator): Promise<void> {
    await this.#again("something is lit", async () => {
      await this.press("ArrowRight");
      await this.press("ArrowLeft");
      await lit.waitFor({ timeout: MOMENT });
    });
  }

  /** Asks for the fixes by the line below the hover that is open. */
  async fixesInHover(): Promise<void> {
    await this.page.locator(".monaco-hover:not(.hidden) .action", { hasText: "Quick Fix..." }).click();
    await this.#fixes.first().waitFor();
  }

  /**
   * Asks for the fixes at the cursor until one is offered. A list that has opened stays as it is: one that was asked
   * for before the findings came never gets their fixes.
   */
  async askForFix(fix: string): Promise<void> {
    await this.#again(`the fix ${fix}`, async () => {
      if (await this.#fixes.first().isVisible()) await this.press("Escape");
      await this.press("Control+.");
      await this.#fixes.filter({ hasText: fix }).first().waitFor({ timeout: MOMENT });
    });
  }

  get #fixes(): Locator {
    return this.page.locator(".action-widget .monaco-list-row.action");
  }

  /** What can be chosen, in its order. */
  async offered(): Promise<readonly string[]> {
    const rows = await this.#fixes.allInnerTexts();
    return rows.map((text) => text.replaceAll("\u00a0", " ").trim());
  }

  async choose(fix: string): Promise<void> {
    const row = this.#fixes.filter({ hasText: fix });
    // A list that has just opened lets no click through until the mouse has moved over it.
    await row.hover({ force: true });
    await row.click();
  }

  /** The suggestion that says something. */
  suggestion(text: string | RegExp): Locator {
    return this.page.locator(".suggest-widget.visible .monaco-list-row", { hasText: text }).first();
  }

  /** The rows of the Problems view. */
  async problems(): Promise<string> {
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    if (!(await rows.first().isVisible())) {
      await this.command("Problems: Focus on Problems View");
      await rows.first().waitFor();
    }
    return textOf(rows);
  }

  /** The findings in the Problems view: sentence, source, name and place of each, with one blank between. */
  async problemRows(): Promise<readonly string[]> {
    await this.problems();
    const rows = await this.page.locator(".markers-panel .monaco-list-row").allInnerTexts();
    return rows.map(asRow).filter((row) => / responses [a-z-]+ \[Ln /.test(row));
  }

  /** A row of the Test Explorer, by the beginning of its name and state. */
  test(label: string): Locator {
    return this.page.locator(`.test-explorer .monaco-list-row[aria-label^="${label}"]`);
  }

  /** Runs all examples by a command, and shows those of acme.responses in the Test Explorer. */
  async runExamples(command: string): Promise<void> {
    await this.command(command);
    await this.command("Testing: Focus on Test Explorer View");
    await this.test("common.responses (Passed)").waitFor();
    const file = this.test("acme.responses (Failed)");
    await file.waitFor();
    if ((await file.getAttribute("aria-expanded")) === "false")
      await file.locator(".monaco-tl-twistie").click();
  }

  /** The whole text of the file that is open, as the editor has it. */
  async text(): Promise<string> {
    await this.focus();
    await this.press("Control+a");
    await this.press("Control+c");
    const text = await this.page.evaluate(() => navigator.clipboard.readText());
    await this.press("ArrowLeft");
    return text;
  }

  /** What the markdown preview that is open says. */
  async preview(): Promise<string> {
    const frame = this.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    return textOf(frame.locator(".markdown-body"));
  }

  /** What is shown behind lines of the editor on the left by decorations: text that styles make, and no text of the page. */
  async notes(): Promise<readonly string[]> {
    const contents = await this.view
      .locator(".view-line [class*=ced-]")
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element, "::after").content));
    return contents
      .filter((content) => content.startsWith('"'))
      .map((content) => content.slice(1, -1).replaceAll("\u00a0", " "));
  }

  /** Stores all files that were changed. */
  async save(): Promise<void> {
    await this.command("File: Save All Files");
    await this.page.locator(".tab.dirty").first().waitFor({ state: "detached" });
  }

  /** Takes back what was not saved, and closes what has opened. */
  async tidy(): Promise<void> {
    await this.press("Escape");
    await this.press("Escape");
    if (await this.page.locator(".part.panel").isVisible()) await this.press("Control+j");
    const unsaved = this.page.locator(".tab.dirty");
    for (let count = await unsaved.count(); count > 0; count--) {
      if ((await this.page.locator(".tab.active.dirty").count()) === 0) await unsaved.first().click();
      // The palette closes when something else gets the focus.
      await this.focus();
      await this.command("View: Revert and Close Editor");
      await expect.poll(() => unsaved.count()).toBe(count - 1);
    }
    if ((await this.page.locator(".editor-group-container").count()) > 1) {
      await this.command("View: Close Editors in Other Groups");
    }
    if (await this.page.locator(".notification-toast").first().isVisible()) {
      await this.command("Notifications: Clear All Notifications");
    }
  }

  async closeAll(): Promise<void> {
    await this.command("View: Close All Editors");
    await this.page.locator(".tab").first().waitFor({ state: "detached" });
  }

  /** Keeps a picture of the window for whoever looks at the run. */
  async picture(name: string): Promise<void> {
    // What fades in has faded in.
    await this.page.screenshot({ path: join(this.#pictures, `${name}.png`), animations: "disabled" });
  }
}
