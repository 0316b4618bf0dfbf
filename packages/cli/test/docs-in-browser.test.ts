import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM, startBrowser } from "@responses/testing/browser";
import { run } from "@responses/testing/command";
import { EXAMPLES } from "@responses/testing/mapping-files";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTILE_FILES } from "./support/hostile-mapping.js";

/*
 * What `responses docs` writes, in a real browser: it loads nothing, says nothing on the console, fits a phone, can be read in
 * both colour schemes and can be printed. RESPONSES_PICTURES=FOLDER also takes pictures: look at them, since no test knows what
 * is ugly. Where there is no Chromium all of it is left out, but not in CI.
 */

const PICTURES = process.env.RESPONSES_PICTURES;

/** An index, a mapping with included rules, and texts that try to break out; pictures of smaller and larger ones as well. */
const PAGES = [
  "index.html",
  "leadexec.responses.html",
  "hostile/hostile.responses.html",
  ...(PICTURES === undefined
    ? []
    : [
        "mailchimp-signup.responses.html",
        "cake.responses.html",
        "from-a-platform-screen/before-two-rows.responses.html",
      ]),
];

describe.skipIf(CHROMIUM === undefined && process.env.CI !== "true")("the pages in a real browser", () => {
  let browser: Browser;
  let folder = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "responses-pages-"));
    for (const [name, text] of Object.entries(HOSTILE_FILES)) {
      mkdirSync(dirname(join(folder, "mappings", name)), { recursive: true });
      writeFileSync(join(folder, "mappings", name), text);
    }
    const { exitCode, stderr } = await run(["docs", EXAMPLES, "--out-dir", join(folder, "pages")]);
    expect([stderr, exitCode]).toEqual(["", 0]);
    const own = await run(["docs", join(folder, "mappings"), "--out-dir", join(folder, "pages/hostile")]);
    expect([own.stderr, own.exitCode]).toEqual(["", 0]);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(PAGES)("%s on a phone and on a desk, light and dark", async (name) => {
    const page = await browser.newPage();
    const said = listenTo(page);
    await page.goto(addressOf(name));
    for (const width of [360, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(WIDER_THAN_THE_PAGE)).toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(HARD_TO_READ)).toEqual([]);
        await keepPicture(page, name, `${colorScheme}-${width}`);
      }
    }
    expect(said).toEqual([addressOf(name)]);
    await page.close();
  });

  test.each(PAGES)("%s printed: dark on white, and nothing is cut in two", async (name) => {
    const page = await browser.newPage({ viewport: { width: 680, height: 960 }, colorScheme: "dark" });
    await page.goto(addressOf(name));
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(HARD_TO_READ)).toEqual([]);
    expect(await page.evaluate(CAN_BE_CUT)).toEqual([]);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    await keepPicture(page, name, "printed");
    const file = await page.pdf({ format: "A4" });
    expect(file.subarray(0, 4).toString()).toBe("%PDF");
    await page.close();
  });

  test("the index leads to the pages, and those within themselves", async () => {
    const page = await browser.newPage();
    const said = listenTo(page);
    await page.goto(addressOf("index.html"));
    await page.getByRole("link", { name: "LeadExec" }).click();
    expect(await page.locator("h1").textContent()).toBe("LeadExec");
    await page.getByRole("link", { name: "Examples" }).click();
    await page.getByRole("link", { name: "rule 10" }).last().click();
    expect(page.url()).toBe(`${addressOf("leadexec.responses.html")}#rule-10`);
    expect(said.filter((line) => !line.startsWith("file:"))).toEqual([]);
    await page.close();
  });

  function addressOf(name: string): string {
    return pathToFileURL(join(folder, "pages", name)).href;
  }
});

/** What a page asks for and says, as it comes. */
function listenTo(page: Page): readonly string[] {
  const said: string[] = [];
  page.on("request", (request) => said.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("dialog", (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  return said;
}

async function keepPicture(page: Page, name: string, how: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name.replaceAll("/", "-").replace(".html", "")}-${how}.png`);
  await page.screenshot({ path, fullPage: true });
}

/*
 * What the browser is asked. The policy of the pages allows no script of theirs; what a debugger runs is beside that.
 */

/** The elements that stick out, so that a reader would have to scroll sideways. */
const WIDER_THAN_THE_PAGE = `(() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.closest("thead") === null && element.getBoundingClientRect().right > width + 0.5)
    .map((element) => element.outerHTML.slice(0, 200))
    .concat(document.documentElement.scrollWidth > width ? ["the page"] : []);
})()`;

/** The texts whose contrast with what is behind them is below that of WCAG AA for small text. */
const HARD_TO_READ = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
    .flatMap((element) => {
      const [dark, light] = [getComputedStyle(element).color, behind(element)].map(luminance).sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      return contrast >= 4.5 ? [] : [contrast.toFixed(2) + " " + element.outerHTML.slice(0, 200)];
    });
})()`;

/** The rules, examples and rows that a page break may go through. */
const CAN_BE_CUT = `[...document.querySelectorAll(".rules > li, .items > li, tbody tr")]
  .filter((element) => getComputedStyle(element).breakInside !== "avoid")
  .map((element) => element.outerHTML.slice(0, 200))`;
