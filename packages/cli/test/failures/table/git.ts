import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitAll, git, writeFiles } from "@responses/testing/git-repository";
import { type CommandName, commandsThat } from "../commands.js";
import type { Failure, Way } from "../failure.js";

const GIT_COMMANDS = commandsThat("asks-git");
const CHANGED = GIT_COMMANDS.filter((name) => name.endsWith("--changed"));
const OF_REVISIONS: readonly CommandName[] = ["diff of revisions"];
const OF_WORKING_TREE: readonly CommandName[] = ["diff with the working tree", "diff --accept"];
/** Those that ask where two revisions parted. */
const PARTED = [...CHANGED, ...OF_REVISIONS];
const DIFFS = [...OF_REVISIONS, ...OF_WORKING_TREE];

/** The plumbing that is asked, and who asks it. */
const PLUMBING: Readonly<Record<string, readonly CommandName[]>> = {
  "rev-parse": GIT_COMMANDS,
  "merge-base": OF_REVISIONS,
  "diff-index": CHANGED,
  grep: CHANGED,
  "ls-files": CHANGED,
  "ls-tree": DIFFS,
  "cat-file": DIFFS,
  "check-ignore": OF_WORKING_TREE,
};

/** Runs with a git that does something else for one of its commands. */
function withGit(folder: string, script: string): Way {
  writeFiles(folder, { "fake/git": `#!/bin/sh\n${script}\nPATH="$REAL" exec git "$@"\n` });
  chmodSync(join(folder, "fake/git"), 0o755);
  const { PATH = "" } = process.env;
  return { env: { PATH: `${join(folder, "fake")}:${PATH}`, REAL: PATH } };
}

function at(command: string, script: string): string {
  return `for word; do if [ "$word" = ${command} ]; then ${script}; fi; done`;
}

const MISBEHAVIOURS: readonly (readonly [string, string, RegExp])[] = [
  ["fails", "echo 'fatal: out of luck' >&2; exit 128", /git [a-z-]+ failed: out of luck/],
  ["is killed", "kill -9 $$", /git [a-z-]+ failed: it was ended by SIGKILL/],
  [
    "hangs for a moment and fails",
    "sleep 0.2; echo 'error: too slow' >&2; exit 3",
    /git [a-z-]+ failed: too slow/,
  ],
];

const PLUMBING_FAILS: readonly Failure[] = Object.entries(PLUMBING).flatMap(([command, commands]) =>
  MISBEHAVIOURS.map(
    ([how, script, says]): Failure => ({
      name: `a git whose ${command} ${how}`,
      commands,
      make: (folder) => withGit(folder, at(command, script)),
      says,
    }),
  ),
);

const GARBAGE: readonly Failure[] = [
  "rev-parse",
  "merge-base",
  "diff-index",
  "grep",
  "ls-files",
  "ls-tree",
  "cat-file",
].map(
  (command): Failure => ({
    name: `a git whose ${command} says something else`,
    commands: PLUMBING[command] ?? [],
    make: (folder) => withGit(folder, at(command, "echo 'Welcome to this machine!'; exit 0")),
    says: /its answer is not what git answers|does not hold its content|another than a moment ago/,
  }),
);

/** Changes the repository, and runs as always. */
function repository(
  name: string,
  commands: readonly CommandName[],
  change: (folder: string) => void,
  says: RegExp,
  others: Pick<Failure, "code"> & { readonly way?: Way } = {},
): Failure {
  const { way = {}, ...rest } = others;
  return {
    name,
    commands,
    make: (folder) => {
      change(folder);
      return way;
    },
    says,
    ...rest,
  };
}

function overwrite(folder: string, path: string, content: string): void {
  const place = join(folder, ".git", path);
  chmodSync(place, 0o644);
  writeFileSync(place, content);
}

/** Cuts an object off. */
function damage(folder: string, object: string): void {
  const name = git(folder, "rev-parse", object).trim();
  overwrite(folder, `objects/${name.slice(0, 2)}/${name.slice(2)}`, "");
}

