import { createHash } from "node:crypto";
import { basename, dirname, relative } from "node:path";
import { withSlashes } from "@responses/node-host/paths";
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
function moduleKey(
  _text: string,
  path: string,
  { supportsStaticESM, instrument, configString }: TransformOptions,
): string {
  const { inputFiles, inputsDigest } = compiler();
  return createHash("sha256")
    .update(inputsDigest(inputFiles(path)))
    .update(JSON.stringify([basename(path), supportsStaticESM, instrument, configString]))
    .digest("hex");
}

/** The transformer for Jest: `transform: { "\\.responses$": "@responses/build/jest" }`. */
const transformer = { process, getCacheKey: moduleKey };

export default transformer;

/**
 * The extractor for Jest's `dependencyExtractor`: `jest --watch` knows the tests of a changed file by it. A mapping file depends on what
 * it includes and on its project file.
 *
 * @param content of the file
 * @param file its path, absolute
 * @param extractModules what Jest does with a file of its own, such as one of JavaScript
 * @returns the names by which the file imports others
 */
export function extract(
  content: string,
  file: string,
  extractModules: (content: string) => Iterable<string>,
): Set<string> {
  if (!file.endsWith(".responses")) return new Set(extractModules(content));
  const others = compiler()
    .inputFiles(file)
    .filter((path) => path !== file);
  return new Set(others.map((path) => `./${withSlashes(relative(dirname(file), path))}`));
}

/** Differs when the extractor would: Jest keeps what it has found between runs. */
export function getCacheKey(): string {
  return compiler().inputsDigest([]);
}
