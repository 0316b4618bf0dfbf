import { chmodSync, existsSync, readFileSync } from "node:fs";
import { delimiter, join, matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readAction } from "./support/composite-action.js";
import { BEFORE, pullRequest } from "./support/github-events.js";
import { installInto } from "./support/installed-command.js";
import { type PackageRegistry, packageRegistry } from "./support/package-registry.js";
import { runIn } from "./support/run-in.js";
import { sectionOf, shownFiles } from "./support/shown-files.js";

/*
 * What docs/ci.md shows is what is written, and does what it is shown for: each of its files is read as its place does, and the lines
 * in it are run on a repository.
 */

const page = readFileSync(fileURLToPath(new URL("../docs/ci.md", import.meta.url)), "utf8");

/** The file of that name below a heading. */
function shown(heading: string, name: string): string {
  const text = shownFiles(sectionOf(page, heading))[name];
  if (text === undefined) throw new Error(`${heading} shows no ${name}`);
  return text;
}

const WRITTEN = [
  ["github", "### Without the action", ".github/workflows/responses.yml"],
  ["gitlab", "## GitLab", ".gitlab-ci.yml"],
  ["pre-commit", "## pre-commit", ".pre-commit-config.yaml"],
] as const;

test.each(WRITTEN)("init --ci %s writes what the page shows", async (place, heading, path) => {
  const cwd = folderWith({});
  expect((await run(["init", "--ci", place], { cwd })).exitCode).toBe(0);
  const written = readFileSync(join(cwd, path), "utf8");
  expect(shown(heading, path)).toBe(written);
});

describe("the action", () => {
  const cells = (text: string) =>
    [...text.matchAll(/^\| `([\w-]+)` \| (.*?) \|(?: (.*?) ?\|)?$/gm)].map(([, ...all]) => all);

  test("has the inputs and outputs of the tables", () => {
    const { inputs, outputs } = readAction();
    const expected = [
      ...Object.entries(inputs).map(([name, { description, default: standard }]) => {
        const without = standard.includes("{{") ? "the token of the job" : standard && `\`${standard}\``;
        return [name, description, without];
      }),
      ...Object.entries(outputs).map(([name, { description }]) => [name, description, undefined]),
    ];
    expect(cells(sectionOf(page, "## GitHub"))).toEqual(expected);
  });

  test("is given inputs that it has, and asked for outputs that it has", () => {
    const workflow = shown("## GitHub", ".github/workflows/responses.yml");
    const steps: readonly { readonly uses?: string; readonly with?: object }[] =
      parse(workflow).jobs.responses.steps;
    const { inputs, outputs } = readAction();
    const given = steps.find(({ uses }) => uses?.startsWith("OWNER/responses@"))?.with ?? {};
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    const asked = [...workflow.matchAll(/steps\.responses\.outputs\.([\w-]+)/g)].map(([, name = ""]) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining(asked));
  });
});

/** What a change does: nothing bad, or a recorded response that gets another verdict. */
const GOOD = { "mappings/acme.responses": BEFORE.replace('exact "accepted"', 'exact "accepted", "pending"') };
/** A difference that is accepted and does not occur. */
const EXPIRED = {
  "responses.accepted.json": `{
  "0123456789abcdef": { "mapping": "mappings/acme.responses", "change": "success → reject", "reason": "so be it" },
  "version": 1
}
`,
};
const BAD = { "mappings/acme.responses": BEFORE.replace("is success", "is error") };