/** A merge that stopped at a mapping, with the marks of both sides in it. */
function conflict(folder: string): void {
  git(folder, "switch", "-q", "-c", "other", "main");
  commitAll(folder, { "mappings/deep/b.responses": 'success word "other"\nexample "other" is success\n' });
  git(folder, "switch", "-q", "change");
  commitAll(folder, { "mappings/deep/b.responses": 'success word "mine"\nexample "mine" is success\n' });
  try {
    git(folder, "merge", "-q", "other");
  } catch {
    // That is what it is for.
  }
}

const REPOSITORIES: readonly Failure[] = [
  repository(
    "no repository",
    GIT_COMMANDS,
    (folder) => rmSync(join(folder, ".git"), { recursive: true }),
    /is in no git repository/,
  ),
  repository(
    "a repository without a commit",
    GIT_COMMANDS,
    (folder) => {
      rmSync(join(folder, ".git"), { recursive: true });
      git(folder, "init", "-q", "-b", "main");
    },
    /no revision main in this repository|the repository has no commit yet/,
  ),
  repository(
    "a branch without a commit",
    GIT_COMMANDS,
    (folder) => overwrite(folder, "HEAD", "ref: refs/heads/unborn\n"),
    /the repository has no commit yet/,
  ),
  repository(
    "a HEAD that says nothing",
    GIT_COMMANDS,
    (folder) => overwrite(folder, "HEAD", ""),
    /is in no git repository/,
  ),
  repository(
    "a .git that is no repository",
    GIT_COMMANDS,
    (folder) => {
      rmSync(join(folder, ".git"), { recursive: true });
      writeFileSync(join(folder, ".git"), "nothing");
    },
    /git rev-parse failed: invalid gitfile format|is in no git repository/,
  ),
  repository(
    "a repository without its objects",
    GIT_COMMANDS,
    (folder) => renameSync(join(folder, ".git/objects"), join(folder, ".git/gone")),
    /is in no git repository/,
  ),
  repository(
    "a configuration of git that is broken",
    GIT_COMMANDS,
    (folder) => overwrite(folder, "config", "[core\n"),
    /git rev-parse failed: bad config line/,
  ),
  repository(
    "a repository without a working tree",
    CHANGED,
    (folder) => git(folder, "config", "core.bare", "true"),
    /a bare repository has no working tree/,
  ),
  repository(
    "a branch that is gone",
    PARTED,
    (folder) => git(folder, "branch", "-q", "-D", "main"),
    /there is no revision main in this repository/,
  ),
  repository(
    "a branch that is damaged",
    PARTED,
    (folder) => overwrite(folder, "refs/heads/main", "0123\n"),
    /there is no revision main/,
  ),
  repository(
    "a commit that is cut off",
    PARTED,
    (folder) => damage(folder, "main"),
    /no revision main|git [a-z-]+ failed/,
  ),
  repository(
    "a tree that is cut off",
    CHANGED,
    (folder) => damage(folder, "main^{tree}"),
    /git [a-z-]+ failed/,
  ),
  repository(
    "a tree that is cut off, compared",
    OF_REVISIONS,
    (folder) => damage(folder, "main^{tree}"),
    /git [a-z-]+ failed/,
  ),
  repository(
    "a mapping that is cut off in the repository",
    OF_REVISIONS,
    (folder) => damage(folder, "main:mappings/deep/b.responses"),
    /at main.*: cannot read mappings\/deep\/b\.responses|git [a-z-]+ failed/,
  ),
  repository(
    "an index that is broken",
    [...CHANGED, ...OF_WORKING_TREE],
    (folder) => overwrite(folder, "index", "nothing"),
    /git [a-z-]+ failed: .*index/,
  ),
  repository(
    "histories without a commit in common",
    PARTED,
    (folder) => {
      git(folder, "switch", "-q", "--orphan", "apart");
      commitAll(folder, { "mappings/a.responses": 'success word "a"\nexample "a" is success\n' });
    },
    /have no commit in common/,
  ),
  repository(
    "a shallow clone without the base",
    PARTED,
    (folder) => {
      git(folder, "clone", "-q", "--depth", "1", "--branch", "change", `file://${folder}`, "clone");
      rmSync(join(folder, ".git"), { recursive: true });
      renameSync(join(folder, "clone/.git"), join(folder, ".git"));
      rmSync(join(folder, "clone"), { recursive: true });
    },
    /this clone is shallow/,
  ),
  repository("a repository of somebody else", GIT_COMMANDS, () => {}, /git does not trust the repository/, {
    way: { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } },
  }),
  repository("variables of git that lead elsewhere", GIT_COMMANDS, () => {}, /is in no git repository/, {
    way: { env: { GIT_DIR: "/nowhere" } },
  }),
  repository("no git", GIT_COMMANDS, () => {}, /git could not be started: there is no such program/, {
    way: { env: { PATH: "/nowhere" } },
  }),
  {
    name: "a git that nobody may run",
    commands: GIT_COMMANDS,
    make: (folder) => {
      mkdirSync(join(folder, "fake"));
      writeFileSync(join(folder, "fake/git"), "");
      return { env: { PATH: join(folder, "fake") } };
    },
    says: /git could not be started: permission denied/,
  },
  repository(
    "a merge that stopped at a mapping",
    [
      "check",
      "check --changed",
      "test",
      "test --changed",
      "compile",
      "types",
      "docs",
      "fmt --check",
      "diff with the working tree",
      "diff --accept",
    ],
    conflict,
    /b\.responses/,
    { code: "refused" },
  ),
];

