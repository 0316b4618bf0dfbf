import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { GitRepository, MappingFiles, RevisionFiles, workingTreeOf } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { afterEach, describe, expect, test, vi } from "vitest";
import { gitRefusalOf } from "../support/git-refusal.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a revision", () => {
  test("is what git takes for one", () => {
    const folder = repositoryWith({ "a.responses": "" });
    const first = git(folder, "rev-parse", "HEAD").trim();
    git(folder, "tag", "-a", "-m", "x", "v1");
    const second = commitAll(folder, { "a.responses": "x" });
    const repository = new GitRepository(folder);
    for (const name of ["v1", "HEAD~1", "HEAD^", first, first.slice(0, 8), "main@{1}", "v1^{commit}"])
      expect([name, repository.resolve(name).commit]).toEqual([name, first]);
    for (const name of ["HEAD", "main", "refs/heads/main", "@", "HEAD^{/change}"])
      expect([name, repository.resolve(name).commit]).toEqual([name, second]);
  });

  test("is nothing that git would take for an option, a path or several", () => {
    const folder = repositoryWith({ "a.responses": "" });
    const repository = new GitRepository(folder);
    const none = [
      "",
      "-",
      "--",
      "--all",
      "--help",
      "-h",
      `--output=${join(folder, "written")}`,
      "--git-dir=/tmp",
      "^HEAD",
      "a.responses",
      "HEAD:a.responses",
      "HEAD HEAD",
      "HEAD\nHEAD",
      "main; touch written",
      "$(touch written)",
      "nope",
      "HEAD~9",
      "HEAD@{9}",
      "0".repeat(40),
    ];
    expect(none.filter((name) => repository.find(name) !== null)).toEqual([]);
    for (const name of [...none, "HEAD..HEAD", "HEAD...HEAD", "--not", "HEAD^@"])
      expect(gitRefusalOf(() => repository.resolveAll(["main", name])).fault, name).toMatchObject({
        kind: "unknown-revision",
        revision: name,
      });
    const head = repository.resolve("HEAD");
    expect(repository.resolveAll(["main", "HEAD"])).toEqual([{ ...head, name: "main" }, head]);
    expect(existsSync(join(folder, "written"))).toBe(false);
    expect(gitRefusalOf(() => repository.resolve("no\u001b[31mpe")).message).toBe(
      "there is no revision no\\u{1B}[31mpe in this repository: git branch --all and git tag list what there is",
    );
  });

  test("is looked for among those of similar names, and as far back as there are commits", () => {
    const folder = repositoryWith({ a: "1" });
    commitAll(folder, { a: "2" });
    git(folder, "tag", "release-1");
    git(folder, "switch", "-q", "-c", "apart", "HEAD~1");
    commitAll(folder, { b: "1" });
    git(folder, "switch", "-q", "main");
    git(folder, "merge", "-q", "--no-edit", "apart");
    const repository = new GitRepository(folder);
    const saidOf = (name: string): string | undefined =>
      gitRefusalOf(() => repository.resolve(name)).message.split(": ")[1];
    expect(
      ["mian", "relase-1", "mian~1", "HEAD~9", "main^^^", "main~1^^2", "HEAD^3"].map((name) => saidOf(name)),
    ).toEqual([
      "did you mean main? (git branch --all and git tag list what there is)",
      "did you mean release-1? (git branch --all and git tag list what there is)",
      "did you mean main~1? (git branch --all and git tag list what there is)",
      "HEAD has 3 commits, and HEAD~2 is the first",
      "main has 3 commits, and main~2 is the first",
      "main has 3 commits, and main~2 is the first",
      "git branch --all and git tag list what there is",
    ]);
  });

  test("is there after the first commit only", () => {
    const folder = folderWith({});
    git(folder, "init", "-q");
    const { fault } = gitRefusalOf(() => new GitRepository(folder).resolve("HEAD"));
    expect(fault).toEqual({ kind: "no-commit-yet" });
  });

  test("and another have a commit at which they parted, or none", () => {
    const folder = repositoryWith({ "a.responses": "" });
    const base = git(folder, "rev-parse", "HEAD").trim();
    git(folder, "switch", "-q", "-c", "change");
    commitAll(folder);
    git(folder, "switch", "-q", "main");
    commitAll(folder, { b: "" });
    git(folder, "switch", "-q", "--orphan", "apart");
    commitAll(folder, { c: "" });
    const repository = new GitRepository(folder);
    const [main, change, apart] = ["main", "change", "apart"].map((name) => repository.resolve(name));
    if (main === undefined || change === undefined || apart === undefined) throw new Error("no revisions");
    expect(repository.mergeBase(main, change)).toEqual({ name: "main where change left it", commit: base });
    // What has not moved since needs no more words.
    const still = repository.resolve(base.slice(0, 12));
    expect(repository.mergeBase(still, change)).toEqual(still);
    const { fault, message } = gitRefusalOf(() => repository.mergeBase(main, apart));
    expect(fault).toEqual({
      kind: "no-merge-base",
      revisions: ["main", "apart"],
      isShallow: false,
      fetch: null,
    });
    expect(message).toContain("responses diff main..apart compares them as they are");
  });
});