describe("where the package is installed", () => {
  let registry: PackageRegistry;
  beforeAll(async () => {
    registry = await packageRegistry();
  });
  afterAll(() => registry.close());

  /** A machine of its own: npm installs into it, and what it has installed is found. */
  function machine() {
    const home = folderWith({});
    return {
      HOME: home,
      npm_config_registry: registry.url,
      npm_config_prefix: home,
      npm_config_cache: join(home, "cache"),
      PATH: `${join(home, "bin")}${delimiter}${process.env.PATH}`,
    };
  }

  interface Step {
    readonly name?: string;
    readonly if?: string;
    readonly run?: string;
  }

  /** Runs the steps of a workflow as GitHub does, also those behind one that failed, and gives their exit codes. */
  async function runWorkflow(change: Readonly<Record<string, string>>) {
    const { workspace, base } = pullRequest({ change });
    git(workspace, "update-ref", "refs/remotes/origin/main", base);
    const workflow = parse(shown("### Without the action", ".github/workflows/responses.yml"));
    const steps: readonly Step[] = workflow.jobs.responses.steps;
    const env = { ...machine(), GITHUB_BASE_REF: "main", GITHUB_WORKSPACE: workspace };
    const ends = [];
    for (const { run: line } of steps) {
      if (line === undefined) continue;
      expect(line).not.toContain("${{");
      const summary = join(folderWith({ "summary.md": "" }), "summary.md");
      const ran = await runIn(workspace, "bash", ["-e", "-c", line], {
        ...env,
        GITHUB_STEP_SUMMARY: summary,
      });
      ends.push({ ...ran, summary: readFileSync(summary, "utf8") });
    }
    return ends;
  }

  test("on GitHub, without the action", async () => {
    const good = await runWorkflow(GOOD);
    expect(good.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(good[3]?.summary).toContain('{"result":"pending"}');
    const bad = await runWorkflow(BAD);
    expect(bad.map(({ exitCode }) => exitCode)).toEqual([0, 1, 1, 0]);
    const expired = await runWorkflow(EXPIRED);
    expect(expired.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 1]);
    // The check annotates the example that fails, and the test does not say so again.
    expect(bad[1]?.output).toMatch(/^::error file=mappings\/acme\.responses,.*title=example-fails::/m);
    expect(bad[2]?.output).not.toContain("::error");
    expect(bad[2]?.output).toContain("1 failed");
  });

  /** Runs the script of the job as a runner of GitLab does. */
  async function runJob(change: Readonly<Record<string, string>>, base: boolean) {
    const cwd = repositoryWith({ "mappings/acme.responses": BEFORE });
    const before = git(cwd, "rev-parse", "HEAD").trim();
    commitAll(cwd, change);
    const { responses: job } = parse(shown("## GitLab", ".gitlab-ci.yml"));
    const script: readonly string[] = job.script;
    const env = { ...machine(), ...(base ? { CI_MERGE_REQUEST_DIFF_BASE_SHA: before } : {}) };
    const ran = await runIn(cwd, "bash", ["-eo", "pipefail", "-c", script.join("\n")], env);
    const { codequality, junit } = job.artifacts.reports;
    return {
      ...ran,
      quality: JSON.parse(readFileSync(join(cwd, codequality), "utf8")),
      junit: junit.map((path: string) =>
        existsSync(join(cwd, path)) ? readFileSync(join(cwd, path), "utf8") : "",
      ),
    };
  }

  test("on GitLab", async () => {
    const good = await runJob(GOOD, true);
    expect(good.exitCode, good.output).toBe(0);
    expect(good.output).toContain('{"result":"pending"}');
    expect(good.quality).toEqual([]);
    const [examples, changes] = good.junit;
    expect(examples).toContain('tests="2"');
    // That sales change is to be seen in the merge request, though the job passes.
    expect(changes).toMatch(/name="line \d+: sale-gained" [^>]*>\s*<failure/);
    const onBranch = await runJob(GOOD, false);
    expect([onBranch.exitCode, onBranch.output]).toEqual([
      0,
      expect.not.stringContaining('{"result":"pending"}'),
    ]);
    expect((await runJob(EXPIRED, true)).exitCode).toBe(1);
    expect((await runJob(EXPIRED, false)).exitCode).toBe(0);
    const bad = await runJob(BAD, true);
    expect(bad.exitCode).toBe(1);
    expect(bad.junit[0]).toContain("<failure");
    expect(bad.output).toContain("no response changes its verdict");
  });
});

test.each([0, 1, 2, 3, 5])("both ready files treat the exit code %i of diff alike", async (code) => {
  const cwd = folderWith({ responses: `#!/bin/sh\nexit ${code}\n` });
  chmodSync(join(cwd, "responses"), 0o755);
  const steps: readonly { readonly run?: string }[] = parse(
    shown("### Without the action", ".github/workflows/responses.yml"),
  ).jobs.responses.steps;
  const script: readonly string[] = parse(shown("## GitLab", ".gitlab-ci.yml")).responses.script;
  const isDiff = (line: string): boolean => line.includes("responses diff ");
  const lines = [
    steps.flatMap(({ run: line }) => (line !== undefined && isDiff(line) ? [line] : [])),
    [...script.filter(isDiff), script.at(-1) ?? ""],
  ];
  const env = { PATH: `${cwd}${delimiter}${process.env.PATH}`, CI_MERGE_REQUEST_DIFF_BASE_SHA: "main" };
  for (const own of lines) {
    const { exitCode } = await runIn(cwd, "bash", ["-eo", "pipefail", "-c", own.join("\n")], env);
    expect(exitCode, own.join("\n")).toBe([0, 1, 3].includes(code) ? 0 : 1);
  }
});

