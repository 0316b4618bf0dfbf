import { expect, test } from "vitest";
import { RIGHT, WRONG } from "./support/acme.js";
import { IS_CAMPAIGN } from "./support/campaign.js";
import { toolFile } from "./support/places.js";
import { type CommandLine, Running, run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shownFile } from "./support/readme.js";
import { WatchedOutput } from "./support/watched-output.js";

/*
 * Test runners that watch: a test that imports a mapping file runs again when that changes, or what it includes.
 * Neither runs one for a file that has gone, whatever its kind.
 */

interface Runner {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: CommandLine;
}

/** Tests say what they see, since what runners print of a failure differs. */
const sayLabel = (load: string): string => `${load}

test("acme", () => console.log("label:", match({ status: 503, body: "" }).label));
`;

const RUNNERS: readonly Runner[] = [
  {
    name: "Vitest",
    files: {
      "vite.config.js": shownFile("vite.config.js"),
      "src/acme.test.js": sayLabel(
        'import { match } from "./acme.responses";\nimport { test } from "vitest";',
      ),
    },
    command: [process.execPath, toolFile("vitest/vitest.mjs"), "--watch"],
  },
  {
    name: "Jest",
    files: {
      "jest.config.mjs": shownFile("jest.config.mjs"),
      "package.json": '{ "private": true }\n',
      "src/acme.test.js": sayLabel('const { match } = require("./acme.responses");'),
    },
    command: [process.execPath, toolFile("jest/bin/jest.js"), "--watch"],
  },
];

/** Jest watches what differs from the last commit. */
async function commitAll({ folder }: Project): Promise<void> {
  const git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com"];
  for (const words of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "--message", "All"],
  ]) {
    const { output, code } = await run([...git, ...words], folder);
    expect(code, output).toBe(0);
  }
}

/** Jest takes about a second for every run. */
const TRIED = IS_CAMPAIGN ? RUNNERS : RUNNERS.filter(({ name }) => name === "Vitest");

test.for(TRIED)("$name", async ({ name, files, command }) => {
  const project = new Project(`${name}-watched`, { ...files, ...RIGHT });
  await commitAll(project);
  const watched = new WatchedOutput(new Running(command, project.folder), project, "");
  try {
    watched.change({ "src/shared.responses": "error status 5xx as Edited\n" });
    await watched.untilTold("label: Edited");
    watched.change({ "src/acme.responses": `error status 503 as Own\n${RIGHT["src/acme.responses"]}` });
    await watched.untilTold("label: Own");
    watched.change({ "src/acme.responses": WRONG });
    await watched.untilTold('write "as" instead of "az" [syntax]');
    watched.change({ "src/acme.responses": RIGHT["src/acme.responses"] });
    await watched.untilTold("label: Edited");
    watched.change({ "src/acme.responses": RIGHT["src/acme.responses"].replace("shared", "later") });
    await watched.untilTold('there is no file "later.responses"');
    watched.change({ "src/later.responses": "error status 5xx as Later\n" });
    await watched.untilTold("label: Later");
  } finally {
    await watched.stop();
  }
});
