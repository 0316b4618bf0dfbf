import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, startBrowser } from "@responses/testing/browser";
import type { Browser, BrowserContextOptions, Worker } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildPlayground, sizesOf } from "../../../scripts/build-playground.mjs";
import { servePlayground } from "../../../scripts/serve-playground.mjs";
import { OpenPage } from "./support/open-page.js";

/*
 * The page as it is built, in a real browser: run `npm run build` first (`npm test` does). Where there is no Chromium what needs it is
 * left out, but not in CI. RESPONSES_PICTURES=FOLDER also takes pictures, to be looked at.
 */

/** The bound of the page with all that it loads, in bytes as servers compress it; today it is 670 kB. */
const MOST_BYTES = 2_000_000;

const ACME = `reject  json "$.reason" exact "no-match" as "No Demand"
success keyword "valid"

example 200 '{"response":"valid"}' is success
example 200 '{"response":"no","reason":"no-match"}' is reject "No Demand"
`;

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 800 },
  isMobile: true,
  hasTouch: true,
};

const folder = mkdtempSync(join(tmpdir(), "responses-playground-"));
const dist = join(folder, "dist");
let site = { address: "", close: () => {} };

beforeAll(async () => {
  await buildPlayground(dist);
  site = await servePlayground(dist, 0);
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

test("all of it is below 2 MB compressed", async () => {
  const sizes = await sizesOf(dist);
  expect(sizes.map(({ name }) => name)).toEqual([
    "icon.svg",
    "index.html",
    "language-server.js",
    "licences.txt",
    "page.css",
    "playground.js",
    "verdict-worker.js",
  ]);
  expect(sizes.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThan(MOST_BYTES);
});

test("its files are served, and no others", async () => {
  const statusOf = async (path: string) => (await fetch(new URL(path, site.address))).status;
  expect(await statusOf("/")).toBe(200);
  expect(await statusOf("/page.css")).toBe(200);
  expect(await statusOf("/..%2fdist%2fpage.css")).toBe(404);
  expect(await statusOf("/licences.txt/x")).toBe(404);
});

if (CHROMIUM !== undefined || process.env.CI === "true") {
  describe("in a browser", () => {
    let browser: Browser;
    /** Opening takes longest, so most tests share a page. */
    let shared: OpenPage;
    const pages = new Set<OpenPage>();
    beforeAll(async () => {
      browser = await startBrowser();
      shared = await open();
    });
    afterAll(() => browser.close());

    /** Nothing left the pages, and the browser had nothing to complain about. */
    afterEach(() => {
      const own = new RegExp(`^(blob:)?${site.address}`);
      for (const { requests, complaints } of pages) {
        expect(requests.filter((url) => !own.test(url))).toEqual([]);
        expect(complaints).toEqual([]);
      }
    });

    async function open(fragment = "", options: BrowserContextOptions = {}): Promise<OpenPage> {
      const opened = await OpenPage.open(browser, `${site.address}${fragment}`, options);
      pages.add(opened);
      return opened;
    }

    /** Puts a mapping and a response that it takes into a page. */
    async function withAcme(opened: OpenPage): Promise<OpenPage> {
      await opened.paste(opened.mapping, ACME);
      await opened.paste(opened.response, '{"response":"valid"}');
      await opened.page.locator("#status").fill("200");
      await expect.poll(() => opened.report.textContent()).toContain('success keyword "valid"');
      return opened;
    }

    test("opens with the starter file and its first response, from its own files alone", async () => {
      const { page, report, requests } = shared;
      expect(await report.locator(".given").textContent()).toContain("success");
      expect(await page.locator("#response .cm-evidence").textContent()).toBe("accepted");
      await page.locator("#mapping .cm-token-comment").first().waitFor();
      expect(new Set(requests.filter((url) => !url.startsWith("blob:")))).toEqual(
        new Set(
          ["", "icon.svg", "language-server.js", "page.css", "playground.js", "verdict-worker.js"].map(
            (name) => site.address + name,
          ),
        ),
      );
    });

    test("findings with their fixes: a mapping is broken and mended", async () => {
      const { page, mapping, report } = await withAcme(shared);
      await shared.typeAtEnd("rejct otherwise");
      const broken = page.locator("#mapping .cm-lintRange-error");
      await broken.waitFor();
      await expect.poll(() => report.textContent()).toMatch(/^The mapping cannot be run: .*line 6$/s);
      expect(await page.locator("#add-example").isDisabled()).toBe(true);
      await page.locator("#findings", { hasText: "Findings (2)" }).waitFor();
      // Of two findings the next one from the end is the first.
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("F8");
      const finding = page.locator("#mapping .cm-diagnostic");
      await expect.poll(() => finding.textContent()).toContain('"valid" is also part of "invalid"');
      const fixes = [
        'Write json "$.response" exact "valid"',
        'Write word "valid" and not keyword "not valid"',
      ];
      const ignoring = "Ignore keyword-inside-word here, and say why";
      await expect.poll(() => finding.getByRole("button").allTextContents()).toEqual([...fixes, ignoring]);
      await shared.picture("finding");
      await page.locator("#findings", { hasText: "Findings (2)" }).click();
      const list = page.locator("#mapping .cm-panel-lint");
      await shared.picture("findings");
      await list.getByRole("option", { name: "rejct" }).getByRole("button").first().click();
      await broken.waitFor({ state: "detached" });
      await expect.poll(() => shared.textOf(mapping)).toContain("\nreject otherwise");
      await page.locator("#findings").click();
      await list.waitFor({ state: "detached" });
      expect(await page.locator("#findings").getAttribute("aria-expanded")).toBe("false");
      await expect.poll(() => report.textContent()).toContain("success");
    });

    test("hover, completion and formatting", async () => {
      const { page, mapping } = await withAcme(shared);
      await page.locator("#mapping .cm-token-keyword", { hasText: "reject" }).first().hover();
      const hover = page.locator("#mapping .cm-lsp-hover-tooltip");
      await expect.poll(() => hover.textContent()).toContain("Matches 1 of 2 examples");
      await shared.picture("hover");
      await shared.typeAtEnd('\nreject   json "');
      const list = page.locator("#mapping .cm-tooltip-autocomplete");
      await expect.poll(() => list.textContent()).toContain("$.reason");
      await shared.picture("completion");
      await list.getByRole("option", { name: "$.response" }).click();
      await page.keyboard.press("End");
      await page.keyboard.type(" empty");
      await page.keyboard.press("Escape");
      await page.locator("#format").click();
      await expect.poll(() => shared.textOf(mapping)).toContain('\nreject json "$.response" empty');
    });

    test("verdict and trace follow mapping and response, and the response becomes an example", async () => {
      const { page, mapping, response, report } = await withAcme(shared);
      await shared.paste(response, '{"reason":"no-match"}');
      await expect.poll(() => report.locator(".given").textContent()).toContain("reject No Demand");
      expect(await page.locator("#response .cm-evidence").textContent()).toBe("no-match");
      await page.locator("#status").fill("503");
      await expect.poll(() => report.locator(".given").textContent()).toContain("for status 503");
      await shared.typeAtEnd("\nerror status 5xx");
      await expect.poll(() => report.textContent()).toContain("Hold as well, but are further down");
      await report.getByRole("button", { name: "line 1" }).click();
      await expect
        .poll(() => page.locator("#mapping .cm-activeLine").textContent())
        .toContain("reject  json");
      await page.locator("#add-example").click();
      const example = `example 503 '{"reason":"no-match"}' is reject "No Demand"`;
      await expect.poll(() => shared.textOf(mapping)).toContain(`\nerror status 5xx\n${example}\n`);
    });

    test("an answer with its headers has a status of its own", async () => {
      const { page, response, report } = await withAcme(shared);
      await shared.paste(response, "HTTP/2 422\ncontent-type: text/plain\n\nit is valid");
      await expect.poll(() => report.locator(".given").textContent()).toMatch(/^success.*for status 422$/s);
      expect(await page.locator("#response .cm-evidence").textContent()).toBe("valid");
      expect(await page.locator("#status").isDisabled()).toBe(true);
      await shared.paste(response, "HTTP/2 422\nno header\n\nit is valid");
      await expect.poll(() => report.textContent()).toContain("line 2");
    });

    test("a link brings both texts to a fresh page, and to one that is open", async () => {
      const first = await withAcme(shared);
      await first.page.locator("#status").fill("201");
      await first.page.locator("#copy-link").click();
      await expect
        .poll(() => first.page.locator("#notice").textContent())
        .toMatch(/^The link is copied \(\d+ /);
      const link = await first.page.evaluate(() => navigator.clipboard.readText());
      expect(link).toMatch(/\/#v1\.[\w-]+$/);
      const second = await open(new URL(link).hash);
      expect(await second.textOf(second.mapping)).toBe(ACME);
      expect(await second.textOf(second.response)).toBe('{"response":"valid"}');
      expect(await second.page.locator("#status").inputValue()).toBe("201");
      await second.paste(second.response, "{}");
      await expect.poll(() => second.page.evaluate(() => location.hash)).not.toBe(new URL(link).hash);
      await second.page.evaluate((hash) => location.assign(hash), new URL(link).hash);
      await expect.poll(() => second.textOf(second.response)).toBe('{"response":"valid"}');
    });

    test("a broken link is said to be one, and the starter file is there", async () => {
      const opened = await open("#v1.kaputt");
      expect(await opened.page.locator("#notice").textContent()).toMatch(/^The link cannot be read: /);
      expect(await opened.textOf(opened.mapping)).toContain('system "Example system"');
      await opened.picture("broken-link");
      // What a script in the page or in its workers would try, the browser refuses, and says so.
      pages.delete(opened);
      const refused = opened.complaints.length;
      const places: readonly Pick<Worker, "evaluate">[] = [opened.page, ...opened.page.workers()];
      expect(places).toHaveLength(3);
      for (const place of places) {
        const reached = place.evaluate((address) => fetch(address).then(() => "reached"), site.address);
        await expect(reached).rejects.toThrow("Failed to fetch");
      }
      expect(refused).toBe(0);
      await expect.poll(() => opened.complaints.join("\n")).toContain("connect-src 'none'");
      await opened.close();
    });

    test("every mapping to begin with can be run, and gives its first response a verdict", async () => {
      const { page, report } = shared;
      const examples = page.locator("#examples");
      const titles = (await examples.locator("option").allTextContents()).slice(1);
      expect(titles.length).toBeGreaterThan(5);
      for (const title of titles) {
        await report.evaluate((element) => element.replaceChildren());
        await examples.selectOption(title);
        await expect.poll(() => report.locator(".decides").count(), { message: title }).toBe(1);
      }
    });

    test("everything is reached by the keyboard", async () => {
      const { page } = shared;
      const reached = new Set<string>();
      await page.locator("#examples").focus();
      for (let step = 0; step < 12; step += 1) {
        reached.add(await page.evaluate(() => document.activeElement?.id ?? ""));
        await page.keyboard.press("Tab");
      }
      for (const id of [
        "examples",
        "copy-link",
        "findings",
        "format",
        "mapping",
        "status",
        "response",
        "add-example",
      ]) {
        expect([...reached], id).toContain(id);
      }
    });

    test("is readable on a phone: all parts below each other, nothing wider than the screen", async () => {
      const opened = await withAcme(await open("", PHONE));
      const { page } = opened;
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0]).toBe(widths[1]);
      const tops = await page
        .locator("main > section")
        .evaluateAll((sections) => sections.map((section) => section.getBoundingClientRect().top));
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
      expect(new Set(tops).size).toBe(3);
      await opened.picture("phone", { fullPage: true });
    });

    test("follows the system's colours", async () => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const { page } = await withAcme(shared);
      await shared.picture("light");
      const light = await background();
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await background()).not.toBe(light);
      await page.locator("#mapping .cm-lintRange-warning").hover();
      await page.locator("#mapping .cm-diagnostic").waitFor();
      await shared.picture("dark");
    });
  });
}
