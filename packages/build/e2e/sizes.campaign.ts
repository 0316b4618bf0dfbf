import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { afterAll, describe, test } from "vitest";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { BUNDLERS, type Bundler, build } from "./tools/bundlers.js";

/*
 * What a bundle holds of a mapping: where only `classify` is imported, no more than of a mapping without captures and labels. At the end
 * stands a table of sizes.
 */

const RULE_COUNTS = [3, 30, 300];

/** Of captures and labels: their names, paths and texts. */
const PARTS_OF_VERDICTS = /capturedLead|capturedPrice|leadId|Label of/;

/** Rules, which the parts of verdicts are put into: a label for each number, and the captures. */
function mappingOf(rules: number, labelOf: (number: number) => string, captures: string): string {
  const rejects = Array.from(
    { length: rules - 1 },
    (_, number) => `reject json "$.reason" exact "reason ${number}"${labelOf(number)}\n`,
  );
  return `success json "$.status" exact "accepted"
${rejects.join("")}${captures}`;
}

const CAPTURES = `capture leadId from json "$.capturedLead"\ncapture price from xml "/lead/@capturedPrice"\n`;

const whole = (rules: number): string =>
  mappingOf(
    rules,
    (number) => (number === 0 ? ' as json "$.capturedLead"' : ` as "Label of reason ${number}"`),
    CAPTURES,
  );

const rulesAlone = (rules: number): string => mappingOf(rules, () => "", "");

const MATCH = `import { match } from "./acme.responses";
console.log(match({ status: 200, body: process.argv[2] }).outcome);
`;

const CLASSIFY = `import { classify } from "./acme.responses";
console.log(["success", "reject"][classify(200, process.argv[2])]);
`;

/** What is imported of which mapping. */
const CASES = [
  { title: "`match`", main: MATCH, mapping: whole, hasParts: true },
  { title: "only `classify`", main: CLASSIFY, mapping: whole, hasParts: false },
  { title: "of a mapping without captures and labels", main: CLASSIFY, mapping: rulesAlone, hasParts: false },
];

/** How a bundler minifies, where it does not by itself: a change of its configuration, or another program. */
const MINIFYING: Readonly<Record<string, (text: string) => string>> = {
  "vite.config.js": (text) => text.replace("{ plugins", '{ build: { minify: "oxc" }, plugins'),
  "rolldown.config.js": (text) => text.replace('dir: "dist"', 'dir: "dist", minify: true'),
  "build.mjs": (text) => text.replace("bundle: true", "bundle: true, minify: true"),
};

async function minifiedBundle(bundler: Bundler, project: Project): Promise<string> {
  for (const [file, text] of Object.entries(bundler.files))
    project.write(file, MINIFYING[file]?.(text) ?? text);
  const { output, code } = await build(bundler, project, { optimization: { minimize: true } });
  if (code !== 0) throw new Error(output);
  const text = project.read(bundler.output);
  // Rollup has no minifier.
  return bundler.name === "Rollup" ? (await transform(text, { minify: true, format: "esm" })).code : text;
}

const table: string[] = [];

describe.for(BUNDLERS)("$name", (bundler) => {
  test("leaves out captures and labels where only `classify` is imported", async ({ expect }) => {
    for (const rules of RULE_COUNTS) {
      const cells: string[] = [];
      const lengths: number[] = [];
      for (const { title, main, mapping, hasParts } of CASES) {
        const project = new Project(`${bundler.name}-sizes`, {
          ...bundler.files,
          "src/acme.responses": mapping(rules),
          "src/main.js": main,
        });
        const { output, code } = await build(bundler, project);
        expect(code, output).toBe(0);
        const plain = project.read(bundler.output);
        const minified = await minifiedBundle(bundler, project);
        project.write("dist/minified.mjs", minified);
        const ran = await run(
          [process.execPath, "dist/minified.mjs", '{"status":"accepted"}'],
          project.folder,
        );
        expect(ran.output).toBe("success\n");
        expect(PARTS_OF_VERDICTS.test(minified), `${title} with ${rules} rules`).toBe(hasParts);
        lengths.push(minified.length);
        cells.push([plain.length, minified.length, gzipSync(minified).length].map(inKilobytes).join(" / "));
      }
      // Some minifiers choose other short names, of the same length.
      expect(lengths[1], `${rules} rules`).toBe(lengths[2]);
      table.push(`| ${bundler.name} | ${rules} | ${cells.join(" | ")} |`);
    }
  });
});

afterAll(() => {
  if (table.length === 0) return;
  const head = `kB as built / minified / gzip:\n| bundler | rules | ${CASES.map(({ title }) => title).join(" | ")} |\n| --- | --- | --- | --- | --- |`;
  process.stdout.write(`\n${head}\n${table.join("\n")}\n`);
});

function inKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
