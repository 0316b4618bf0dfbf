import { expect, test } from "vitest";
import { DOUBTFUL, RIGHT, STRICT, WRONG } from "./support/acme.js";
import { toolFile } from "./support/places.js";
import { type CommandLine, run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shownFile } from "./support/readme.js";

/*
 * Test runners: what a test that imports a mapping file sees, also when it is run again after a change.
 */

interface Runner {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: CommandLine;
  /** How a test gets what it needs. */
  readonly load: (name: string, file: string) => string;
  readonly header: string;
  readonly environment?: NodeJS.ProcessEnv;
}

const jest = [process.execPath, toolFile("jest/bin/jest.js")];
const imported = (name: string, file: string): string => `import { ${name} } from "${file}";`;

const VITEST: Runner = {
  name: "Vitest",
  files: { "vite.config.js": shownFile("vite.config.js") },
  command: [process.execPath, toolFile("vitest/vitest.mjs"), "run"],
  load: imported,
  header: 'import { expect, test } from "vitest";',
};

const RUNNERS: readonly Runner[] = [
  VITEST,
  {
    ...VITEST,
    name: "Vitest with a shared runtime",
    files: {
      "vite.config.js": shownFile("vite.config.js").replace(
        "responses()",
        "responses({ sharedRuntime: true })",
      ),
    },
  },
  {
    name: "Jest",
    files: {
      "jest.config.mjs": shownFile("jest.config.js"),
      "package.json": '{ "private": true }\n',
    },
    command: jest,
    load: (name, file) => `const { ${name} } = require("${file}");`,
    header: "",
  },
  {
    name: "Jest with modules",
    files: {
      "jest.config.js": shownFile("jest.config.js").replace("{", '{ extensionsToTreatAsEsm: [".responses"],'),
    },
    command: jest,
    load: imported,
    header: "",
    environment: { NODE_OPTIONS: "--experimental-vm-modules" },
  },
];

test.for(RUNNERS)("$name", async ({ name, files, command, load, header, environment }) => {
  const acmeTest = [
    header,
    load("match", "./acme.responses"),
    `test("acme", () => expect(match({ status: 503, body: "" }).label).toBe("Server error"));`,
  ].join("\n");
  const project = new Project(name, { ...files, ...RIGHT, "src/acme.test.js": acmeTest });
  const runTests = () => run(command, project.folder, environment);

  const first = await runTests();
  expect(first.code, first.output).toBe(0);

  project.write("src/shared.responses", 'error status 5xx as "Other"\n');
  const afterChange = await runTests();
  expect(afterChange.code).not.toBe(0);
  expect(afterChange.output).toContain("Other");

  project.write("src/acme.responses", WRONG);
  const wrong = await runTests();
  expect(wrong.code).not.toBe(0);
  expect(wrong.output).toMatch(/src\/acme\.responses:2:4[12]/);
  expect(wrong.output).toContain('write "as" instead of "az" [syntax]');
  expect(wrong.output).toContain('2 | success json "$.réponse" exact "accepté" az Accepté');

  project.write("src/acme.responses", DOUBTFUL);
  project.write("src/shared.responses", RIGHT["src/shared.responses"]);
  const mended = await runTests();
  expect(mended.code, mended.output).toBe(0);

  project.write("responses.config.json", STRICT);
  const strict = await runTests();
  expect(strict.code).not.toBe(0);
  expect(strict.output).toContain("keyword-matches-key");
});
