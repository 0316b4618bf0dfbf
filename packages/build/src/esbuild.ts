import type { PluginOptions } from "./adapters/options.js";
import { RUNTIME_NAME } from "./adapters/runtime-name.js";
import type { Problem, ProblemPlace } from "./core/problem.js";
import { fixText, headline, shownPath } from "./core/problem-text.js";
import { compiler } from "./lazy-compiler.js";

export type { PluginOptions as ResponsesOptions } from "./adapters/options.js";

/** A plugin for esbuild, whose types it fits without importing them. */
export interface ResponsesPlugin {
  readonly name: "responses";
  setup(build: EsbuildBuild): void;
}

/** What the plugin uses of esbuild. */
interface EsbuildBuild {
  readonly initialOptions: { readonly absWorkingDir?: string };
  onResolve(
    options: { filter: RegExp },
    callback: (args: { readonly path: string }) => { path: string; namespace: string; sideEffects: false },
  ): void;
  onLoad(
    options: { filter: RegExp; namespace: string },
    callback: (args: { readonly path: string; readonly suffix: string }) => LoadResult | undefined,
  ): void;
}

interface LoadResult {
  contents?: string;
  loader?: "js";
  watchFiles?: string[];
  errors?: Message[];
  warnings?: Message[];
}

interface Message {
  text: string;
  location: Location | null;
  notes: Note[];
}

interface Note {
  text: string;
  location: Location | null;
}

/** A stretch of a line: the line from 1, column and length in UTF-8 bytes, the column from 0. */
interface Location {
  file: string;
  line: number;
  column: number;
  length: number;
  lineText: string;
  suggestion: string;
}

/** Makes the plugin: it loads `.responses` files as modules, and gives their findings as warnings and errors of esbuild. */
export function responses({ types, sharedRuntime = false }: PluginOptions = {}): ResponsesPlugin {
  return {
    name: "responses",
    setup(build) {
      const root = build.initialOptions.absWorkingDir ?? process.cwd();
      if (sharedRuntime) shareRuntime(build);
      build.onLoad({ filter: /\.responses$/, namespace: "file" }, ({ path, suffix }) => {
        // `?raw` and the like are for others.
        if (suffix !== "") return undefined;
        const { compileFile, writeTypes } = compiler();
        const compiled = compileFile(path, "esm", sharedRuntime ? "shared" : "carried");
        const written = compiled.kind === "compiled" ? writeTypes(compiled, path, types, root) : [];
        const messages = (severity: Problem["severity"]): Message[] =>
          [...compiled.problems, ...written]
            .filter((problem) => problem.severity === severity)
            .map(messageOf);
        const watchFiles = [...compiled.watched];
        if (compiled.kind === "refused")
          return { watchFiles, errors: messages("error"), warnings: messages("warning") };
        const contents = withMap(compiled.code, compiled.map());
        return { contents, loader: "js", watchFiles, warnings: messages("warning") };
      });
    },
  };
}

/** Code that brings its map with it; esbuild leaves that out where no map is made. */
function withMap(code: string, map: object): string {
  const data = Buffer.from(JSON.stringify(map)).toString("base64");
  return `${code}//# sourceMappingURL=data:application/json;base64,${data}\n`;
}

/** The runtime is a module without a file, in a namespace of its own. */
function shareRuntime(build: EsbuildBuild): void {
  const namespace = "responses-runtime";
  build.onResolve({ filter: RUNTIME_NAME }, ({ path }) => ({ path, namespace, sideEffects: false }));
  build.onLoad({ filter: RUNTIME_NAME, namespace }, ({ path }) => {
    const { name, code } = compiler().sharedRuntime();
    return path === name ? { contents: code, loader: "js" } : undefined;
  });
}

function messageOf(problem: Problem): Message {
  const { example, path, place, related, fixes } = problem;
  const suggestion = fixes.find(({ replacement }) => replacement !== null)?.replacement ?? "";
  return {
    text: place === null ? `${shownPath(path)}: ${headline(problem)}` : headline(problem),
    location: place === null ? null : locationOf(path, place, suggestion),
    notes: [
      ...(example === null ? [] : [{ text: `for example ${example}`, location: null }]),
      ...related.map((other) => ({ text: other.message, location: locationOf(other.path, other.place, "") })),
      ...fixes.map((fix) => ({ text: fixText(fix), location: null })),
    ],
  };
}

function locationOf(path: string, place: ProblemPlace, suggestion: string): Location {
  const { line, byteColumn, byteLength, lineText } = place;
  return { file: shownPath(path), line, column: byteColumn, length: byteLength, lineText, suggestion };
}
