import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../step.mjs";
import { colouredMapping } from "./coloured-mapping.mjs";
import { escapeHtml } from "./escape-html.mjs";
import { renderMarkdown } from "./markdown.mjs";
import { NAVIGATION, PAGES } from "./pages.mjs";

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Writes the site: the pages of the navigation as HTML, their pictures, and one style sheet. It needs no server and no network.
 *
 * @param {string} folder is emptied first
 * @returns {Promise<readonly string[]>} what is wrong with links: to no heading, or to no file of the repository
 */
export async function writeSite(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(fileURLToPath(new URL("page.css", import.meta.url)), join(folder, "page.css"));
  /** @type {Map<string, ReadonlySet<string>>} */
  const anchors = new Map();
  /** @type {{ source: string, target: string, anchor: string }[]} */
  const links = [];
  const pictures = new Set();
  const mappings = new Set();
  const faults = [];
  for (const page of PAGES) {
    const resolveLink = (/** @type {string} */ address) => {
      if (/^[a-z]+:/.test(address)) return address;
      const [path = "", anchor = ""] = address.split("#");
      const source = path === "" ? page.source : posix.join(posix.dirname(page.source), path);
      const target = PAGES.find((other) => other.source === source)?.target;
      if (target !== undefined) {
        if (anchor !== "") links.push({ source: page.source, target, anchor });
        return from(page.target, target) + (anchor === "" ? "" : `#${anchor}`);
      }
      if (/\.(png|svg)$/.test(source)) {
        pictures.add(source);
        return from(page.target, `pictures/${posix.basename(source)}`);
      }
      if (!source.endsWith(".responses")) return null;
      mappings.add(source);
      return from(page.target, mappingTarget(source));
    };
    const rendered = renderMarkdown(await readFile(join(root, page.source), "utf8"), resolveLink);
    anchors.set(page.target, rendered.anchors);
    await mkdir(dirname(join(folder, page.target)), { recursive: true });
    await writeFile(join(folder, page.target), pageHtml(page, rendered));
  }
  for (const picture of pictures)
    await cp(join(root, picture), join(folder, "pictures", posix.basename(picture)));
  for (const source of mappings) {
    const text = await readFile(join(root, source), "utf8");
    const target = mappingTarget(source);
    await mkdir(dirname(join(folder, target)), { recursive: true });
    const html = `<h1>${escapeHtml(source)}</h1>\n<pre><code>${colouredMapping(text)}</code></pre>\n`;
    await writeFile(join(folder, target), pageHtml({ target }, { title: escapeHtml(source), html }));
  }
  for (const { source, target, anchor } of links) {
    if (!anchors.get(target)?.has(anchor))
      faults.push(`${source} links to #${anchor}, which ${target} does not have`);
  }
  return faults;
}

/** @param {string} source a mapping file that a page links to */
function mappingTarget(source) {
  return source.replace(/\.responses$/, ".html");
}

/**
 * The address of a page or file of the site, seen from a page.
 *
 * @param {string} page
 * @param {string} target
 */
function from(page, target) {
  return posix.relative(posix.dirname(page), target);
}

/**
 * @param {Pick<import("./pages.mjs").SitePage, "target">} page
 * @param {Pick<import("./markdown.mjs").RenderedPage, "title" | "html">} rendered
 */
function pageHtml({ target: own }, { title, html }) {
  const sections = NAVIGATION.map(({ heading, pages }) => {
    const items = pages.map(({ target, title: name }) => {
      const current = target === own ? ' aria-current="page"' : "";
      return `<li><a href="${from(own, target)}"${current}>${escapeHtml(name)}</a></li>`;
    });
    return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${own === "index.html" ? "Responses" : `${title} · Responses`}</title>
<link rel="stylesheet" href="${from(own, "page.css")}">
</head>
<body>
<div class="frame">
<main>
<p class="to-pages"><a href="#pages">All pages</a></p>
${html}</main>
<nav id="pages" aria-label="Pages">
<a class="home" href="${from(own, "index.html")}">Responses</a>
${sections.join("\n")}
</nav>
</div>
</body>
</html>
`;
}
