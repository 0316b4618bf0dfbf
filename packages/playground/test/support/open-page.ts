import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

/** Milliseconds that something may take on a slow machine. */
const PATIENCE = 60_000;

/** The folder that pictures go to; undefined where none are wanted. */
const PICTURES = process.env.RESPONSES_PICTURES;

/** The playground in a browser, as somebody sees it who has opened it afresh. */
export class OpenPage {
  readonly page: Page;
  /** What was asked for over the network, and what the browser complained about. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  readonly mapping: Locator;
  readonly response: Locator;
  readonly report: Locator;

  private constructor(page: Page, requests: readonly string[], complaints: readonly string[]) {
    this.page = page;
    this.requests = requests;
    this.complaints = complaints;
    this.mapping = page.locator("#mapping .cm-content");
    this.response = page.locator("#response .cm-content");
    this.report = page.locator("#report");
  }

  /** Opens the page and waits until server and verdict are there. */
  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<OpenPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-US",
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    const requests: string[] = [];
    const complaints: string[] = [];
    context.on("request", (request) => requests.push(request.url()));
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    const page = await context.newPage();
    await page.goto(address);
    const opened = new OpenPage(page, requests, complaints);
    await page.locator("#mapping .cm-token-keyword").first().waitFor();
    await opened.report.locator(".given, .problem").first().waitFor();
    return opened;
  }

  /** Puts a text in the place of an editor's, as somebody does who pastes it. */
  async paste(editor: Locator, text: string): Promise<void> {
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await editor.focus();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.press("Control+v");
  }

  /** Types behind all that stands in the mapping. */
  async typeAtEnd(text: string): Promise<void> {
    await this.mapping.focus();
    await this.page.keyboard.press("Control+End");
    await this.page.keyboard.type(text);
  }

  /** The text of an editor as its lines are shown. */
  async textOf(editor: Locator): Promise<string> {
    return (await editor.locator(".cm-line").allTextContents()).join("\n");
  }

  async picture(name: string, { fullPage = false } = {}): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage, animations: "disabled" });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
