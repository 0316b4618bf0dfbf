import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A mapping file of the repository. */
export interface MappingFile {
  /** Its path below the folder that it was read from, with `/`. */
  readonly name: string;
  readonly text: string;
}

const REPOSITORY = new URL("../../../", import.meta.url);

/** The mapping files that newcomers learn from. */
export const EXAMPLES = fileURLToPath(new URL("examples/", REPOSITORY));

/** The files of `EXAMPLES`. */
export function exampleFiles(): readonly MappingFile[] {
  return mappingFilesIn(EXAMPLES);
}

/** The text of one file of `EXAMPLES`. Throws where none has the name. */
export function exampleText(name: string): string {
  return readFileSync(EXAMPLES + name, "utf8");
}

/** Mapping files in which comments mark what must be found: `marked-fixture.ts` reads them. */
export const MARKED_FIXTURES = fileURLToPath(new URL("packages/dsl/test/fixtures/", REPOSITORY));

/** Mapping files with the documented responses of real systems. */
export const SYSTEMS = fileURLToPath(new URL("../conformance/systems/", import.meta.url));

/** The same as whoever specifies the language has them: beside the repository where they are there, else its own copy. */
export const CONFORMANCE_SYSTEMS = conformanceSystems();

function conformanceSystems(): string {
  const beside = fileURLToPath(new URL("../shared/conformance/systems/", REPOSITORY));
  return existsSync(beside) ? beside : SYSTEMS;
}

/** All mapping files of the repository: the documented systems, the marked fixtures and the examples. */
export function mappingFiles(): readonly MappingFile[] {
  return [SYSTEMS, MARKED_FIXTURES, EXAMPLES].flatMap(mappingFilesIn);
}

/** The mapping files of a folder and of those in it, sorted by their names. */
export function mappingFilesIn(folder: string): readonly MappingFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".responses"))
    .map((name) => ({ name: name.replaceAll("\\", "/"), text: readFileSync(folder + name, "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
