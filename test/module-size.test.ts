import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { EXAMPLES, mappingFilesIn, SYSTEMS } from "@responses/testing/mapping-files";
import { buildSync, transformSync } from "esbuild";
import { expect, test } from "vitest";
import { mappingOf, moduleOf } from "../bench/library.mjs";

/* What a page or a function at the edge loads. docs/performance.md has the sizes of other modules. */

/** Bytes, minified and gzipped. */
const MOST_BYTES = 4000;

const TEN_RULES = `error status 500..599
success keyword "application accepted"
reject keyword "duplicate"
reject keyword "already exists" as Duplicate
reject keyword "invalid phone" as Phone
reject keyword "not covered" as Area
reject keyword "daily cap reached" as Cap
reject keyword "age" as Age
error keyword "internal server error"
success status 200
`;

test(`a module of ten rules without fields has less than ${MOST_BYTES} bytes`, () => {
  const { code } = transformSync(moduleOf(mappingOf(TEN_RULES)), { minify: true, format: "esm" });
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(MOST_BYTES);
});

interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** Of a bundle of all mappings in `src` of a folder. */
async function bundleOf(cwd: string, options: readonly string[]): Promise<Size> {
  const outDir = ["out", ...options].join("");
  const { exitCode, stdout } = await run(["compile", "src", "--index", "--out-dir", outDir, ...options], {
    cwd,
  });
  expect(exitCode, stdout).toBe(0);
  const { outputFiles } = buildSync({
    entryPoints: [join(cwd, outDir, "index.mjs")],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error("there is no bundle");
  return { minified: bundle.contents.length, gzipped: gzipSync(bundle.contents, { level: 9 }).length };
}

test("a bundle of 30 mappings that share the runtime is a quarter of what it is where each carries it, or less", async () => {
  const examples = mappingFilesIn(EXAMPLES).map(({ name, text }) => [`src/examples/${name}`, text]);
  const systems = mappingFilesIn(SYSTEMS).map(({ name, text }) => [`src/systems/${name}`, text]);
  const cwd = folderWith(Object.fromEntries([...examples, ...systems].slice(0, 30)));
  const carried = await bundleOf(cwd, []);
  const shared = await bundleOf(cwd, ["--shared-runtime"]);
  if (process.env.RESPONSES_SIZES !== undefined)
    process.stdout.write(`${JSON.stringify({ carried, shared })}\n`);
  expect(shared.minified).toBeLessThan(carried.minified / 4);
  expect(shared.gzipped).toBeLessThan(carried.gzipped / 4);
});
