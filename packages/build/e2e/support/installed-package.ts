import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, PACKAGE } from "./places.js";

/** Puts @responses/build where the projects of the tests find it, as an install would: what is published of it, and nothing else. */
export default function installPackage(): void {
  const place = join(CACHE, "node_modules/@responses/build");
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const { files } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { files: string[] };
  for (const name of ["package.json", ...files])
    cpSync(join(PACKAGE, name), join(place, name), { recursive: true });
}
