import { createHash } from "node:crypto";
import { basename } from "node:path";
import { placedText } from "./core/problem-text.js";
import { compiler } from "./lazy-compiler.js";

/** What the transformer uses of Jest's options. */
interface TransformOptions {
  readonly supportsStaticESM: boolean;
  readonly instrument: boolean;
  readonly configString: string;
}

interface Transformed {
  readonly code: string;
}

/** A module for the import or the require of a mapping file; throws an error with the findings of a refused one. */
function process(_text: string, path: string, { supportsStaticESM }: TransformOptions): Transformed {
  const compiled = compiler().compileFile(path, supportsStaticESM ? "esm" : "cjs");
  if (compiled.kind === "compiled") return { code: compiled.code };
  throw new SyntaxError(compiled.problems.map(placedText).join("\n\n"));
}

/**
 * Differs when the compiler, the mapping file, what it includes or its project file has changed: Jest keeps modules between runs. The
 * name stands in modules, and Jest leaves characters of it out.
 */
function getCacheKey(
  _text: string,
  path: string,
  { supportsStaticESM, instrument, configString }: TransformOptions,
): string {
  const { compileFile, inputsDigest } = compiler();
  return createHash("sha256")
    .update(inputsDigest(compileFile(path).watched))
    .update(JSON.stringify([basename(path), supportsStaticESM, instrument, configString]))
    .digest("hex");
}

/** The transformer for Jest: `transform: { "\\.responses$": "@responses/build/jest" }`. */
const transformer = { process, getCacheKey };

export default transformer;
