import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The repository. */
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Generators read files beside them: in the bundle, each source keeps its own address.
 *
 * @type {import("esbuild").Plugin}
 */
const OWN_ADDRESSES = {
  name: "own addresses",
  setup({ onLoad }) {
    onLoad({ filter: /packages\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: "ts",
    }));
  },
};

/**
 * Bundles TypeScript of a campaign or a benchmark with the sources that it imports, so that Node runs it without their having been built.
 *
 * @param {string} entry its path in the repository
 * @param {string} outfile where the ES module goes
 */
export async function bundleSource(entry, outfile) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    outfile,
    format: "esm",
    platform: "node",
    conditions: ["@responses/source"],
    plugins: [OWN_ADDRESSES],
    logLevel: "warning",
  });
}
