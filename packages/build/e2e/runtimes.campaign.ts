import { join } from "node:path";
import { describe, test } from "vitest";
import { RIGHT, WRONG } from "./support/acme.js";
import { EXPECTED_VERDICTS, exampleSources } from "./support/examples.js";
import { HERE } from "./support/places.js";
import { type CommandLine, run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shownFile } from "./support/readme.js";

/*
 * Bun and Deno.
 */

interface Way {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The commands that end with the output. */
  readonly commands: readonly CommandLine[];
}

const BUN = join(HERE, "campaign/node_modules/@oven/bun-linux-x64/bin/bun");
const DENO = join(HERE, "campaign/node_modules/@deno/linux-x64-glibc/deno");

/** Deno takes a path, not the name of a package. */
const REGISTER = "../../node_modules/@responses/build/dist/register.js";

const WAYS: readonly Way[] = [
  {
    name: "Bun, with a preload",
    files: { "preload.js": shownFile("preload.js") },
    commands: [[BUN, "--preload", "./preload.js", "src/main.js"]],
  },
  {
    name: "Bun.build",
    files: { "bun-build.js": shownFile("bun-build.js") },
    commands: [
      [BUN, "bun-build.js"],
      [BUN, "dist/main.js"],
    ],
  },
  {
    name: "Deno",
    files: {},
    commands: [[DENO, "run", "-A", "--node-modules-dir=manual", "--import", REGISTER, "src/main.js"]],
  },
];

describe.for(WAYS)("$name", ({ name, files, commands }) => {
  const outputOf = async (what: string, sources: Readonly<Record<string, string>>) => {
    const { folder } = new Project(`${name}-${what}`, { ...files, ...sources });
    let output = "";
    for (const command of commands) {
      const ended = await run(command, folder, { DENO_NO_UPDATE_CHECK: "1" });
      output = ended.output;
      if (ended.code !== 0) return { output, code: ended.code };
    }
    return { output, code: 0 };
  };

  test("gives all examples their verdicts", async ({ expect }) => {
    const { output } = await outputOf("examples", exampleSources());
    expect(output.trimEnd().split("\n")).toEqual(EXPECTED_VERDICTS);
  });

  test("refuses a wrong mapping with place and line", async ({ expect }) => {
    const { output, code } = await outputOf("wrong", { ...RIGHT, "src/acme.responses": WRONG });
    expect(code).not.toBe(0);
    expect(output).toContain('src/acme.responses:2:42: error: write "as" instead of "az" [syntax]');
    expect(output).toContain('2 | success json "$.réponse" exact "accepté" az Accepté');
  });
});
