import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the tests, with the tools. */
export const HERE = fileURLToPath(new URL("..", import.meta.url));

/** Where projects are made: below the tools, so that these are found. */
export const CACHE = join(HERE, "campaign/.cache");

/** packages/build. */
export const PACKAGE = join(HERE, "..");

/** The command, as it is built. */
export const COMMAND = join(PACKAGE, "../cli/dist/responses.mjs");

export const EXAMPLES = join(PACKAGE, "../../examples");

/** A file of a tool. */
export function toolFile(path: string): string {
  return join(HERE, "node_modules", path);
}
