import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "@responses/testing/folder";
import { git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { installInto } from "./support/installed-command.js";
import { packageRegistry } from "./support/package-registry.js";
import { HAS_PRE_COMMIT, hookRepository } from "./support/pre-commit.js";
import { runIn } from "./support/run-in.js";
import { sectionOf, shownFiles } from "./support/shown-files.js";

/*
 * The hooks of .pre-commit-hooks.yaml, with pre-commit itself, on commits to a repository. Where there is no pre-commit they are
 * left out, but not in CI.
 */

const ACME = `include "shared.responses"
success json "$.sold" exact "true"
example '{"sold":true}' is success
`;

const SHARED = `success json "$.bought" exact "true"
example '{"bought":true}' is success
`;

const page = readFileSync(fileURLToPath(new URL("../docs/ci.md", import.meta.url)), "utf8");

/** The configuration that docs/ci.md shows below a heading. */
function configuration(heading: string): string {
  const text = shownFiles(sectionOf(page, heading))[".pre-commit-config.yaml"];
  if (text === undefined) throw new Error(`${heading} shows no configuration`);
  return text;
}

/** A repository in which the hooks of this one are installed. */
async function hooked() {
  const { repo, rev } = hookRepository();
  const config = configuration("### The hooks of this repository")
    .replace("https://github.com/OWNER/responses", repo)
    .replace(/rev: .*/, `rev: ${rev}`);
  return committing(config);
}

/** A repository that pre-commit is installed in. */
async function committing(config: string) {
  const cwd = repositoryWith({ ".pre-commit-config.yaml": config, ".gitignore": "node_modules/\n" });
  const env = { PRE_COMMIT_HOME: folderWith({}) };
  expect(await runIn(cwd, "pre-commit", ["install"], env)).toMatchObject({ exitCode: 0 });
  const commit = (more: Readonly<Record<string, string>> = {}) =>
    runIn(cwd, "git", ["commit", "-q", "-m", "a change"], { ...env, ...more });
  return { cwd, env, commit };
}

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly files: string;
  readonly require_serial?: boolean;
  readonly pass_filenames?: boolean;
}

test("the hooks of this repository are those that init --ci writes, but for how they are installed", () => {
  const own: readonly Hook[] = parse(
    readFileSync(fileURLToPath(new URL("../.pre-commit-hooks.yaml", import.meta.url)), "utf8"),
  );
  const [written]: readonly { readonly hooks: readonly Hook[] }[] = parse(
    configuration("## pre-commit"),
  ).repos;
  const parts = ({ id, name, entry, args = [], files, require_serial, pass_filenames }: Hook) => ({
    ...{ id, name, files, require_serial, pass_filenames },
    command: [entry.replace(/^action\/pre-commit\.mjs /, "responses "), ...args].join(" "),
  });
  expect(own.length).toBeGreaterThan(0);
  expect(own.map(parts)).toEqual(written?.hooks.map(parts));
});

