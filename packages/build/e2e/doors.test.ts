import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleSources, MAPPING_FILES } from "./support/examples.js";
import { CACHE, COMMAND } from "./support/places.js";
import { Project } from "./support/project.js";

/*
 * Whatever the tool, a mapping file is the module that `responses compile` writes, byte by byte: each door is called as its tool
 * calls it.
 */

/** What the tools' loads come to: a file's code. */
type Load = (path: string) => string;

type Exports = Readonly<Record<string, unknown>>;

interface Door {
  readonly format: "esm" | "cjs";
  readonly loadOf: (door: Exports) => Load;
}

type RollupLike = (options: object) => {
  load: { handler: (this: object, path: string) => { code: string } };
};
type EsbuildLike = (options: object) => {
  setup(build: {
    initialOptions: object;
    onLoad(options: object, load: (args: { path: string; suffix: string }) => { contents: string }): void;
  }): void;
};
type Loader = (this: object) => void;
type Transformer = { process(text: string, path: string, options: object): { code: string } };

const WITHOUT_TYPES = { types: false };
const silent = {
  meta: { watchMode: false },
  addWatchFile() {},
  warn() {},
  addDependency() {},
  addMissingDependency() {},
  emitWarning() {},
};
/** What esbuild is given behind the module, since it takes maps no other way. */
const MAP = /\/\/# sourceMappingURL=data:application\/json;base64,\S+\n$/;
const rollupLike: Door["loadOf"] = ({ responses }) => {
  const { load } = (responses as RollupLike)(WITHOUT_TYPES);
  return (path) => load.handler.call(silent, path).code;
};
const esbuildLike: Door["loadOf"] = ({ responses }) => {
  let load: Load = () => "";
  (responses as EsbuildLike)(WITHOUT_TYPES).setup({
    initialOptions: {},
    onLoad(_options, given) {
      load = (path) => given({ path, suffix: "" }).contents.replace(MAP, "");
    },
  });
  return load;
};
const jestLike =
  (supportsStaticESM: boolean): Door["loadOf"] =>
  ({ default: transformer }) =>
  (path) =>
    (transformer as Transformer).process("", path, { supportsStaticESM, configString: "" }).code;

const DOORS: Readonly<Record<string, readonly Door[]>> = {
  vite: [{ format: "esm", loadOf: rollupLike }],
  rollup: [{ format: "esm", loadOf: rollupLike }],
  rolldown: [{ format: "esm", loadOf: rollupLike }],
  esbuild: [{ format: "esm", loadOf: esbuildLike }],
  bun: [{ format: "esm", loadOf: esbuildLike }],
  "webpack-loader": [
    {
      format: "esm",
      loadOf:
        ({ default: load }) =>
        (resourcePath) => {
          let given = "";
          (load as Loader).call({
            ...silent,
            resourcePath,
            rootContext: mappings,
            getOptions: () => WITHOUT_TYPES,
            callback: (_error: null, code: string) => {
              given = code;
            },
          });
          return given;
        },
    },
  ],
  jest: [
    { format: "esm", loadOf: jestLike(true) },
    { format: "cjs", loadOf: jestLike(false) },
  ],
};

const mappings = new Project("doors", exampleSources()).path("src/mappings");
const written = mkdtempSync(join(tmpdir(), "responses-compiled-"));

beforeAll(() => {
  for (const format of ["esm", "cjs"]) {
    execFileSync(process.execPath, [
      COMMAND,
      "compile",
      mappings,
      "--format",
      format,
      "--out-dir",
      join(written, format),
    ]);
  }
});

afterAll(() => rmSync(written, { recursive: true, force: true }));

test.for(Object.entries(DOORS))("%s gives what `responses compile` writes", async ([name, doors]) => {
  const file = join(CACHE, "node_modules/@responses/build/dist", `${name}.js`);
  const door = (await import(pathToFileURL(file).href)) as Exports;
  for (const { format, loadOf } of doors) {
    const load = loadOf(door);
    for (const path of MAPPING_FILES) {
      const wanted = readFileSync(
        join(written, format, `${path}.${format === "esm" ? "mjs" : "cjs"}`),
        "utf8",
      );
      expect(load(join(mappings, path)) === wanted, `${format} of ${path}`).toBe(true);
    }
  }
});
