import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { inputsOf } from "./licences.mjs";
import { root } from "./step.mjs";

const folder = join(root, "packages/lsp");
const dist = join(folder, "dist");

/** The bundle of the language server for Node, which the command and the extension carry. */
export const LANGUAGE_SERVER = join(dist, "language-server.mjs");

/**
 * Writes packages/lsp/dist anew: language-server.mjs for Node with everything inside, and browser.js for a worker. Gives
 * the paths of the files that went into them, from the root.
 */
export async function buildLanguageServer() {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const options = /** @type {const} */ ({
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
    define: { RESPONSES_VERSION: JSON.stringify(version) },
    metafile: true,
  });
  const builds = await Promise.all([
    build({
      ...options,
      conditions: ["@responses/source"],
      entryPoints: ["src/node.ts"],
      outfile: LANGUAGE_SERVER,
      platform: "node",
      target: "node20.19",
      // For what it logs of its own faults. In the browser's they would be a thirtieth of the extension's archive.
      keepNames: true,
      format: "esm",
      // What the protocol's library requires at run time is there in CommonJS only.
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
    }),
    build({
      ...options,
      conditions: ["@responses/source"],
      entryPoints: ["src/browser.ts"],
      outfile: join(dist, "browser.js"),
      platform: "browser",
      target: "es2022",
      format: "iife",
    }),
  ]);
  return builds.flatMap(({ metafile }) => inputsOf(metafile));
}
