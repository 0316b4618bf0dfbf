import { fileURLToPath } from "node:url";
import { moduleFor } from "./loaded-module.js";
import { isMappingUrl, type LoadedSource } from "./mapping-url.js";

/**
 * The hook of Node before 22.15, which runs in a thread of its own. It gives CommonJS: with tsx, a required file of TypeScript that
 * requires a mapping file ends in an error otherwise.
 */
export async function load(
  url: string,
  context: unknown,
  next: (url: string, context: unknown) => Promise<LoadedSource>,
): Promise<LoadedSource> {
  if (!isMappingUrl(url)) return next(url, context);
  return { format: "commonjs", source: moduleFor(fileURLToPath(url), "cjs"), shortCircuit: true };
}
