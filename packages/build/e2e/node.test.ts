import { describe, test } from "vitest";
import { RIGHT, WRONG } from "./support/acme.js";
import { EXPECTED_VERDICTS, exampleSources } from "./support/examples.js";
import { COMMAND, toolFile } from "./support/places.js";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";

/*
 * Node without a bundler: --import @responses/build/register, in the oldest version that is supported and in those after it.
 */

const SOURCES = {
  ...RIGHT,
  "src/acme-by-require.cjs": 'module.exports = require("./acme.responses").match;\n',
  "src/acme-by-require.cts": 'const { match } = require("./acme.responses");\nmodule.exports = match;\n',
  "src/say.js": `import { match } from "./acme.responses";

export const say = (way) => console.log(way, match({ status: 503, body: "" }).label);
`,
  "src/worker.js": 'import { say } from "./say.js";\n\nsay("in a worker:");\n',
  "src/forked.js": 'import { say } from "./say.js";\n\nsay("forked:");\n',
  "src/all-ways.js": `import { fork } from "node:child_process";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import matchByRequire from "./acme-by-require.cjs";
import { say } from "./say.js";

const here = (name) => new URL(name, import.meta.url);
say("imported:");
console.log("required:", matchByRequire({ status: 503, body: "" }).label);
console.log("by import():", (await import("./acme.responses?again")).match({ status: 503, body: "" }).label);
await once(new Worker(here("worker.js")), "exit");
await once(fork(here("forked.js")), "exit");
`,
  "src/typed.ts": `import { createRequire } from "node:module";
import { match } from "./acme.responses";

const matchByRequire = createRequire(import.meta.url)("./acme-by-require.cts");

const label: string | null = match({ status: 503, body: "" }).label;
console.log("imported:", label);
console.log("required:", matchByRequire({ status: 503, body: "" }).label);
`,
};

const REGISTER = ["--import", "@responses/build/register"];

describe.for(["20", "22", "24"])("Node %s", { concurrent: true }, (version) => {
  const node = toolFile(`node-${version}/bin/node`);
  const projectOf = (what: string, sources: Readonly<Record<string, string>>): Project =>
    new Project(`Node-${version}-${what}`, sources);

  test("gives all examples their verdicts", async ({ expect }) => {
    const { folder } = projectOf("examples", exampleSources());
    const { output } = await run([node, ...REGISTER, "src/main.js"], folder);
    expect(output.trimEnd().split("\n")).toEqual(EXPECTED_VERDICTS);
  });

  test("runs the command, whichever Node has built it", async ({ expect }) => {
    const { folder } = projectOf("command", exampleSources());
    const { output, code } = await run([node, COMMAND, "test"], folder);
    expect(code, output).toBe(0);
  });

  test("imports and requires mapping files, in threads and forked processes as well", async ({ expect }) => {
    const { folder } = projectOf("ways", SOURCES);
    const { output, code } = await run([node, ...REGISTER, "src/all-ways.js"], folder);
    expect(output.trimEnd().split("\n")).toEqual(
      ["imported", "required", "by import()", "in a worker", "forked"].map((way) => `${way}: Server error`),
    );
    expect(code).toBe(0);
  });

  test("together with tsx, in either order", async ({ expect }) => {
    const { folder } = projectOf("tsx", SOURCES);
    const tsx = ["--import", toolFile("tsx/dist/loader.mjs")];
    for (const options of [
      [...tsx, ...REGISTER],
      [...REGISTER, ...tsx],
    ]) {
      const { output, code } = await run([node, ...options, "src/typed.ts"], folder);
      expect(output).toBe("imported: Server error\nrequired: Server error\n");
      expect(code).toBe(0);
    }
  });

  test("refuses a wrong mapping with place and line", async ({ expect }) => {
    const { folder } = projectOf("wrong", { ...SOURCES, "src/acme.responses": WRONG });
    for (const main of ["src/main.js", "src/acme-by-require.cjs"]) {
      const { output, code } = await run([node, ...REGISTER, main], folder);
      expect(output).toMatch(
        /SyntaxError( \[Error\])?: src\/acme\.responses:2:42: error: write "as" instead of "az" \[syntax\]\n/,
      );
      expect(output).toContain(
        [
          '  2 | success json "$.réponse" exact "accepté" az Accepté',
          "    |                                          ^^",
          "",
          'src/acme.responses:3:8: error: a field is written json "$.az" [syntax]',
        ].join("\n"),
      );
      expect(code).toBe(1);
    }
  });
});
