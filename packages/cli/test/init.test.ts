import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { git, repositoryWith } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

describe("responses init", () => {
  test("writes a file that has no finding, passes its examples and is formatted", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "acme.responses"], { cwd })).exitCode).toBe(0);
    expect((await run(["check"], { cwd })).stdout).toContain("found nothing");
    expect((await run(["test"], { cwd })).exitCode).toBe(0);
    expect((await run(["fmt", "--check"], { cwd })).exitCode).toBe(0);
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });

  test("never overwrites, and leaves nothing behind", async () => {
    const cwd = folderWith({ "acme.responses": "mine" });
    const { exitCode, stderr } = await run(["init", "acme.responses"], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("it is there already")]);
    expect(readFileSync(join(cwd, "acme.responses"), "utf8")).toBe("mine");
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });

  test("makes the folders that are missing", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "new/buyers/acme.responses"], { cwd })).exitCode).toBe(0);
    expect(readdirSync(join(cwd, "new/buyers"))).toEqual(["acme.responses"]);
  });

  test("refuses a name that no command would find", async () => {
    const cwd = folderWith({});
    expect((await run(["init", "acme"], { cwd })).exitCode).toBe(2);
    expect(existsSync(join(cwd, "acme"))).toBe(false);
  });

  test.each([
    ["acme", "acme.responses"],
    [".", "mapping.responses"],
    ["..", "../mapping.responses"],
    ["buyers", "buyers/mapping.responses"],
    ["new/", "new/mapping.responses"],
    ["acme corp", "'acme corp.responses'"],
  ])("offers for %s the name %s", async (given, offered) => {
    const cwd = folderWith({ "buyers/other.responses": "" });
    expect((await run(["init", given], { cwd })).stderr).toContain(`try responses init ${offered}\n`);
  });
});

test("names with blanks are quoted where they are to be typed, and asked to be", async () => {
  const cwd = folderWith({});
  const { stdout } = await run(["init", "acme corp.responses"], { cwd });
  expect(stdout).toContain("; responses test 'acme corp.responses' runs its examples");
  const { exitCode, stderr } = await run(["init", "acme", "corp.responses"], { cwd });
  expect(stderr).toContain("A name with blanks in it needs quotation marks.");
  expect(exitCode).toBe(2);
});

/* What the files hold and do is tested with the page that shows them, docs/ci.md. */
describe("responses init --ci", () => {
  const PLACES = [
    ["github", ".github/workflows/responses.yml"],
    ["gitlab", ".gitlab-ci.yml"],
    ["pre-commit", ".pre-commit-config.yaml"],
  ] as const;

  test.each(PLACES)("%s writes %s and nothing else", async (place, path) => {
    const cwd = folderWith({});
    const { exitCode, stdout } = await run(["init", "--ci", place], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(`wrote ${path}; `);
    expect(stdout).toContain(
      "\nit installs @responses/cli, which is not on npm yet: until then `npm run release -- --dry-run`",
    );
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map((entry) => join(entry.parentPath, entry.name))).toEqual([join(cwd, path)]);
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    expect(readFileSync(join(cwd, path), "utf8")).toContain(`@responses/cli@${version}`);
  });

  test.each(PLACES)("%s never overwrites %s, and says what to add", async (place, path) => {
    const cwd = folderWith({ [path]: "mine" });
    const { exitCode, stdout, stderr } = await run(["init", "acme.responses", "--ci", place], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(`${path} is there already and stays as it is; add the text above to `);
    expect(stdout).toContain("responses check --max-warnings 0");
    expect(stdout.startsWith(place === "pre-commit" ? "  - repo: local\n" : "# Checks and tests")).toBe(true);
    expect(readFileSync(join(cwd, path), "utf8")).toBe("mine");
    expect(existsSync(join(cwd, "acme.responses"))).toBe(false);
  });

  test("is content with a file that is as it would be written", async () => {
    const cwd = folderWith({});
    await run(["init", "--ci", "gitlab"], { cwd });
    const { exitCode, stdout } = await run(["init", "--ci", "gitlab"], { cwd });
    expect([exitCode, stdout]).toEqual([
      0,
      ".gitlab-ci.yml is there already, and is what would be written\n",
    ]);
  });

  test("writes to the root of the repository, the mapping file where it is said", async () => {
    const root = repositoryWith({ "buyers/eu/notes.txt": "" });
    const cwd = join(root, "buyers/eu");
    const { exitCode, stdout } = await run(["init", "acme.responses", "--ci", "gitlab"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^wrote \.\.\/\.\.\/\.gitlab-ci\.yml; .*\nit installs .*\nwrote acme\.responses; /,
    );
    expect(git(root, "status", "--short", "-uall").trim().split("\n")).toEqual([
      "?? .gitlab-ci.yml",
      "?? buyers/eu/acme.responses",
    ]);
  });

  test("writes neither file where the mapping file is there", async () => {
    const cwd = folderWith({ "acme.responses": "mine" });
    const { exitCode, stderr } = await run(["init", "acme.responses", "--ci", "gitlab"], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("it is there already")]);
    expect(readdirSync(cwd)).toEqual(["acme.responses"]);
  });

  test("a folder in the file's place is left alone", async () => {
    const cwd = folderWith({});
    mkdirSync(join(cwd, ".gitlab-ci.yml"));
    expect((await run(["init", "--ci", "gitlab"], { cwd })).exitCode).toBe(2);
  });

  test.each([
    ["githb", "Did you mean github?"],
    ["precommit", "Did you mean pre-commit?"],
    ["jenkins", "Allowed choices are github, gitlab, pre-commit.\n"],
    ["constructor", "Allowed choices are github, gitlab, pre-commit.\n"],
  ])("%s is no place: %s", async (place, advice) => {
    const cwd = folderWith({});
    const { exitCode, stderr } = await run(["init", "--ci", place], { cwd });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(advice)]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
