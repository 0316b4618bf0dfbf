import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderMarkdown } from "../scripts/site/markdown.mjs";
import { NAVIGATION, PAGES } from "../scripts/site/pages.mjs";
import { writeSite } from "../scripts/site/site.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "responses-site-"));
let faults: readonly string[] = [];

beforeAll(async () => {
  faults = await writeSite(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of the site, by their paths in it. */
function filesOfSite(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

test("no page of docs/ is forgotten", () => {
  const pages = readdirSync(join(root, "docs"), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".md"));
  expect(
    pages.map((path) => `docs/${path}`).filter((path) => !PAGES.some(({ source }) => source === path)),
  ).toEqual([]);
  expect(NAVIGATION.length).toBeGreaterThan(2);
});

test("every link to a heading leads to one", () => {
  expect(faults).toEqual([]);
});

test("every link to a file of the site, picture or style leads to one, and none to another host but by a click", () => {
  const pages = filesOfSite().filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(PAGES.length);
  const broken = pages.flatMap((page) => {
    const html = readFileSync(join(folder, page), "utf8");
    const addresses = [...html.matchAll(/(?:href|src)="([^"#]+)(?:#[^"]*)?"/g)].map(
      ([, address = ""]) => address,
    );
    const own = addresses.filter((address) => !/^(https?|mailto):/.test(address));
    expect(html).not.toMatch(/src="https?:/);
    return own
      .filter((address) => !existsSync(join(folder, dirname(page), address)))
      .map((address) => `${page}: ${address}`);
  });
  expect(broken).toEqual([]);
});

test("the pages run no script and are read by every reader", () => {
  for (const page of filesOfSite().filter((path) => path.endsWith(".html"))) {
    const html = readFileSync(join(folder, page), "utf8");
    expect(html, page).not.toContain("<script");
    expect(html.match(/<h1/g)?.length, page).toBe(1);
    expect(html, page).toContain('<html lang="en">');
    expect(html, page).toContain("default-src 'none'");
  }
});

describe("Markdown becomes HTML", () => {
  const render = (markdown: string) =>
    renderMarkdown(markdown, (address) => (address === "gone" ? null : address)).html.trim();

  test.each<readonly [string, string, string]>([
    [
      "anchors as GitHub's",
      "# The `as` *word*: a & b",
      '<h1 id="the-as-word-a--b">The <code>as</code> <em>word</em>: a &amp; b</h1>',
    ],
    ["equal headings", "# A\n\n## A", '<h1 id="a">A</h1>\n<h2 id="a-1">A</h2>'],
    ["a link to what is not there is none", "[x](gone) [y](y.html)", '<p>x <a href="y.html">y</a></p>'],
    ["code is escaped", "```sh\na < b && c\n```", "<pre><code>a &lt; b &amp;&amp; c</code></pre>"],
    [
      "a mapping has colours",
      '```responses file=a.responses\nsuccess keyword "<b>" # why\n```',
      '<pre><code><span class="verdict">success</span> <span class="word">keyword</span> <span class="text">&quot;&lt;b&gt;&quot;</span> <span class="comment"># why</span></code></pre>',
    ],
    [
      "tables",
      "| a | b |\n| --- | --- |\n| 1 | `x` |",
      '<div class="wide" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td><code>x</code></td></tr></tbody></table></div>',
    ],
  ])("%s", (_, markdown, html) => {
    expect(render(markdown)).toBe(html);
  });
});
