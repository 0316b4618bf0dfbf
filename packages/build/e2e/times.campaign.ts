import { afterAll, describe, test } from "vitest";
import { COMMAND } from "./support/places.js";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { BUNDLERS, type Bundler, build } from "./tools/bundlers.js";

/*
 * How long a build takes with many mappings, beside the same build in which a stand-in takes the place of every one. What is between
 * is ours and what the bundler does with so many modules of some 80 kB; how much is ours shows what the command takes to compile
 * the same files. Nothing is asserted of times; at the end stands a table.
 */

const COUNTS = [1, 100, 1_000];

/** Small mappings, all different, which include one file. */
const mapping = (number: number): string => `include "shared.responses"
success json "$.status" exact "accepted ${number}"
reject json "$.reason" exact "duplicate ${number}" as Duplicate
reject keyword "no match ${number}" as "No match"
example 200 '{"status":"accepted ${number}"}' is success
`;

/** What stands in place of a compiled mapping: as little as that a bundler takes no time for it. */
const STAND_IN = "export const classify = () => 0;\n";

function sources(count: number, extension: string, textOf: (number: number) => string) {
  const names = Array.from({ length: count }, (_, number) => `mapping${number}.${extension}`);
  return {
    ...Object.fromEntries(names.map((name, number) => [`src/${name}`, textOf(number)])),
    "src/shared.responses": 'error status 5xx as "Server error"\nerror status 401, 403 as "Not authorised"\n',
    "src/main.js": [
      ...names.map((name, number) => `import { classify as c${number} } from "./${name}";`),
      `console.log([${names.map((_, number) => `c${number}`).join(", ")}].map((c) => c(200, "")).length);\n`,
    ].join("\n"),
  };
}

async function secondsOf(bundler: Bundler, project: Project): Promise<number> {
  const start = performance.now();
  const { output, code } = await build(bundler, project);
  if (code !== 0) throw new Error(output);
  return (performance.now() - start) / 1000;
}

const table: string[] = [];

function addToTable(name: string, count: number, without: number, all: number): void {
  const each = ((all - without) / count) * 1000;
  table.push(`| ${name} | ${count} | ${without.toFixed(1)} | ${all.toFixed(1)} | ${each.toFixed(1)} |`);
}

describe.for(BUNDLERS)("$name", (bundler) => {
  test("builds many mappings", async () => {
    for (const count of COUNTS) {
      const { name, files } = bundler;
      const without = new Project(`${name}-without`, { ...files, ...sources(count, "js", () => STAND_IN) });
      const withMappings = new Project(`${name}-with`, { ...files, ...sources(count, "responses", mapping) });
      const seconds = await secondsOf(bundler, without);
      const all = await secondsOf(bundler, withMappings);
      addToTable(name, count, seconds, all);
    }
  });
});

test("the command compiles as many", async () => {
  for (const count of COUNTS) {
    const [one, all] = [
      new Project("command-without", sources(0, "responses", mapping)),
      new Project("command-with", sources(count, "responses", mapping)),
    ];
    addToTable("`responses compile`", count, await secondsToCompile(one), await secondsToCompile(all));
  }
});

/** What the command takes for all files of a project, the shared one included. */
async function secondsToCompile({ folder }: Project): Promise<number> {
  const start = performance.now();
  const { output, code } = await run(
    [process.execPath, COMMAND, "compile", "src", "--out-dir", "out"],
    folder,
  );
  if (code !== 0) throw new Error(`${code}: ${output}`);
  return (performance.now() - start) / 1000;
}

afterAll(() => {
  if (table.length === 0) return;
  const head = "| bundler | mappings | s without | s with | ms a mapping |\n| --- | --- | --- | --- | --- |";
  process.stdout.write(`\n${head}\n${table.join("\n")}\n`);
});