describe("a shallow clone", () => {
  /** What a clone of depth 1 says that it lacks, and whether it has it after what it says is done. */
  function afterFetching(
    work: (repository: GitRepository) => unknown,
    prepare: readonly (readonly string[])[] = [],
  ) {
    const origin = repositoryWith({ "a.responses": "first" });
    commitAll(origin, { "a.responses": "second" });
    git(origin, "switch", "-q", "-c", "feature/x");
    commitAll(origin, { "a.responses": "third" });
    const clone = join(folderWith({}), "clone");
    git(origin, "clone", "-q", "--depth", "1", "--branch", "feature/x", `file://${origin}`, clone);
    for (const args of prepare) git(clone, ...args);
    const error = gitRefusalOf(() => work(new GitRepository(clone)));
    const [, command = ""] =
      /gets it: git (.*) \(with actions\/checkout: fetch-depth: 0\)$/.exec(error.message) ?? [];
    git(clone, ...command.split(" "));
    work(new GitRepository(clone));
    return { kind: error.fault.kind, command };
  }

  const mergeBase = (name: string) => (repository: GitRepository) =>
    repository.mergeBase(repository.resolve(name), repository.resolve("HEAD"));

  test("says of a revision that it lacks how to get it, and that is so", () => {
    expect(afterFetching((repository) => repository.resolve("origin/main"))).toEqual({
      kind: "unknown-revision",
      command: "fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main",
    });
    expect(afterFetching((repository) => repository.resolve("main")).kind).toBe("unknown-revision");
    expect(afterFetching((repository) => repository.resolve("HEAD~2"))).toEqual({
      kind: "unknown-revision",
      command: "fetch --unshallow origin",
    });
  });

  test("says of the commit at which two revisions parted how to get it, and that is so", () => {
    const fetchTip = ["fetch", "-q", "--depth", "1", "origin", "+refs/heads/main:refs/remotes/origin/main"];
    expect(afterFetching(mergeBase("origin/main"), [fetchTip])).toEqual({
      kind: "no-merge-base",
      command: "fetch --unshallow origin",
    });
    expect(afterFetching(mergeBase("origin/main")).kind).toBe("unknown-revision");
  });
});

