import type { ModuleFormat } from "./core/compile-file.js";
import { placedText } from "./core/problem-text.js";
import { compiler } from "./lazy-compiler.js";

/**
 * The code of a mapping file for a loader that can neither warn nor watch: warnings are left to `responses check`.
 *
 * @param path absolute
 * @throws {SyntaxError} whose message has the findings of a refused file, with their places and lines
 */
export function moduleFor(path: string, format: ModuleFormat): string {
  const compiled = compiler().compileFile(path, format);
  if (compiled.kind === "compiled") return compiled.code;
  const errors = compiled.problems.filter(({ severity }) => severity === "error");
  throw new SyntaxError(errors.map(placedText).join("\n\n"));
}
