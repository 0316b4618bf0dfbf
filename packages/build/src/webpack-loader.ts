import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { ResponsesOptions } from "./adapters/options.js";
import type { Problem } from "./core/problem.js";
import { placedText } from "./core/problem-text.js";
import { compiler } from "./lazy-compiler.js";

/** What the loader uses of webpack, Rspack and Turbopack while a module is loaded. */
interface LoaderContext {
  readonly resourcePath: string;
  /** The project's folder. Turbopack may have none. */
  readonly rootContext?: string;
  getOptions(): ResponsesOptions;
  addDependency(path: string): void;
  /** Turbopack has none. */
  addMissingDependency?(path: string): void;
  emitWarning(warning: Error): void;
}

/** The file is read by the compiler, which looks at its bytes; what the bundler has read is not decoded. */
export const raw = true;

/**
 * The loader of webpack, Rspack and Next.js for `.responses` files. A refused file has no code, so that the error is there on the
 * next build and out of a cache as well (Rspack's `emitDiagnostic` forgets it).
 */
export default function load(this: LoaderContext): string {
  const { compileFile, writeTypes } = compiler();
  const { resourcePath: path } = this;
  const compiled = compileFile(path);
  for (const watched of compiled.watched) {
    if (existsSync(watched)) this.addDependency(watched);
    else (this.addMissingDependency ?? this.addDependency).call(this, watched);
  }
  if (compiled.kind === "refused") {
    throw messageWithoutStack(compiled.problems.map(placedText).join("\n\n"));
  }
  const { types } = this.getOptions();
  const problems = [
    ...compiled.problems,
    ...writeTypes(compiled, path, types, this.rootContext ?? dirname(path)),
  ];
  for (const problem of problems) this.emitWarning(warningOf(problem));
  return compiled.code;
}

function warningOf(problem: Problem): Error {
  return messageWithoutStack(placedText(problem));
}

/** Bundlers print the stack instead of the message, or behind it. */
function messageWithoutStack(message: string): Error {
  return Object.assign(new Error(message), { stack: "", hideStack: true });
}