describe("what cannot be done", () => {
  test("a folder in no repository", () => {
    const folder = realpathSync(folderWith({}));
    const { fault, message } = gitRefusalOf(() => new GitRepository(folder));
    expect(fault).toEqual({ kind: "not-a-repository", folder });
    expect(message).toContain("files and folders anywhere");
  });

  test("a folder that is gone", () => {
    const { message } = gitRefusalOf(() => new GitRepository("/nowhere/at/all"));
    expect(message).toContain("the folder /nowhere/at/all is gone");
  });

  test("git is not installed, or is not what it says", () => {
    const folder = repositoryWith({ "a.responses": "" });
    vi.stubEnv("PATH", folder);
    expect(gitRefusalOf(() => new GitRepository(folder)).fault).toEqual({
      kind: "git-missing",
      reason: "there is no such program",
    });
    const program = (script: string) => {
      writeFileSync(join(folder, "git"), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, "git"), 0o755);
      return gitRefusalOf(() => new GitRepository(folder)).message;
    };
    expect(program("echo 'fatal: the disk is on fire' >&2; exit 128")).toBe(
      "git rev-parse failed: the disk is on fire",
    );
    expect(program("exit 3")).toBe("git rev-parse failed: it ended with 3");
    expect(program("kill -9 $$")).toBe("git rev-parse failed: it was ended by SIGKILL");
    chmodSync(join(folder, "git"), 0o644);
    expect(gitRefusalOf(() => new GitRepository(folder)).fault.kind).toBe("git-missing");
  });

  test("a repository of another user", () => {
    const folder = repositoryWith({ "a.responses": "" });
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
    const { fault, message } = gitRefusalOf(() => new GitRepository(folder));
    expect(fault).toEqual({ kind: "not-trusted", folder });
    expect(message).toContain(`git config --global --add safe.directory ${folder}`);
  });

  test("a damaged repository", () => {
    const folder = repositoryWith({ "a.responses": "text" });
    const repository = new GitRepository(folder);
    const revision = repository.resolve("HEAD");
    const remove = (name: string) => {
      const object = git(folder, "rev-parse", name).trim();
      execFileSync("rm", ["-f", join(folder, ".git/objects", object.slice(0, 2), object.slice(2))]);
    };
    remove("HEAD:a.responses");
    const files = new RevisionFiles(repository, revision);
    const read = files.read(join(folder, "a.responses"), 100);
    expect(read.kind === "unreadable" && read.reason).toContain("git fsck tells more");
    remove("HEAD^{tree}");
    expect(gitRefusalOf(() => new RevisionFiles(repository, revision)).fault.kind).toBe("git-failed");
  });

  test("a partial clone is not filled up: nothing is fetched", () => {
    const origin = repositoryWith({ "a.responses": "text" });
    git(origin, "config", "uploadpack.allowFilter", "true");
    const clone = join(folderWith({}), "clone");
    git(origin, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${origin}`, clone);
    const repository = new GitRepository(clone);
    const files = new RevisionFiles(repository, repository.resolve("HEAD"));
    const read = files.read(join(clone, "a.responses"), 100);
    expect(read.kind === "unreadable" && read.reason).toContain("git fetch --refetch --no-filter gets it");
    git(clone, "fetch", "-q", "--refetch", "--no-filter");
    const full = new RevisionFiles(repository, repository.resolve("HEAD"));
    expect(full.read(join(clone, "a.responses"), 100).kind).toBe("bytes");
  });
});

/** A name for all that is in a folder, times of files included. */
function stateOf(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    hash.update(`${path}\0`);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

async function readAll(folder: string): Promise<void> {
  const repository = new GitRepository(folder);
  const before = repository.mergeBase(repository.resolve("main"), repository.resolve("change"));
  for (const revision of [before, repository.resolve("HEAD")]) {
    const files = new RevisionFiles(repository, revision);
    for await (const step of files.walk(folder, () => true))
      if (step.kind === "file") new MappingFiles(folder, files).load(step.path);
  }
  for await (const step of workingTreeOf(repository).walk(folder, () => true))
    expect(step.path).not.toContain("..");
}

function hostileRepository(): string {
  const folder = repositoryWith({
    "a.responses": "a",
    ".gitattributes": "*.responses filter=evil diff=evil\n",
    ".gitignore": "ignored\n",
  });
  git(folder, "branch", "change");
  commitAll(folder, { "b.responses": "b" });
  writeFiles(folder, { "new.responses": "", "a.responses": "changed" });
  return folder;
}

test("nothing that a repository's configuration names is run", async () => {
  const folder = hostileRepository();
  const marks = folderWith({});
  const script = join(marks, "evil");
  writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${join(marks, "ran")}\ncat\n`);
  chmodSync(script, 0o755);
  for (const setting of [
    "core.fsmonitor",
    "core.pager",
    "core.sshCommand",
    "core.editor",
    "core.gitProxy",
    "core.askPass",
    "core.alternateRefsCommand",
    "pager.rev-parse",
    "pager.ls-tree",
    "pager.cat-file",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "credential.helper",
    "uploadpack.packObjectsHook",
    "remote.origin.uploadpack",
  ])
    git(folder, "config", setting, script);
  for (const name of ["rev-parse", "ls-tree", "cat-file", "merge-base", "check-ignore", "remote"])
    git(folder, "config", `alias.${name}`, `!${script}`);
  git(folder, "config", "remote.origin.url", `ext::${script}`);
  git(folder, "config", "remote.origin.promisor", "true");
  git(folder, "config", "protocol.ext.allow", "always");
  git(folder, "config", "extensions.partialClone", "origin");
  git(folder, "config", "core.repositoryFormatVersion", "1");
  const hooks = join(folder, ".git/hooks");
  mkdirSync(hooks, { recursive: true });
  for (const hook of ["post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"]) {
    writeFileSync(join(hooks, hook), readFileSync(script));
    chmodSync(join(hooks, hook), 0o755);
  }
  await readAll(folder);
  // What is missing would be fetched.
  const repository = new GitRepository(folder);
  expect(repository.find("1".repeat(40))).toBe(null);
  const tree = git(folder, "rev-parse", "HEAD:a.responses").trim();
  execFileSync("rm", ["-f", join(folder, ".git/objects", tree.slice(0, 2), tree.slice(2))]);
  const files = new RevisionFiles(repository, repository.resolve("HEAD"));
  expect(files.read(join(folder, "a.responses"), 10).kind).toBe("unreadable");
  expect(existsSync(join(marks, "ran"))).toBe(false);
  // The traps are set: who calls git without care falls into one.
  expect(() => git(folder, "status")).not.toThrow();
  expect(existsSync(join(marks, "ran"))).toBe(true);
});

test("nothing is written, and locks of others do not matter", async () => {
  const folder = hostileRepository();
  writeFileSync(join(folder, ".git/index.lock"), "");
  const before = stateOf(folder);
  await readAll(folder);
  expect(stateOf(folder)).toBe(before);
});

test("neither locale nor the user's configuration matters", async () => {
  const folder = hostileRepository();
  const home = folderWith({
    ".gitconfig":
      "[core]\n\tquotePath = true\n\tpager = false\n[color]\n\tui = always\n[diff]\n\tnoprefix = true\n",
  });
  vi.stubEnv("HOME", home);
  vi.stubEnv("LC_ALL", "de_DE.UTF-8");
  vi.stubEnv("LANGUAGE", "de");
  vi.stubEnv("GIT_TRACE", "1");
  vi.stubEnv("GIT_PAGER", "false");
  vi.stubEnv("GIT_LITERAL_PATHSPECS", "1");
  vi.stubEnv("GIT_EXTERNAL_DIFF", "false");
  await readAll(folder);
  expect(gitRefusalOf(() => new GitRepository(home)).fault.kind).toBe("not-a-repository");
});
