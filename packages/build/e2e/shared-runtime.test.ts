import { describe, test } from "vitest";
import { EXPECTED_VERDICTS, exampleSources } from "./support/examples.js";
import { run } from "./support/processes.js";
import { Project } from "./support/project.js";
import { BUNDLERS, type Bundler, build } from "./tools/bundlers.js";

/*
 * With `sharedRuntime` all mapping files of a project import one runtime, which is in the bundle once.
 */

const SHARING: readonly Bundler[] = BUNDLERS.filter(({ name }) =>
  ["Vite", "Rollup", "Rolldown", "esbuild"].includes(name),
);

/** What every module needs. */
const RUNTIME_FUNCTION = /function judge(?:\$\d+|\d+)?\(/g;

function projectOf({ name, files }: Bundler, options: string): Project {
  const configured = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace("responses()", `responses(${options})`)]),
  );
  const kind = options === "" ? "carrying" : "sharing";
  return new Project(`${name}-${kind}`, { ...configured, ...exampleSources() });
}

describe.for(SHARING)("$name", { concurrent: true }, (bundler) => {
  test("bundles one runtime for all mappings, which give the verdicts", async ({ expect }) => {
    const carrying = projectOf(bundler, "");
    const sharing = projectOf(bundler, "{ sharedRuntime: true }");
    for (const project of [carrying, sharing]) {
      const built = await build(bundler, project);
      expect(built.code, built.output).toBe(0);
      const ran = await run([process.execPath, bundler.output], project.folder);
      expect(ran.output.trimEnd().split("\n")).toEqual(EXPECTED_VERDICTS);
    }
    const runtimesIn = (project: Project): number =>
      project.read(bundler.output).match(RUNTIME_FUNCTION)?.length ?? 0;
    expect(runtimesIn(carrying)).toBeGreaterThan(5);
    expect(runtimesIn(sharing)).toBe(1);
    expect(sharing.read(bundler.output).length).toBeLessThan(carrying.read(bundler.output).length / 3);
  });
});
