import { join } from "node:path";
import { HERE, toolFile } from "../support/places.js";
import { type CommandLine, type Ended, Running, run } from "../support/processes.js";
import type { Project } from "../support/project.js";
import { shownFile } from "../support/readme.js";
import { WatchedOutput } from "../support/watched-output.js";

/** A bundler: how it is configured and called. */
export interface Bundler {
  readonly name: string;
  /** Its configuration, by the name of its file. */
  readonly files: Readonly<Record<string, string>>;
  readonly build: CommandLine;
  readonly watch: CommandLine;
  /** The module that it makes of src/main.js. */
  readonly output: string;
  /** What the tests add to its configuration. */
  readonly more: object;
  /** What makes its cache outlive a run, added to its configuration; null where there is no such cache. */
  readonly cached: object | null;
}

const node = (...words: readonly string[]): CommandLine => [process.execPath, ...words];
const webpackRun = (name: string, ...words: readonly string[]): CommandLine =>
  node(join(HERE, "tools/webpack-run.mjs"), name, ...words);

export const BUNDLERS: readonly Bundler[] = [
  {
    name: "Vite",
    files: { "vite.config.js": shownFile("vite.config.js") },
    build: node(toolFile("vite/bin/vite.js"), "build", "--ssr", "src/main.js"),
    watch: node(toolFile("vite/bin/vite.js"), "build", "--ssr", "src/main.js", "--watch"),
    output: "dist/main.js",
    more: {},
    cached: null,
  },
  {
    name: "Rollup",
    files: { "rollup.config.js": shownFile("rollup.config.js") },
    build: node(toolFile("rollup/dist/bin/rollup"), "-c"),
    watch: node(toolFile("rollup/dist/bin/rollup"), "-c", "-w", "--no-watch.clearScreen"),
    output: "dist/main.js",
    more: {},
    cached: null,
  },
  {
    name: "Rolldown",
    files: { "rolldown.config.js": shownFile("rolldown.config.js") },
    build: node(toolFile("rolldown/bin/cli.mjs"), "-c"),
    watch: node(toolFile("rolldown/bin/cli.mjs"), "-c", "-w"),
    output: "dist/main.js",
    more: {},
    cached: null,
  },
  {
    name: "esbuild",
    files: {
      "build.mjs": shownFile("build.mjs"),
      "watch.mjs": shownFile("build.mjs")
        .replace("import { build }", "import { context }")
        .replace("await build(", "const { watch } = await context(")
        .concat("await watch();\n"),
    },
    build: node("build.mjs"),
    watch: node("watch.mjs"),
    output: "dist/main.js",
    more: {},
    cached: null,
  },
  {
    name: "webpack",
    files: { "webpack.config.js": shownFile("webpack.config.js") },
    build: webpackRun("webpack"),
    watch: webpackRun("webpack", "--watch"),
    output: "dist/main.js",
    // Its minifier takes most of the time, and the same is done by Rspack's.
    more: { optimization: { minimize: false } },
    cached: { cache: { type: "filesystem" } },
  },
  {
    name: "Rspack",
    files: { "rspack.config.js": shownFile("rspack.config.js") },
    build: webpackRun("@rspack/core"),
    watch: webpackRun("@rspack/core", "--watch"),
    output: "dist/main.js",
    more: {},
    cached: { cache: { type: "persistent" } },
  },
];

/** Builds a project. */
export function build({ build, more }: Bundler, project: Project, added: object = {}): Promise<Ended> {
  return run(build, project.folder, { MORE: JSON.stringify({ ...more, ...added }) });
}

/** Begins to watch a project. */
export function watch({ watch, more, output }: Bundler, project: Project): WatchedOutput {
  const tool = new Running(watch, project.folder, { MORE: JSON.stringify(more) });
  return new WatchedOutput(tool, project, output);
}
