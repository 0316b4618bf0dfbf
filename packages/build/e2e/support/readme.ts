import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE } from "./places.js";

/**
 * The files that the package's readme shows, by their names, which stand in a comment on their first lines: what the tests run is
 * what users are told to write.
 */
const SHOWN = new Map(
  [...readFileSync(join(PACKAGE, "README.md"), "utf8").matchAll(/^```\w+\n\/\/ (\S+)\n(.*?)^```$/gms)].map(
    ([, name = "", text = ""]) => [name, text],
  ),
);

/** The text of a file that the readme shows. */
export function shownFile(name: string): string {
  const text = SHOWN.get(name);
  if (text === undefined) throw new Error(`the readme of the package shows no ${name}`);
  return text;
}
