import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { afterAll, describe, test } from "vitest";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { BUNDLERS, type Bundler, build } from "./tools/bundlers.js";

/*
 * What a bundle holds of a mapping: where only `classify` is imported, nothing that makes captures. The paths that they pick stay, since
 * all paths of a format are read in one pass. At the end stands a table of sizes.
 */

const RULE_COUNTS = [3, 30, 300];

/** The name of a capture, which is found in what makes captures and nowhere else. */
const CAPTURE = "onlyCaptured";

function mappingOf(rules: number, captures: string): string {
  const rejects = Array.from(
    { length: rules - 1 },
    (_, number) => `reject json "$.reason" exact "reason ${number}" as "Reason ${number}"\n`,
  );
  return `success json "$.status" exact "accepted"
${rejects.join("")}${captures}`;
}

const CAPTURES = `capture ${CAPTURE} from json "$.lead.id"\ncapture price from xml "/lead/@price"\n`;

const MATCH = `import { match } from "./acme.responses";
console.log(match({ status: 200, body: process.argv[2] }).outcome);
`;

const CLASSIFY = `import { classify } from "./acme.responses";
console.log(["success", "reject"][classify(200, process.argv[2])]);
`;

/** What is imported of which mapping. */
const CASES = [
  { title: "`match`", main: MATCH, captures: CAPTURES, hasCaptures: true },
  { title: "only `classify`", main: CLASSIFY, captures: CAPTURES, hasCaptures: false },
  { title: "of a mapping without captures", main: CLASSIFY, captures: "", hasCaptures: false },
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
  test("leaves out what reads captures where only `classify` is imported", async ({ expect }) => {
    for (const rules of RULE_COUNTS) {
      const cells: string[] = [];
      for (const { title, main, captures, hasCaptures } of CASES) {
        const project = new Project(`${bundler.name}-sizes`, {
          ...bundler.files,
          "src/acme.responses": mappingOf(rules, captures),
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
        expect(minified.includes(CAPTURE), `${title} with ${rules} rules`).toBe(hasCaptures);
        cells.push([plain.length, minified.length, gzipSync(minified).length].map(inKilobytes).join(" / "));
      }
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