describe("before a commit", () => {
  const SHARED = 'success json "$.ok" exact "true"\nexample \'{"ok":true}\' is success\n';
  const FILES = {
    ".gitignore": "node_modules/\n",
    "mappings/acme.responses": `include "shared.responses"\n${BEFORE}`,
    "mappings/shared.responses": SHARED,
  };

  /** What includes the file fails, and is not touched. */
  const BREAKS = { "mappings/shared.responses": `${SHARED}reject json "$.result" exact "accepted"\n` };
  const UNTIDY = { "mappings/shared.responses": SHARED.replace("success json", "success    json") };

  function repository(): string {
    const cwd = repositoryWith(FILES);
    installInto(cwd);
    return cwd;
  }

  test("git alone", async () => {
    const cwd = repository();
    writeFiles(cwd, { ".githooks/pre-commit": shown("### git alone", ".githooks/pre-commit") });
    chmodSync(join(cwd, ".githooks/pre-commit"), 0o755);
    git(cwd, "config", "core.hooksPath", ".githooks");
    const commit = async (change: Readonly<Record<string, string>>) => {
      writeFiles(cwd, change);
      git(cwd, "add", "-A");
      return runIn(cwd, "git", ["commit", "-q", "-m", "a change"]);
    };
    expect(await commit({ "notes.txt": "" })).toMatchObject({ exitCode: 0 });
    const broken = await commit(BREAKS);
    expect(broken.exitCode).toBe(1);
    expect(broken.output).toContain("mappings/acme.responses");
    expect((await commit(UNTIDY)).exitCode).toBe(1);
    expect(await commit({ "mappings/shared.responses": `# Shared.\n${SHARED}` })).toMatchObject({
      exitCode: 0,
    });
  });

  test.each(["acme.responses", "responses.config.json", "responses.baseline.json"])(
    "lint-staged and lefthook run where nothing but %s is touched",
    async (name) => {
      const text = shown("### lint-staged", "lint-staged.config.mjs");
      const { default: config } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
      const jobs: readonly { readonly glob: readonly string[] }[] = parse(
        shown("### lefthook", "lefthook.yml"),
      )["pre-commit"].jobs;
      const globs = [Object.keys(config), ...jobs.map(({ glob }) => glob)];
      for (const own of globs)
        expect(
          own.some((glob) => matchesGlob(name, glob)),
          own.join(),
        ).toBe(true);
    },
  );

  interface Tool {
    /** Whether it puts the programs of the folder on the path. */
    readonly hasPrograms: boolean;
    readonly lines: () => readonly string[] | Promise<readonly string[]>;
  }

  const TOOLS: Readonly<Record<string, Tool>> = {
    husky: { hasPrograms: true, lines: () => [shown("### husky", ".husky/pre-commit")] },
    lefthook: {
      hasPrograms: false,
      lines: () =>
        parse(shown("### lefthook", "lefthook.yml"))["pre-commit"].jobs.map(
          ({ run: line }: { readonly run: string }) => line,
        ),
    },
    "lint-staged": {
      hasPrograms: true,
      lines: async () => {
        const text = shown("### lint-staged", "lint-staged.config.mjs");
        const { default: config } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
        return Object.values<() => readonly string[]>(config).flatMap((commands) => commands());
      },
    },
  };

  test.each(Object.entries(TOOLS))("%s", async (_, { hasPrograms, lines }) => {
    const script = (await lines()).join("\n");
    const cwd = repository();
    const programs = hasPrograms ? join(cwd, "node_modules/.bin") + delimiter : "";
    const env = { PATH: `${programs}${process.env.PATH}` };
    const hook = () => runIn(cwd, "sh", ["-e", "-c", script], env);
    writeFiles(cwd, { "mappings/shared.responses": `# Shared.\n${SHARED}` });
    expect(await hook()).toMatchObject({ exitCode: 0 });
    writeFiles(cwd, BREAKS);
    expect((await hook()).exitCode).toBe(1);
    writeFiles(cwd, UNTIDY);
    expect((await hook()).exitCode).toBe(1);
  });
});
