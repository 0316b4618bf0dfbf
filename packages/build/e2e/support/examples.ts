import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createMatcher, link, type Mapping, parse, runExamples } from "@responses/dsl";
import { EXAMPLES } from "./places.js";

/** A recorded response of a mapping file, and what the library makes of it. */
interface Recorded {
  /** The number of the mapping file, in the order of `MAPPING_FILES`. */
  readonly file: number;
  readonly status: number | null;
  readonly body: string;
}

/** All mapping files of /examples, by their paths there. */
export const MAPPING_FILES: readonly string[] = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".responses"))
  .sort();

const MAPPINGS = MAPPING_FILES.map(mappingOf);

const RECORDED: readonly Recorded[] = MAPPINGS.flatMap((mapping, file) =>
  mapping.examples.map(({ model: { status, body } }) => ({ file, status, body })),
);

/** The verdicts on all recorded responses, as the module of `exampleSources` prints them. */
export const EXPECTED_VERDICTS: readonly string[] = RECORDED.map(({ file, status, body }) =>
  JSON.stringify([
    MAPPING_FILES[file],
    MAPPINGS[file] && createMatcher(MAPPINGS[file]).match({ status, body }),
  ]),
);

/** The recorded responses that do not get the verdicts which their files state: none. */
export const MISTAKEN_EXAMPLES = MAPPINGS.flatMap(runExamples).filter(
  ({ difference }) => difference !== null,
);

/** Sources of a project that has all mapping files of /examples, and prints the verdict on each of their examples on a line. */
export function exampleSources(): Readonly<Record<string, string>> {
  const mappings = MAPPING_FILES.map((name) => [
    `src/mappings/${name}`,
    readFileSync(join(EXAMPLES, name), "utf8"),
  ]);
  return {
    ...Object.fromEntries(mappings),
    "src/recorded.js": `export const recorded = ${JSON.stringify(RECORDED)};\n`,
    "src/main.js": [
      ...MAPPING_FILES.map((name, number) => `import { match as match${number} } from "./mappings/${name}";`),
      'import { recorded } from "./recorded.js";',
      `const files = ${JSON.stringify(MAPPING_FILES)};`,
      `const matches = [${MAPPING_FILES.map((_, number) => `match${number}`).join(", ")}];`,
      "for (const { file, status, body } of recorded)",
      "  console.log(JSON.stringify([files[file], matches[file]({ status, body })]));",
      "",
    ].join("\n"),
  };
}

function mappingOf(name: string): Mapping {
  const read = (path: string) => parse(path, readFileSync(join(EXAMPLES, path)));
  const linked = link(read(name), {
    resolve: (from, include) => join(dirname(from), include),
    load: read,
  });
  if (linked.kind === "refused") throw new Error(`${name} is refused`);
  return linked.mapping;
}
