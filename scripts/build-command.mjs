import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { nodeBuild } from "../packages/cli/launcher/node-build.mjs";
import { LANGUAGE_SERVER } from "./build-language-server.mjs";
import { inputsOf, licencesOf } from "./licences.mjs";
import { root } from "./step.mjs";

/*
 * The command, made to start fast (docs/decisions/0004-code-cache.md): one bundle of everything, beside it what V8 made
 * of it when it ran once, and the launcher responses.mjs, which gives both to V8. The names of bundle and cache are made
 * of the bundle's text, so that a launcher never pairs what does not belong together. What its threads run is a bundle too.
 */

const folder = join(root, "packages/cli");
const dist = join(folder, "dist");

const esbuildOptions = /** @type {const} */ ({
  absWorkingDir: folder,
  bundle: true,
  platform: "node",
  target: "node20.19",
  minifySyntax: true,
  logLevel: "warning",
  write: false,
});

/**
 * Writes packages/cli/dist anew.
 *
 * @param {readonly string[]} serverInputs the files that the language server is made of
 */
export async function buildCommand(serverInputs) {
  await mkdir(dist, { recursive: true });
  const worker = await writeWorker();
  const { code: bundle, metafile } = await bundleCommand(worker);
  const name = `bundle-${digestOf(bundle)}`;

  await writeFile(join(dist, `${name}.cjs`), bundle);
  await writeCodeCache(name);
  await writeFile(join(dist, "licences.txt"), await licencesOf([...inputsOf(metafile), ...serverInputs]));
  await writeLauncher(name);
  await copyFile(LANGUAGE_SERVER, join(dist, "language-server.mjs"));
  await copyFile(join(root, "docs/language.md"), join(dist, "language.md"));
  await removeOthers([`${name}.cjs`, `${name}.cache`, worker]);
}

/**
 * The command as one bundle, in ASCII.
 *
 * @param {string} worker the name of the bundle that its threads run
 * @param {import("esbuild").Plugin[]} [plugins] what changes its sources
 */
export async function bundleCommand(worker, plugins = []) {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const { outputFiles, metafile } = await build({
    ...esbuildOptions,
    entryPoints: ["src/responses.ts"],
    conditions: ["@responses/source"],
    format: "cjs",
    define: {
      RESPONSES_VERSION: JSON.stringify(version),
      NDJSON_WORKER: JSON.stringify(worker),
      "import.meta.url": "importMetaUrl",
    },
    plugins,
    metafile: true,
    outfile: "dist/bundle.cjs",
  });
  return { code: inAscii(onlyFile(outputFiles).text), metafile };
}

/** The bundle that threads run, whose name is in that of the command. Gives its name; it has nothing that the command has not. */
async function writeWorker() {
  const { outputFiles } = await build({
    ...esbuildOptions,
    entryPoints: ["src/ndjson/worker.ts"],
    conditions: ["@responses/source"],
    format: "cjs",
    outfile: "dist/bundle-worker.cjs",
  });
  const code = onlyFile(outputFiles).text;
  const name = `bundle-worker-${digestOf(code)}.cjs`;
  await writeFile(join(dist, name), code);
  return name;
}

/** @param {string} code */
function digestOf(code) {
  return createHash("sha256").update(code).digest("hex").slice(0, 12);
}

/** @param {string} name */
async function writeLauncher(name) {
  const { outputFiles } = await build({
    ...esbuildOptions,
    entryPoints: ["launcher/responses.mjs"],
    format: "esm",
    define: { BUNDLE: JSON.stringify(name), BUILT_WITH: JSON.stringify(nodeBuild()) },
    outfile: "dist/responses.mjs",
  });
  const path = join(dist, "responses.mjs");
  await writeFile(path, onlyFile(outputFiles).contents);
  await chmod(path, 0o755);
}

/**
 * The launcher reads the bundle without decoding it. esbuild writes strings and names in ASCII; what it leaves are regular
 * expressions and comments, where this escape means the same.
 *
 * @param {string} code
 */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * @template File
 * @param {readonly File[]} files
 */
function onlyFile([file]) {
  if (file === undefined) throw new Error("esbuild wrote nothing");
  return file;
}

/**
 * Runs the command once on a small file and keeps what V8 compiled for it.
 *
 * @param {string} name
 */
async function writeCodeCache(name) {
  await promisify(execFile)(process.execPath, [
    join(folder, "launcher/write-code-cache.mjs"),
    join(dist, `${name}.cjs`),
    join(dist, `${name}.cache`),
    join(folder, "launcher/sample.responses"),
  ]);
}

/** @param {readonly string[]} names what the launcher refers to; bundles and caches of earlier builds go */
async function removeOthers(names) {
  for (const file of await readdir(dist)) {
    if (file.startsWith("bundle") && !names.includes(file)) await rm(join(dist, file));
  }
}