describe.runIf(HAS_PRE_COMMIT)("the hooks for pre-commit", () => {
  test("let a commit pass, or stop it and say why", async () => {
    const { cwd, commit } = await hooked();
    installInto(cwd);
    const files = { "buyers/acme.responses": ACME, "buyers/shared.responses": SHARED };
    writeFiles(cwd, files);
    git(cwd, "add", "-A");
    const well = await commit();
    expect(well.output).toMatch(
      /responses fmt\.+Passed\nresponses check\.+Passed\nresponses test\.+Passed\n/,
    );
    expect(well.exitCode).toBe(0);

    // What includes the file is wrong now, and was not touched.
    writeFiles(cwd, { "buyers/shared.responses": `${SHARED}reject json "$.sold" exact "true"\n` });
    git(cwd, "add", "-A");
    const doubtful = await commit();
    expect(doubtful.output).toMatch(/responses check\.+Failed/);
    expect(doubtful.output).toContain("buyers/acme.responses:2");
    expect(doubtful.exitCode).toBe(1);

    writeFiles(cwd, { ...files, "buyers/acme.responses": `${ACME}example '{"sold":1}' is success\n` });
    git(cwd, "add", "-A");
    const wrong = await commit();
    expect(wrong.output).toMatch(/responses test\.+Failed/);
    expect(wrong.output).toContain("1 failed; exit code 1");

    writeFiles(cwd, { "buyers/acme.responses": ACME.replace("success json", "success    json") });
    git(cwd, "add", "-A");
    const untidy = await commit();
    expect(untidy.output).toMatch(/responses fmt\.+Failed\n.*\n- files were modified by this hook/);
    expect(readFileSync(join(cwd, "buyers/acme.responses"), "utf8")).toBe(ACME);
  });

  test("are run where nothing but a baseline is touched", async () => {
    const { cwd, commit } = await hooked();
    installInto(cwd);
    writeFiles(cwd, {
      "acme.responses": SHARED,
      "responses.config.json": '{ "baseline": "responses.baseline.json" }\n',
      "responses.baseline.json": '{\n  "version": 1\n}\n',
    });
    git(cwd, "add", "-A");
    expect(await commit()).toMatchObject({ exitCode: 0 });
    writeFiles(cwd, { "responses.baseline.json": '{\n  "version": 2\n}\n' });
    git(cwd, "add", "-A");
    const wrong = await commit();
    expect(wrong.output).toMatch(/responses check\.+Failed/);
    expect(wrong.exitCode).toBe(1);
  });

  test("are not run where no mapping file is touched, and cannot pass without any", async () => {
    const { cwd, env, commit } = await hooked();
    installInto(cwd);
    writeFiles(cwd, { "notes.txt": "" });
    git(cwd, "add", "-A");
    const other = await commit();
    expect(other.output).toMatch(/responses check\.+\(no files to check\)Skipped/);
    expect(other.exitCode).toBe(0);
    writeFiles(cwd, { "responses.config.json": "{}\n" });
    git(cwd, "add", "-A");
    const empty = await runIn(cwd, "pre-commit", ["run", "responses-check", "--all-files"], env);
    expect(empty.output).toContain("exit code: 2");
    expect(empty.exitCode).toBe(1);
  });

  test("install the version of their revision where the repository has none, once", async () => {
    const { cwd, commit } = await hooked();
    const registry = await packageRegistry();
    writeFiles(cwd, { "acme.responses": ACME.replace(/^include.*\n/, "") });
    git(cwd, "add", "-A");
    const npm = { npm_config_registry: registry.url, npm_config_cache: folderWith({}) };
    const { exitCode, output } = await commit(npm);
    expect(exitCode, output).toBe(0);
    expect(registry.requests.filter((path) => path.endsWith(".tgz")).length).toBe(1);
    registry.close();

    writeFiles(cwd, { "acme.responses": SHARED });
    git(cwd, "add", "-A");
    expect(await commit({ npm_config_registry: "http://127.0.0.1:9/" })).toMatchObject({ exitCode: 0 });
  });

  test("stop the commit where there is no command to be had", async () => {
    const { cwd, commit } = await hooked();
    writeFiles(cwd, { "acme.responses": SHARED });
    git(cwd, "add", "-A");
    const npm = {
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_fetch_retries: "0",
      npm_config_cache: folderWith({}),
    };
    const { exitCode, output } = await commit(npm);
    expect(exitCode).toBe(1);
    expect(output).toContain("responses: npm could not install @responses/cli@");
  });

  test("are installed by pre-commit itself with the file that init --ci writes", async () => {
    const { cwd, commit } = await committing(configuration("## pre-commit"));
    const registry = await packageRegistry();
    const npm = { npm_config_registry: registry.url, npm_config_cache: folderWith({}) };
    writeFiles(cwd, { "acme.responses": SHARED });
    git(cwd, "add", "-A");
    const well = await commit(npm);
    expect(well.output).toMatch(
      /responses fmt\.+Passed\nresponses check\.+Passed\nresponses test\.+Passed\n/,
    );
    expect(well.exitCode).toBe(0);
    writeFiles(cwd, { "acme.responses": SHARED.replace("is success", "is error") });
    git(cwd, "add", "-A");
    const wrong = await commit(npm);
    expect(wrong.output).toMatch(/responses test\.+Failed/);
    expect(wrong.exitCode).toBe(1);
    registry.close();
  });
});
