// Writes docs/checks.md from the catalogue of findings; a test compares.
//
//   npm run docs

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);

/** The page's Markdown, made by the library's own source. */
async function renderPage() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("packages/dsl/src/findings/checks-page.ts", root))],
    bundle: true,
    format: "esm",
    write: false,
  });
  const source = outputFiles.map(({ contents }) => Buffer.from(contents).toString("base64")).join("");
  const { checksPage } = await import(`data:text/javascript;base64,${source}`);
  return checksPage();
}

writeFileSync(new URL("docs/checks.md", root), await renderPage());
