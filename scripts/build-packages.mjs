import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { buildCommand } from "./build-command.mjs";
import { buildExtension } from "./build-extension.mjs";
import { buildLanguageServer } from "./build-language-server.mjs";
import { buildSteps } from "./build-steps.mjs";
import { root, run } from "./step.mjs";

/**
 * Builds the library, the language server, the command, the build steps and the extension; tells what goes wrong.
 *
 * @returns {Promise<boolean>} whether all succeeded
 */
export async function buildPackages() {
  // The command and the extension carry the language server.
  const server = buildLanguageServer();
  const builds = await Promise.allSettled([
    buildLibrary(),
    buildSteps(),
    server.then(buildCommand),
    server.then(buildExtension),
  ]);
  for (const result of builds) {
    // What esbuild has to say it has written itself.
    if (result.status === "rejected" && !("errors" in Object(result.reason))) console.error(result.reason);
  }
  return builds.every(({ status }) => status === "fulfilled");
}

/**
 * The library: its two doors index.js and editor.js with their declarations, for whoever bundles or runs on Node, what both
 * need in a file that they share, and browser.js, which has chevrotain inside and runs where there is a
 * <script type="module"> and nothing else.
 */
async function buildLibrary() {
  const folder = join(root, "packages/dsl");
  const dist = join(folder, "dist");
  await rm(dist, { recursive: true, force: true });
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    absWorkingDir: folder,
    bundle: true,
    format: "esm",
    // Not "node": whatever is not there in a browser fails here.
    platform: "browser",
    target: "es2022",
    logLevel: "warning",
  };
  const declarations = run("tsc -p packages/dsl/tsconfig.build.json");
  await build({
    ...options,
    entryPoints: ["src/index.ts", "src/editor.ts"],
    outdir: "dist",
    splitting: true,
    chunkNames: "shared-[hash]",
    external: ["chevrotain"],
  });
  await build({
    ...options,
    entryPoints: ["src/index.ts"],
    outfile: "dist/browser.js",
    minify: true,
    legalComments: "eof",
  });
  const { succeeded, output } = await declarations;
  if (!succeeded) throw new Error(`The declarations could not be written.\n${output}`);
}
