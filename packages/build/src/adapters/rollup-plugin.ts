import type { Problem } from "../core/problem.js";
import { placedText, problemText, shownPath } from "../core/problem-text.js";
import { compiler } from "../lazy-compiler.js";
import type { ResponsesOptions } from "./options.js";

/** What the plugin uses of Rollup, Rolldown and Vite while a module is loaded. */
interface LoadContext {
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
  configResolved(config: { readonly command: string; readonly root: string }): void;
  readonly load: {
    readonly filter: { readonly id: RegExp };
    handler(this: LoadContext, id: string): LoadedModule;
  };
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
export function rollupPlugin({ types }: ResponsesOptions = {}): ResponsesPlugin {
  let root = process.cwd();
  // Vite prints of a build's warnings nothing but the message.
  let write: (problem: Problem) => RollupLog = placedLog;
  return {
    name: "responses",
    enforce: "pre",
    configResolved(config) {
      root = config.root;
      if (config.command === "build") write = selfContainedLog;
    },
    load: {
      filter: { id: MAPPING_ID },
      handler(id) {
        const { compileFile, writeTypes } = compiler();
        const compiled = compileFile(id);
        for (const path of compiled.watched) this.addWatchFile(path);
        if (compiled.kind === "compiled") {
          for (const problem of [...compiled.problems, ...writeTypes(compiled, id, types, root)]) {
            this.warn(write(problem));
          }
          return { code: compiled.code, map: { mappings: "" }, moduleSideEffects: false };
        }
        const [first, ...others] = inOrderOfGravity(compiled.problems);
        for (const problem of others) this.warn(write(problem));
        if (first === undefined) throw new Error(`${id} was refused without a reason`);
        return this.error(placedLog(first));
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

function selfContainedLog(problem: Problem): RollupLog {
  return { ...placedLog(problem), message: placedText(problem) };
}
