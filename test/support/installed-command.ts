import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { COMMAND } from "@responses/testing/command";

/** Puts the built command into the node_modules of a folder, as npm does. */
export function installInto(folder: string): void {
  const home = join(folder, "node_modules/@responses/cli");
  for (const name of ["package.json", "dist"])
    cpSync(join(dirname(COMMAND), "..", name), join(home, name), { recursive: true });
  const programs = join(folder, "node_modules/.bin");
  mkdirSync(programs);
  symlinkSync("../@responses/cli/dist/responses.mjs", join(programs, "responses"));
}
