import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { ARTEFACTS } from "./vs-code.js";

/** What a person does in VS Code, and sees. */
export class Editor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The text editor that has the focus, or the first. */
  get view(): Locator {
    return this.page.locator(".editor-instance .monaco-editor").first();
  }

  async open(file: string): Promise<void> {
    await this.page.keyboard.press("Control+p");
    await this.page.locator(".quick-input-widget input").fill(file);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: file.split("/").at(-1) ?? file }).waitFor();
    await this.view.locator(".view-line").first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input").fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press("Control+g");
    await this.page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** A stretch of the editor's text that is coloured alone, by what it says. */
  token(text: string | RegExp): Locator {
    return this.view.locator('.view-line span[class^="mtk"]', { hasText: text }).first();
  }

  /** The text of the hover over a token. */
  async hover(token: Locator, containing: string): Promise<string> {
    await this.page.mouse.move(5, 5);
    await token.hover();
    const contents = this.page
      .locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: containing })
      .first();
    await contents.waitFor();
    const texts = await this.page.locator(".monaco-hover:not(.hidden)").allInnerTexts();
    return texts.join("\n").trim();
  }

  /** The rows of the Problems view. */
  async problems(): Promise<readonly string[]> {
    await this.command("Problems: Focus on Problems View");
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** All lines of the file that is open, as the editor has them. */
  async text(): Promise<string> {
    await this.view.click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.press("Control+c");
    const text = await this.page.evaluate(() => navigator.clipboard.readText());
    await this.page.keyboard.press("ArrowLeft");
    return text;
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
  }
}
