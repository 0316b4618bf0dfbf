import { existsSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import type { ResponsesOptions } from "./adapters/options.js";
import type { Problem } from "./core/problem.js";
import { placedText } from "./core/problem-text.js";
import { compiler } from "./lazy-compiler.js";

/** What the loader uses of webpack, Rspack and Turbopack while a module is loaded. */
interface LoaderContext {
  readonly resourcePath: string;
  /** The project's folder. */
  readonly rootContext: string;
  /** Turbopack has none. */
  readonly _compiler?: unknown;
  getOptions(): ResponsesOptions;
  addDependency(path: string): void;
  addMissingDependency(path: string): void;
  emitWarning(warning: Error): void;
  callback(error: null, code: string, map: object): void;
}

/** The file is read by the compiler, which looks at its bytes; what the bundler has read is not decoded. */
export const raw = true;

/**
 * The loader of webpack, Rspack and Next.js for `.responses` files. A refused file has no code, so that the error is there on the
 * next build and out of a cache as well (Rspack's `emitDiagnostic` forgets it).
 */
export default function load(this: LoaderContext): void {
  const { compileFile, writeTypes } = compiler();
  const { resourcePath: path } = this;
  const compiled = compileFile(path);
  for (const watched of compiled.watched) {
    if (existsSync(watched)) this.addDependency(watched);
    else if (mayBeMissing(this, watched)) this.addMissingDependency(watched);
  }
  if (compiled.kind === "refused") {
    throw messageWithoutStack(compiled.problems.map(placedText).join("\n\n"));
  }
  const { types } = this.getOptions();
  const problems = [...compiled.problems, ...writeTypes(compiled, path, types, this.rootContext)];
  for (const problem of problems) this.emitWarning(warningOf(problem));
  // What is relative here would stand in the bundle's map without its folder.
  const map = compiled.map();
  const sources = map.sources.map((source) => resolve(dirname(path), source));
  this.callback(null, compiled.code, { ...map, sources });
}

/** Turbopack refuses to watch what lies outside its root; that is the project's folder or one above it, which nothing tells here. */
function mayBeMissing({ rootContext, _compiler }: LoaderContext, path: string): boolean {
  return _compiler !== undefined || path.startsWith(rootContext + sep);
}

function warningOf(problem: Problem): Error {
  return messageWithoutStack(placedText(problem));
}

/** Bundlers print the stack instead of the message, or behind it. */
function messageWithoutStack(message: string): Error {
  return Object.assign(new Error(message), { stack: "", hideStack: true });
}