/** Revisions that are none. */
const REVISIONS: readonly Failure[] = [
  "nope",
  "--output=written",
  "",
  "main..change",
  "HEAD:mappings/a.responses",
  "main@{99}",
].flatMap((revision): readonly Failure[] => [
  {
    name: `the revision "${revision}", since which something has changed`,
    commands: CHANGED,
    make: (_, name) => ({ args: [name === "check --changed" ? "check" : "test", `--since=${revision}`] }),
    says: /there is no revision|is empty: give a revision|no commit in common/,
  },
  {
    name: `the revision "${revision}", from which something is compared`,
    commands: OF_REVISIONS,
    make: () => ({ args: ["diff", `--base=${revision}`] }),
    says: /there is no revision|is empty: give a revision/,
  },
]);

const USE_OF_GIT: readonly Failure[] = [
  {
    name: "a change since nobody knows when",
    commands: CHANGED,
    make: (_, name) => ({ args: [name === "check --changed" ? "check" : "test", "--changed"] }),
    says: /say since which revision/,
  },
  {
    name: "a branch of a pull request that was not fetched",
    commands: CHANGED,
    make: (_, name) => ({
      args: [name === "check --changed" ? "check" : "test", "--changed"],
      env: { GITHUB_BASE_REF: "release" },
    }),
    says: /there is no revision origin\/release/,
  },
  {
    name: "a revision and a path of one name",
    commands: OF_REVISIONS,
    make: (folder) => {
      mkdirSync(join(folder, "main"));
      return { args: ["diff", "main"] };
    },
    says: /main is a path and a revision/,
  },
  {
    name: "a mapping that has other verdicts",
    commands: ["diff with the working tree"],
    make: (folder) => {
      writeFileSync(join(folder, "mappings/deep/b.responses"), 'reject word "sold"\n');
      return {};
    },
    says: /exit code 1: responses get another verdict/,
    code: 1,
    // What differs is no failure of the run.
    afterReports: true,
  },
];

export const GIT: readonly Failure[] = [
  ...PLUMBING_FAILS,
  ...GARBAGE,
  ...REPOSITORIES,
  ...REVISIONS,
  ...USE_OF_GIT,
];
