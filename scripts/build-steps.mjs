import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { inputsOf, licencesOf } from "./licences.mjs";
import { root, run } from "./step.mjs";

const folder = join(root, "packages/build");
const dist = join(folder, "dist");

/** Stands in the compiler's code for the digest of that code. */
const DIGEST_TO_COME = "DIGEST-OF-THE-COMPILER";

/** What bundlers and Node load: the package's doors, but for the types, and what two of them name by its file. */
const ENTRIES = [
  "vite",
  "rollup",
  "rolldown",
  "esbuild",
  "webpack",
  "rspack",
  "next",
  "jest",
  "register",
  "bun",
  "webpack-loader",
  "register-hooks",
];

/**
 * Writes packages/build/dist anew: the doors, each a small file, and compiler.cjs, which they load when they meet the first mapping
 * file; a CommonJS file, since some of them may not wait.
 */
export async function buildSteps() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  const options = /** @type {const} */ ({
    absWorkingDir: folder,
    bundle: true,
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  });
  const [compiler] = await Promise.all([
    build({
      ...options,
      conditions: ["@responses/source"],
      metafile: true,
      entryPoints: ["src/core/compiler.ts"],
      format: "cjs",
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "none",
      write: false,
      define: { COMPILER_DIGEST: JSON.stringify(DIGEST_TO_COME) },
      outfile: "dist/compiler.cjs",
    }),
    build({
      ...options,
      conditions: ["@responses/source"],
      entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
      format: "esm",
      outdir: "dist",
    }),
    writeDeclarations(),
  ]);
  const [bundle] = compiler.outputFiles;
  if (bundle === undefined) throw new Error("esbuild wrote nothing");
  const digest = createHash("sha256").update(bundle.contents).digest("hex");
  await writeFile(join(dist, "compiler.cjs"), bundle.text.replaceAll(DIGEST_TO_COME, digest));
  await writeFile(join(dist, "licences.txt"), await licencesOf(inputsOf(compiler.metafile)));
}

/** The declarations of the doors, and what these import: nothing of other packages. */
async function writeDeclarations() {
  const written = await mkdtemp(join(tmpdir(), "responses-declarations-"));
  try {
    const { succeeded, output } = await run(
      `tsc -p packages/build/tsconfig.build.json --outDir "${written}"`,
    );
    if (!succeeded) throw new Error(`The declarations could not be written.\n${output}`);
    await copyReachable(join(written, "packages/build/src"));
  } finally {
    await rm(written, { recursive: true, force: true });
  }
}

/** @param {string} written where the declarations of all sources are */
async function copyReachable(written) {
  const { exports } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const wanted = Object.values(exports).flatMap(({ types }) => /^\.\/dist\/(.*)$/.exec(types)?.[1] ?? []);
  const taken = new Set();
  for (const file of wanted) {
    if (taken.has(file)) continue;
    taken.add(file);
    const text = await readFile(join(written, file), "utf8");
    for (const [, path = ""] of text.matchAll(/from "([^"]*)"/g)) {
      if (!path.startsWith("."))
        throw new Error(`the declarations of ${file} need ${path}, which is not packed`);
      wanted.push(join(dirname(file), path.replace(/\.js$/, ".d.ts")));
    }
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await copyFile(join(written, file), join(dist, file));
  }
}
