import { describe, test } from "vitest";
import { DOUBTFUL, RIGHT, STRICT, WRONG } from "./support/acme.js";
import { EXPECTED_VERDICTS, exampleSources } from "./support/examples.js";
import { BUNDLERS_OF_NEXT, NEXT, nextFiles } from "./support/next.js";
import { type Ended, run } from "./support/processes.js";
import { Project } from "./support/project.js";

/*
 * Next.js, with both of its bundlers: a page that is made while it builds has the verdicts. Its cache outlives a run.
 */

const PAGE = `import { match } from "../src/acme.responses";

export default () => <pre>{match({ status: 503, body: "" }).label}</pre>;
`;

/** The page prints what the module of the other tools prints, as one text. */
function examplePage(main: string): string {
  return `${main
    .replaceAll('from "./', 'from "../src/')
    .replace("for (const", "const lines = [];\nfor (const")
    .replace("console.log(", "lines.push(")}
export default () => <pre>{btoa(encodeURIComponent(lines.join("\\n")))}</pre>;
`;
}

describe.for(BUNDLERS_OF_NEXT)("Next.js with %s", ([name, options]) => {
  const build = ({ folder }: Project): Promise<Ended> =>
    run([process.execPath, NEXT, "build", ...options], folder, { NEXT_TELEMETRY_DISABLED: "1" });
  const contentOf = (project: Project): string =>
    /<pre>([^<]*)<\/pre>/.exec(project.read(".next/server/app/index.html"))?.[1] ?? "";

  test("gives all examples their verdicts", async ({ expect }) => {
    const sources = exampleSources();
    const page = examplePage(sources["src/main.js"] ?? "");
    const project = new Project(`Next-${name}-examples`, nextFiles({ ...sources, "app/page.jsx": page }));
    const { output, code } = await build(project);
    expect(code, output).toBe(0);
    expect(decodeURIComponent(atob(contentOf(project))).split("\n")).toEqual(EXPECTED_VERDICTS);
  });

  test("shows findings with places and lines, again on a second run, and refuses what has errors", async ({
    expect,
  }) => {
    const project = new Project(`Next-${name}-findings`, nextFiles({ ...RIGHT, "app/page.jsx": PAGE }));
    project.write("src/acme.responses", DOUBTFUL);
    for (let time = 0; time < 2; time += 1) {
      const { output, code } = await build(project);
      expect(code, output).toBe(0);
      expect(output).toContain("src/acme.responses:3:33: ");
      expect(output).toContain('  3 | reject  keyword "é" and keyword "OK"\n');
      expect(contentOf(project)).toBe("Server error");
    }
    project.write("responses.config.json", STRICT);
    for (let time = 0; time < 2; time += 1) {
      const { output, code } = await build(project);
      expect(code, output).not.toBe(0);
      expect(output).toContain("src/acme.responses:3:33: ");
    }
    project.write("src/acme.responses", WRONG);
    for (let time = 0; time < 2; time += 1) {
      const { output, code } = await build(project);
      expect(code, output).not.toBe(0);
      expect(output).toContain('src/acme.responses:2:42: error: write "as" instead of "az" [syntax]');
    }
    project.write("src/acme.responses", RIGHT["src/acme.responses"]);
    project.write("src/shared.responses", "error status 5xx as Other\n");
    const mended = await build(project);
    expect(mended.code, mended.output).toBe(0);
    expect(contentOf(project)).toBe("Other");
  });
});
