import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A mapping file of the repository. */
export interface MappingFile {
  readonly name: string;
  readonly text: string;
}

const FOLDERS = ["../conformance/systems/", "../fixtures/", "../../../../examples/"];

/** All mapping files of the repository: the documented systems, the fixtures and the examples. */
export function mappingFiles(): readonly MappingFile[] {
  return FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".responses"))
        .map((name) => ({ name, text: readFileSync(folder + name, "utf8") })),
    );
}
