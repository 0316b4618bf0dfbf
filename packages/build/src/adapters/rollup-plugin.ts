import type { Problem } from "../core/problem.js";
import { placedText, problemText, shownPath } from "../core/problem-text.js";
import { compiler } from "../lazy-compiler.js";
import { AppearingFiles } from "./appearing-files.js";
import type { ResponsesOptions } from "./options.js";

/** What the plugin uses of Rollup, Rolldown and Vite while a module is loaded. */
interface LoadContext {
  readonly meta: { readonly watchMode: boolean; readonly rolldownVersion?: string };
  addWatchFile(path: string): void;
  warn(log: RollupLog): void;
  error(log: RollupLog): never;
}

/** A message with its place: the line from 1, the column from 0 in UTF-16 units. */
interface RollupLog {
  readonly message: string;
  readonly id: string;
  readonly loc?: { readonly file: string; readonly line: number; readonly column: number };
  readonly frame?: string;
}

/** A plugin for Rollup, Rolldown and Vite, whose types it fits without importing them. */
export interface ResponsesPlugin {
  readonly name: "responses";
  /** Vite's: before plugins that would take the file for something else. */
  readonly enforce: "pre";
  /** Vite's. */
  configResolved(config: ViteConfig): void;
  closeWatcher(): void;
  readonly load: {
    readonly filter: { readonly id: RegExp };
    handler(this: LoadContext, id: string): LoadedModule;
  };
}

/** What the plugin looks at of Vite's configuration. */
interface ViteConfig {
  readonly command: string;
  readonly root: string;
  readonly plugins: readonly { readonly name: string }[];
}

interface LoadedModule {
  readonly code: string;
  /** No map: what the module says is said by comments in it. */
  readonly map: { readonly mappings: "" };
  readonly moduleSideEffects: false;
}

/** The end of the pattern leaves ids with a query, such as `?raw`, to others. */
const MAPPING_ID = /\.responses$/;

/** Makes the plugin: it loads `.responses` files as modules, and gives their findings as warnings and errors of the bundler. */
export function rollupPlugin(options?: ResponsesOptions): ResponsesPlugin {
  return pluginThatWarns(options, placedLog);
}

/** The same for Rolldown, whose command prints of a warning the message and the place. */
export function rolldownPlugin(options?: ResponsesOptions): ResponsesPlugin {
  return pluginThatWarns(options, framedLog);
}

function pluginThatWarns(
  { types }: ResponsesOptions = {},
  warningOf: (problem: Problem) => RollupLog,
): ResponsesPlugin {
  let root = process.cwd();
  let write = warningOf;
  let writeError = placedLog;
  const appearing = new AppearingFiles();
  let isServed = false;
  return {
    name: "responses",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      isServed = config.command === "serve";
      // Vite prints of a build's warnings nothing but the message.
      if (config.command === "build") write = selfContainedLog;
      // Vitest prints of an error the message and the frame.
      if (config.plugins.some(({ name }) => name === "vitest")) writeError = logThatSaysWhere;
    },
    closeWatcher() {
      appearing.close();
    },
    load: {
      filter: { id: MAPPING_ID },
      handler(id) {
        const { compileFile, writeTypes } = compiler();
        const compiled = compileFile(id);
        for (const path of compiled.watched) this.addWatchFile(path);
        if (this.meta.watchMode && this.meta.rolldownVersion !== undefined && !isServed) {
          const signal = appearing.await(compiled.watched);
          if (signal !== null) this.addWatchFile(signal);
        }
        if (compiled.kind === "compiled") {
          for (const problem of [...compiled.problems, ...writeTypes(compiled, id, types, root)]) {
            this.warn(write(problem));
          }
          return { code: compiled.code, map: { mappings: "" }, moduleSideEffects: false };
        }
        const [first, ...others] = inOrderOfGravity(compiled.problems);
        for (const problem of others) this.warn(write(problem));
        if (first === undefined) throw new Error(`${id} was refused without a reason`);
        return this.error(writeError(first));
      },
    },
  };
}

/** Errors first: one alone can end the load, the others are said before it. */
function inOrderOfGravity(problems: readonly Problem[]): readonly Problem[] {
  const isError = ({ severity }: Problem): boolean => severity === "error";
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

function placedLog(problem: Problem): RollupLog {
  const { path, place } = problem;
  const message = problemText(problem);
  if (place === null) return { message: `${shownPath(path)}: ${message}`, id: path };
  const { line, column, frame } = place;
  return { message, id: path, loc: { file: path, line, column }, frame };
}

function framedLog(problem: Problem): RollupLog {
  const log = placedLog(problem);
  return log.frame === undefined ? log : { ...log, message: `${log.message}\n${log.frame}` };
}

function logThatSaysWhere(problem: Problem): RollupLog {
  const { path, place } = problem;
  const log = placedLog(problem);
  if (place === null) return log;
  return { ...log, message: `${shownPath(path)}:${place.line}:${place.column + 1}: ${log.message}` };
}

function selfContainedLog(problem: Problem): RollupLog {
  return { ...placedLog(problem), message: placedText(problem) };
}
