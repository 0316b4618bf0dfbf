import { createRequire } from "node:module";

type Compiler = typeof import("./core/compiler.js");

let loaded: Compiler | null = null;

/**
 * The compiler, loaded when it is asked for first: a build that meets no mapping file does without. It is a CommonJS file, since
 * some of the callers may not wait.
 */
export function compiler(): Compiler {
  loaded ??= createRequire(import.meta.url)("./compiler.cjs") as Compiler;
  return loaded;
}
