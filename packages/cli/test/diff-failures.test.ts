import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FILES_ALONE, run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";

/* Whatever keeps responses diff from comparing ends with exit code 2 and says why, in every format; never with 0. */

const MAPPING = 'success keyword "sold"\n';

interface Failure {
  readonly name: string;
  /** The folder it is run in, and the arguments. */
  readonly make: () => {
    readonly cwd: string;
    readonly args: readonly string[];
    readonly env?: Record<string, string>;
  };
  readonly says: RegExp;
}

const repository = (): string => repositoryWith({ "a.responses": MAPPING });

const FAILURES: readonly Failure[] = [
  { name: "nothing named", make: () => ({ cwd: repository(), args: [] }), says: /say what to compare/ },
  {
    name: "one path",
    make: () => ({ cwd: repository(), args: ["a.responses"] }),
    says: /say what to compare a\.responses with/,
  },
  {
    name: "three paths",
    make: () => ({ cwd: repository(), args: ["a.responses", "a.responses", "a.responses"] }),
    says: /two files or folders can be compared, not more/,
  },
  {
    name: "a file and a folder",
    make: () => ({ cwd: repository(), args: ["a.responses", "."] }),
    says: /one is a file, the other a folder/,
  },
  {
    name: "standard input",
    make: () => ({ cwd: repository(), args: ["-", "a.responses"] }),
    says: /standard input cannot/,
  },
  {
    name: "neither path nor revision",
    make: () => ({ cwd: repository(), args: ["nope"] }),
    says: /no file or folder nope, and there is no revision nope/,
  },
  {
    name: "a path that is not there",
    make: () => ({ cwd: repository(), args: ["./nope", "a.responses"] }),
    says: /no file or folder \.\/nope/,
  },
  {
    name: "a revision that does not exist",
    make: () => ({ cwd: repository(), args: ["nope...HEAD"] }),
    says: /no revision nope/,
  },
  {
    name: "a base that does not exist",
    make: () => ({ cwd: repository(), args: ["--base", "nope"] }),
    says: /no revision nope/,
  },
  {
    name: "a base by two names",
    make: () => ({ cwd: repository(), args: ["--base", "main", "--since", "HEAD"] }),
    says: /--base and --since are names of one option/,
  },
  {
    name: "a base and two revisions",
    make: () => ({ cwd: repository(), args: ["--base", "main", "main...HEAD"] }),
    says: /--base main compares the working tree, and main\.\.\.HEAD is a revision: leave main\.\.\.HEAD out, or write responses diff main\.\.\.HEAD without --base/,
  },
  {
    name: "a base and a revision",
    make: () => ({ cwd: repository(), args: ["--base", "main", "HEAD"] }),
    says: /HEAD is a revision: leave HEAD out, or write responses diff main\.\.\.HEAD without --base/,
  },
  {
    name: "a misspelt revision",
    make: () => ({ cwd: repository(), args: ["mian...HEAD"] }),
    says: /no revision mian in this repository: did you mean main\?/,
  },
  {
    name: "a revision before the first",
    make: () => ({ cwd: repository(), args: ["HEAD~9"] }),
    says: /no revision HEAD~9 in this repository: HEAD has 1 commit, and HEAD is the first/,
  },
  {
    name: "a revision like an option",
    make: () => ({ cwd: repository(), args: ["--base=--output=written"] }),
    says: /no revision --output=written/,
  },
  {
    name: "a revision and a path of one name",
    make: () => {
      const cwd = repositoryWith({ "main/a.responses": MAPPING });
      return { cwd, args: ["main"] };
    },
    says: /main is a path and a revision: write \.\/main/,
  },
  {
    name: "a path on neither side",
    make: () => ({ cwd: repository(), args: ["HEAD", "nope.responses"] }),
    says: /there is no file or folder nope\.responses/,
  },
  {
    name: "a second revision that does not exist",
    make: () => ({ cwd: repository(), args: ["HEAD", "nope"] }),
    says: /no file or folder nope, neither now nor at HEAD, and no revision of that name/,
  },
  {
    name: "nothing on either side",
    make: () => ({ cwd: repositoryWith({ "a.txt": "" }), args: ["HEAD"] }),
    says: /found no mapping file; exit code 2: there was nothing to do/,
  },
  {
    name: "no repository",
    make: () => ({ cwd: folderWith({ "a.responses": MAPPING }), args: ["HEAD"] }),
    says: /is in no git repository/,
  },
  {
    name: "no commit",
    make: () => {
      const cwd = folderWith({ "a.responses": MAPPING });
      git(cwd, "init", "-q");
      return { cwd, args: ["HEAD"] };
    },
    says: /the repository has no commit yet/,
  },
  {
    name: "histories apart",
    make: () => {
      const cwd = repository();
      git(cwd, "switch", "-q", "--orphan", "apart");
      commitAll(cwd, { "b.responses": MAPPING });
      return { cwd, args: ["main...HEAD"] };
    },
    says: /have no commit in common/,
  },
  {
    name: "a shallow clone",
    make: () => {
      const origin = repository();
      git(origin, "switch", "-q", "-c", "change");
      commitAll(origin, { "a.responses": `# New.\n${MAPPING}` });
      const cwd = join(folderWith({}), "clone");
      git(origin, "clone", "-q", "--depth", "1", "--branch", "change", `file://${origin}`, cwd);
      return { cwd, args: ["--base", "origin/main"] };
    },
    says: /shallow.*: git fetch --unshallow origin \+refs\/heads\/main:refs\/remotes\/origin\/main .*fetch-depth: 0/,
  },
  {
    name: "no git",
    make: () => ({ cwd: repository(), args: ["HEAD"], env: { PATH: "/nowhere" } }),
    says: /git could not be started: there is no such program/,
  },
  {
    name: "a git that fails",
    make: () => {
      const path = folderWith({ git: "#!/bin/sh\necho 'fatal: out of luck' >&2\nexit 128\n" });
      chmodSync(join(path, "git"), 0o755);
      return { cwd: repository(), args: ["HEAD"], env: { PATH: path } };
    },
    says: /git rev-parse failed: out of luck/,
  },
  {
    name: "a tree that git cannot read",
    make: () => {
      const path = folderWith({
        git: '#!/bin/sh\nfor a; do [ "$a" = ls-tree ] && { echo "fatal: bad tree" >&2; exit 128; }; done\nPATH=$REAL exec git "$@"\n',
      });
      chmodSync(join(path, "git"), 0o755);
      return { cwd: repository(), args: ["HEAD"], env: { PATH: path, REAL: process.env.PATH ?? "" } };
    },
    says: /git ls-tree failed: bad tree/,
  },
  {
    name: "errors before",
    make: () => {
      const cwd = repositoryWith({ "a.responses": 'sucess keyword "a"\n' });
      writeFiles(cwd, { "a.responses": MAPPING });
      return { cwd, args: ["HEAD"] };
    },
    says: /sucess/,
  },
  {
    name: "errors after",
    make: () => {
      const cwd = repository();
      writeFiles(cwd, { "a.responses": 'sucess keyword "a"\n' });
      return { cwd, args: ["HEAD"] };
    },
    says: /a mapping with errors gives no verdicts/,
  },
  {
    name: "a new file with errors",
    make: () => {
      const cwd = repository();
      writeFiles(cwd, { "b.responses": 'include "none.responses"\n' });
      return { cwd, args: ["HEAD"] };
    },
    says: /none\.responses/,
  },
  {
    name: "an include that was not there",
    make: () => {
      const cwd = repositoryWith({ "a.responses": 'include "b.responses"\n' });
      writeFiles(cwd, { "b.responses": MAPPING });
      return { cwd, args: ["HEAD", "a.responses"] };
    },
    says: /b\.responses/,
  },
  {
    name: "a project file that was wrong",
    make: () => {
      const cwd = repositoryWith({ "a.responses": MAPPING, "responses.config.json": "{" });
      writeFiles(cwd, { "responses.config.json": "{}" });
      return { cwd, args: ["HEAD"] };
    },
    says: /at HEAD: the project file cannot be used/,
  },
  {
    name: "an object that is gone",
    make: () => {
      const cwd = repository();
      const object = git(cwd, "rev-parse", "HEAD:a.responses").trim();
      const folder = join(cwd, ".git/objects", object.slice(0, 2));
      chmodSync(join(folder, object.slice(2)), 0o644);
      writeFileSync(join(folder, object.slice(2)), "");
      return { cwd, args: ["HEAD"] };
    },
    says: /a\.responses|git cat-file failed/,
  },
  {
    name: "permissions of Node without that to start git",
    make: () => ({ cwd: repository(), args: ["HEAD"], env: FILES_ALONE }),
    says: /git could not be started: Node runs with permissions here and may start no other program \(--allow-child-process lets it\); /,
  },
];

describe.each(FAILURES.map((failure) => [failure.name, failure] as const))("%s", (_, { make, says }) => {
  test("fails in every format, with its reason", async () => {
    const { cwd, args, env = {} } = make();
    const before = readdirSync(cwd);
    for (const format of ["pretty", "json", "markdown"]) {
      const { exitCode, stdout, stderr } = await run(["diff", ...args, "--format", format], { cwd, env });
      expect([format, exitCode]).toEqual([format, 2]);
      expect(stdout + stderr).toMatch(says);
      expect(stdout + stderr).not.toContain("this should not happen");
      // Data is whole or is not there at all.
      if (format === "json" && stdout !== "") expect(JSON.parse(stdout).files).toBeInstanceOf(Array);
    }
    expect(readdirSync(cwd)).toEqual(before);
  });
});

test("--allow-empty accepts that there is nothing", async () => {
  const cwd = repositoryWith({ "a.txt": "" });
  expect((await run(["diff", "HEAD", "--allow-empty"], { cwd })).exitCode).toBe(0);
});
