import { describe, expect, test } from "vitest";
import { DOUBTFUL, RIGHT, STRICT, WRONG } from "./support/acme.js";
import { EXPECTED_VERDICTS, exampleSources, MISTAKEN_EXAMPLES } from "./support/examples.js";
import { CACHE, HERE } from "./support/places.js";
import { type Ended, run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { shown } from "./support/shown.js";
import { BUNDLERS, type Bundler, build } from "./tools/bundlers.js";

/*
 * Every bundler builds a project as the package's readme says it. What each shows stands in expected/NAME.txt.
 */

test("the examples have the verdicts that they state", () => {
  expect(MISTAKEN_EXAMPLES).toEqual([]);
  expect(EXPECTED_VERDICTS.length).toBeGreaterThan(150);
});

describe.for(BUNDLERS)("$name", { concurrent: true }, (bundler) => {
  test("gives all examples their verdicts, and no path of the machine", async ({ expect }) => {
    const project = projectOf(bundler, "examples", exampleSources());
    const built = await build(bundler, project);
    expect(built.code, built.output).toBe(0);
    const ran = await run([process.execPath, bundler.output], project.folder);
    expect(ran.output.trimEnd().split("\n")).toEqual(EXPECTED_VERDICTS);
    for (const file of project.filesBelow("dist")) {
      expect(project.read(file).includes(HERE), file).toBe(false);
      expect(project.read(file).includes(CACHE), file).toBe(false);
    }
  });

  test("shows findings with their places and lines, and refuses what has errors", async ({ expect }) => {
    const project = projectOf(bundler, "findings", { ...RIGHT, "src/acme.responses": WRONG });
    const wrong = await build(bundler, project);
    expect(wrong.code).not.toBe(0);
    expect(project.has(bundler.output)).toBe(false);

    project.write("src/acme.responses", DOUBTFUL);
    const doubtful = await build(bundler, project);
    expect(doubtful.code, doubtful.output).toBe(0);
    expect((await run([process.execPath, bundler.output], project.folder)).output).toContain("Server error");

    project.write("responses.config.json", STRICT);
    project.remove("dist");
    const strict = await build(bundler, project);
    expect(strict.code).not.toBe(0);
    expect(project.has(bundler.output)).toBe(false);

    project.remove("src/shared.responses");
    const missing = await build(bundler, project);
    expect(missing.code).not.toBe(0);

    const outputs = {
      "two errors": wrong,
      "a warning": doubtful,
      "an error by the project file": strict,
      "a missing include": missing,
    };
    await expect(
      Object.entries(outputs)
        .map(([title, { output }]) => `======== ${title}\n\n${shown(output, project)}`)
        .join("\n"),
    ).toMatchFileSnapshot(`expected/${bundler.name}.txt`);
  });
});

describe.for(BUNDLERS.filter(({ cached }) => cached !== null))(
  "$name with its persistent cache",
  { concurrent: true },
  (bundler) => {
    const buildTwice = async (project: Project): Promise<readonly Ended[]> => [
      await build(bundler, project, bundler.cached ?? {}),
      await build(bundler, project, bundler.cached ?? {}),
    ];

    test("an error and a warning are there on the second run as well", async ({ expect }) => {
      const project = projectOf(bundler, "cached", { ...RIGHT, "src/acme.responses": WRONG });
      for (const { output, code } of await buildTwice(project)) {
        expect(code).not.toBe(0);
        expect(output).toContain('src/acme.responses:2:42: error: write "as" instead of "az"');
      }
      project.write("src/acme.responses", DOUBTFUL);
      for (const { output, code } of await buildTwice(project)) {
        expect(code, output).toBe(0);
        expect(output).toContain("src/acme.responses:3:33: warning: ");
      }
      project.write("responses.config.json", STRICT);
      for (const { output, code } of await buildTwice(project)) {
        expect(code, output).not.toBe(0);
        expect(output).toContain("src/acme.responses:3:33: error: ");
      }
      project.write("src/acme.responses", RIGHT["src/acme.responses"]);
      project.write("src/shared.responses", 'error status 5xx as "Other"\n');
      for (const { output, code } of await buildTwice(project)) expect(code, output).toBe(0);
      expect((await run([process.execPath, bundler.output], project.folder)).output).toContain("Other");
    });
  },
);

function projectOf(
  { name, files }: Bundler,
  what: string,
  sources: Readonly<Record<string, string>>,
): Project {
  return new Project(`${name}-${what}`, { ...files, ...sources });
}
