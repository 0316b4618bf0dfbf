// npm run playground [-- --serve [PORT]]: builds the playground into packages/playground/dist, a folder that any static server can
// serve; with --serve it also serves it on 127.0.0.1. Run `npm run build` first: the language server is taken as it was built.

import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import "./require-node.mjs";
import { inputsOf, licencesOf } from "./licences.mjs";
import { servePlayground } from "./serve-playground.mjs";
import { root } from "./step.mjs";

const folder = join(root, "packages/playground");
const DIST = join(folder, "dist");
const LANGUAGE_SERVER = join(root, "packages/lsp/dist/browser.js");

/**
 * Writes the playground into a folder, in the place of what was there.
 *
 * @param {string} [dist]
 */
export async function buildPlayground(dist = DIST) {
  const { build } = await import("esbuild");
  const written = `${dist}.new-${process.pid}`;
  await rm(written, { recursive: true, force: true });
  await mkdir(written, { recursive: true });
  /** @type {import("esbuild").BuildOptions & { metafile: true }} */
  const options = {
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    conditions: ["@responses/source"],
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    loader: { ".responses": "text" },
    metafile: true,
  };
  const builds = await Promise.all([
    build({
      ...options,
      entryPoints: ["src/playground.ts"],
      outfile: join(written, "playground.js"),
      format: "esm",
    }),
    build({
      ...options,
      entryPoints: ["src/verdict/verdict-worker.ts"],
      outfile: join(written, "verdict-worker.js"),
      format: "iife",
    }),
  ]);
  await cp(join(folder, "public"), written, { recursive: true });
  await cp(LANGUAGE_SERVER, join(written, "language-server.js"));
  const inputs = builds.flatMap(({ metafile }) => inputsOf(metafile));
  const ofServer = await readFile(join(root, "packages/vscode-extension/dist/licences.txt"), "utf8");
  await writeFile(
    join(written, "licences.txt"),
    `${await licencesOf(inputs)}\n${"-".repeat(80)}\n\n${ofServer}`,
  );
  await rm(dist, { recursive: true, force: true });
  await rename(written, dist);
}

/**
 * What each file of a folder weighs, in bytes: as it is, and compressed by gzip.
 *
 * @param {string} [dist]
 */
export async function sizesOf(dist = DIST) {
  return Promise.all(
    (await readdir(dist)).sort().map(async (name) => {
      const bytes = await readFile(join(dist, name));
      return { name, raw: bytes.length, gzip: (await promisify(gzip)(bytes)).length };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (existsSync(LANGUAGE_SERVER)) {
    await buildPlayground();
    const sizes = await sizesOf();
    /** @param {"raw" | "gzip"} how */
    const total = (how) => `${Math.round(sizes.reduce((sum, size) => sum + size[how], 0) / 1000)} kB`;
    process.stdout.write(
      `built packages/playground/dist: ${total("raw")}, ${total("gzip")} as servers compress it\n`,
    );
    const at = process.argv.indexOf("--serve");
    if (at !== -1) {
      const { address } = await servePlayground(DIST, Number(process.argv[at + 1] ?? 8137));
      process.stdout.write(`serving it at ${address} until it is stopped (Ctrl+C)\n`);
    }
  } else {
    process.stderr.write("There is no packages/lsp/dist/browser.js: run `npm run build` first.\n");
    process.exitCode = 1;
  }
}
