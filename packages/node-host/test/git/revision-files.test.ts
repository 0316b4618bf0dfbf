import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import {
  findNamedFiles,
  GitRepository,
  MappingFiles,
  ProjectFiles,
  RevisionFiles,
  workingTreeOf,
} from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { commitAll, git, repositoryWith, writeFiles } from "@responses/testing/git-repository";
import { describe, expect, test } from "vitest";
import { refusalOf } from "../support/refusal.js";

const LARGE = 16 * 1024 * 1024;

function filesAt(folder: string, revision = "HEAD"): RevisionFiles {
  const repository = new GitRepository(folder);
  return new RevisionFiles(repository, repository.resolve(revision));
}

function textOf(files: RevisionFiles, path: string): string {
  const read = files.read(path, LARGE);
  return read.kind === "bytes" ? `${read.bytes}` : `${read.kind}: ${"reason" in read ? read.reason : ""}`;
}

function find(folder: string, files: RevisionFiles, ...names: readonly string[]) {
  return findNamedFiles(names, folder, new ProjectFiles(folder, files), files);
}

describe("a mapping at a revision", () => {
  test("is linked with the includes of that revision, whatever stands in the working tree", () => {
    const folder = repositoryWith({
      "buyers/a.responses": 'include "../shared/b.responses"\nsuccess keyword "a"\n',
      "shared/b.responses": 'reject keyword "old"\n',
    });
    const first = git(folder, "rev-parse", "HEAD").trim();
    commitAll(folder, { "shared/b.responses": 'reject keyword "new"\nreject keyword "newer"\n' });
    writeFiles(folder, { "shared/b.responses": "nonsense\n", "buyers/a.responses": "more nonsense\n" });
    for (const [revision, rules] of [
      [first, 2],
      ["HEAD", 3],
    ] as const) {
      const { linked } = new MappingFiles(folder, filesAt(folder, revision)).load("buyers/a.responses");
      expect(linked.kind === "mapping" && linked.mapping.rules.length).toBe(rules);
    }
    expect(new MappingFiles(folder).load("buyers/a.responses").linked.kind).toBe("refused");
  });

  test("is refused where an include was not there yet, or is outside the repository", () => {
    const folder = repositoryWith({ "a.responses": 'include "b.responses"\ninclude "../c.responses"\n' });
    writeFiles(folder, { "b.responses": 'success keyword "a"\n' });
    const { linked } = new MappingFiles(folder, filesAt(folder)).load("a.responses");
    expect(linked.findings.map(({ name }) => name)).toEqual(["include-missing", "include-missing"]);
  });

  test("has the project file of its revision", async () => {
    const folder = repositoryWith({
      "responses.config.json": '{ "ignore": ["old/**"], "severity": { "untested-rule": "error" } }',
      "old/a.responses": "",
      "new/a.responses": "",
    });
    const before = filesAt(folder, git(folder, "rev-parse", "HEAD").trim());
    commitAll(folder, { "responses.config.json": "{}" });
    expect((await find(folder, before, ".")).paths).toEqual(["new/a.responses"]);
    expect((await find(folder, filesAt(folder), ".")).paths).toEqual(["new/a.responses", "old/a.responses"]);
    expect(new ProjectFiles(folder, before).severityOf("untested-rule", "new/a.responses")).toBe("error");
    writeFiles(folder, { "responses.config.json": "{" });
    expect(new ProjectFiles(folder, filesAt(folder)).severityOf("untested-rule", "a.responses")).toBe("hint");
  });
});

test("files, folders and globs find the same in a revision as on the disk", async () => {
  const folder = repositoryWith({
    "b.responses": "",
    "a.responses": "",
    "other.txt": "",
    "buyers/eu/x.responses": "",
    "buyers/us/x.responses": "",
    "node_modules/hidden.responses": "",
    "folder.responses/inner.responses": "",
    "a [b] *.responses": "",
    '--help"\n.responses': "",
  });
  symlinkSync("a.responses", join(folder, "link.responses"));
  symlinkSync("nothing", join(folder, "lock.responses"));
  symlinkSync("buyers", join(folder, "linked"));
  commitAll(folder);
  const files = filesAt(folder);
  for (const names of [
    ["."],
    ["buyers", "a.responses"],
    ["**/x.responses"],
    ["linked"],
    ["linked/us/x.responses"],
    ["link.responses"],
    ["buyers/"],
    ["a.responses/"],
    ["nothing", "buyers/eu"],
    [join(folder, "buyers")],
    ["other.txt"],
  ]) {
    const there = await find(folder, files, ...names);
    const onDisk = await findNamedFiles(names, folder, new ProjectFiles(folder));
    expect([names, there.paths, there.missing]).toEqual([names, onDisk.paths, onDisk.missing]);
    expect(there.problems.map(({ message }) => message)).toEqual(
      onDisk.problems.map(({ message }) => message),
    );
  }
});

test("of a folder below the root it finds what is in it", async () => {
  const folder = repositoryWith({ "a.responses": "", "sub/b.responses": 'include "../a.responses"\n' });
  const sub = join(folder, "sub");
  const files = filesAt(sub);
  expect((await find(sub, files, ".")).paths).toEqual(["b.responses"]);
  expect((await find(sub, files, "..")).paths).toEqual(["../a.responses", "../sub/b.responses"]);
  const { linked } = new MappingFiles(sub, files).load("b.responses");
  expect(linked.kind === "mapping" && linked.mapping.included.map(({ file }) => file.path)).toEqual([
    "../a.responses",
  ]);
});

test("what holds the same on two sides is read once", () => {
  const folder = repositoryWith({
    "a.responses": 'include "b.responses"\n',
    "b.responses": "",
    "c.responses": "",
  });
  const old = new MappingFiles(folder, filesAt(folder));
  for (const path of ["a.responses", "c.responses"]) old.load(path);
  writeFiles(folder, { "c.responses": "# Another.\n" });
  const now = new MappingFiles(folder, workingTreeOf(new GitRepository(folder)), old);
  const isSame = (path: string): boolean => now.read(path) === old.read(path);
  expect(["a.responses", "b.responses", "c.responses"].map(isSame)).toEqual([true, true, false]);
});

describe("symbolic links in a tree", () => {
  test("lead to files of the revision, and to no others", () => {
    const folder = repositoryWith({ "in/a.responses": "here", "outside.txt": "" });
    symlinkSync("in/a.responses", join(folder, "direct"));
    symlinkSync("in", join(folder, "folder"));
    symlinkSync("../folder/a.responses", join(folder, "in/twice"));
    symlinkSync("/etc/passwd", join(folder, "absolute"));
    symlinkSync("../../../../../../../etc/passwd", join(folder, "in/out"));
    symlinkSync("circle", join(folder, "circle"));
    symlinkSync("uncommitted", join(folder, "dangling"));
    commitAll(folder);
    writeFiles(folder, { uncommitted: "not in the revision" });
    const files = filesAt(folder);
    const read = (path: string) => textOf(files, join(folder, path));
    expect(["direct", "folder/a.responses", "in/twice"].map(read)).toEqual(["here", "here", "here"]);
    expect(read("absolute")).toBe("unreadable: a symbolic link leads out of the repository");
    expect(read("in/out")).toBe("unreadable: a symbolic link leads out of the repository");
    expect(read("circle")).toBe("impossible: its symbolic links lead in a circle");
    expect(read("dangling")).toBe("missing: there is no such file");
    expect(files.realPathOf(join(folder, "in/twice"))).toBe(join(folder, "in/a.responses"));
  });

  test("make one file of several names", () => {
    const folder = repositoryWith({ "a.responses": 'success keyword "a"\n' });
    symlinkSync("a.responses", join(folder, "b.responses"));
    commitAll(folder);
    const files = new MappingFiles(folder, filesAt(folder));
    expect(files.read("b.responses")).toBe(files.read("a.responses"));
  });
});

test("a file in a submodule is as the revision has that, and where it is not here, that is said", async () => {
  const inner = repositoryWith({ "a.responses": "", "deep/c.responses": "" });
  const folder = repositoryWith({ "b.responses": 'include "sub/a.responses"\n' });
  git(folder, "submodule", "add", "-q", inner, "sub");
  commitAll(folder);
  commitAll(join(folder, "sub"), { "a.responses": 'success keyword "a"\n' });
  commitAll(folder);
  const rulesAt = (revision: string): number => {
    const { linked } = new MappingFiles(folder, filesAt(folder, revision)).load("b.responses");
    return linked.kind === "mapping" ? linked.mapping.rules.length : -1;
  };
  expect([rulesAt("HEAD~1"), rulesAt("HEAD")]).toEqual([0, 1]);
  const all = ["b.responses", "sub/a.responses", "sub/deep/c.responses"];
  const files = filesAt(folder);
  expect((await find(folder, files, ".")).paths).toEqual(all);
  for (const name of ["sub", "sub/", "sub/**", "sub/deep/../../sub"])
    expect((await find(folder, files, name)).paths).toEqual(all.slice(1));
  expect(files.realPathOf(join(folder, "sub/deep"))).toBe(join(folder, "sub/deep"));
  expect((await find(folder, files, "sub/a.responses/")).paths).toEqual([]);
  // Inside it is a repository as any other.
  expect(textOf(filesAt(join(folder, "sub"), "HEAD~1"), join(folder, "sub/a.responses"))).toBe("");
  git(folder, "submodule", "deinit", "-q", "--force", "sub");
  const gone = new MappingFiles(folder, filesAt(folder));
  expect(refusalOf(() => gone.load("b.responses")).message).toBe(
    "cannot read sub/a.responses: sub is a submodule, and this clone does not have the files of that commit",
  );
});

test("a name that is not UTF-8 is found, and told as one that cannot be read", async () => {
  const folder = repositoryWith({ "a.responses": "" });
  const blob = git(folder, "hash-object", "-w", "a.responses").trim();
  const entry = Buffer.concat([
    Buffer.from(`100644 blob ${blob}\tb`),
    Buffer.from([0xff]),
    Buffer.from(".responses\0"),
  ]);
  const tree = execFileSync("git", ["mktree", "-z"], { cwd: folder, input: entry, encoding: "utf8" }).trim();
  const commit = git(folder, "commit-tree", "-m", "x", tree).trim();
  const files = filesAt(folder, commit);
  const { paths } = await find(folder, files, ".");
  expect(paths).toEqual(["b\uFFFD.responses"]);
  expect(textOf(files, join(folder, "b\uFFFD.responses"))).toBe("unreadable: its name is not UTF-8");
});

test("any bytes of a file come as they are, and of a large one no more than tells so", () => {
  const bytes = Buffer.from([0, 255, 13, 10, 10, 32, 0]);
  const folder = repositoryWith({ "a.responses": bytes, "b.responses": "", "c.txt": "blob 3\nx" });
  const read = (path: string, most: number) => filesAt(folder).read(join(folder, path), most);
  expect(read("a.responses", 7)).toEqual({ kind: "bytes", bytes });
  expect(read("b.responses", 7)).toEqual({ kind: "bytes", bytes: Buffer.alloc(0) });
  expect(read("c.txt", 100)).toEqual({ kind: "bytes", bytes: Buffer.from("blob 3\nx") });
  const large = read("a.responses", 6);
  expect(large.kind === "too-large" && large.start.length).toBe(7);
});

test("of a repository without a working tree the files are where they would be", async () => {
  const origin = repositoryWith({ "sub/a.responses": 'include "../b.responses"\n', "b.responses": "" });
  const bare = join(folderWith({}), "origin.git");
  git(origin, "clone", "-q", "--bare", origin, bare);
  const repository = new GitRepository(bare);
  expect([repository.hasWorkingTree, repository.root]).toEqual([false, bare]);
  const files = filesAt(bare);
  expect((await find(bare, files, ".")).paths).toEqual(["b.responses", "sub/a.responses"]);
  expect(new MappingFiles(bare, files).load("sub/a.responses").linked.kind).toBe("mapping");
});

test("a linked working tree, and one in the middle of a merge, give the revisions as any other", () => {
  const folder = repositoryWith({ "a.responses": "first\n" });
  git(folder, "switch", "-q", "-c", "other");
  commitAll(folder, { "a.responses": "theirs\n" });
  git(folder, "switch", "-q", "main");
  commitAll(folder, { "a.responses": "ours\n" });
  expect(() => git(folder, "merge", "other")).toThrow();
  expect(textOf(filesAt(folder), join(folder, "a.responses"))).toBe("ours\n");
  expect(textOf(filesAt(folder, "MERGE_HEAD"), join(folder, "a.responses"))).toBe("theirs\n");
  const linked = join(folderWith({}), "linked");
  git(folder, "worktree", "add", "-q", linked, "other");
  expect(textOf(filesAt(linked), join(linked, "a.responses"))).toBe("theirs\n");
});

test("the working tree is held against a revision without what git ignores and without other repositories", async () => {
  const folder = repositoryWith({ "a.responses": "", ".gitignore": "made\n*.tmp.responses\n" });
  writeFiles(folder, {
    "new.responses": "",
    "made/a.responses": "",
    "x.tmp.responses": "",
    "kept.tmp.responses": "",
    "nested/a.responses": "",
  });
  git(folder, "add", "-f", "kept.tmp.responses");
  mkdirSync(join(folder, "nested/.git"));
  const source = workingTreeOf(new GitRepository(folder));
  const projects = new ProjectFiles(folder, source);
  const { paths } = await findNamedFiles(["."], folder, projects, source);
  expect(paths).toEqual(["a.responses", "kept.tmp.responses", "new.responses"]);
  // What is named is wanted.
  const named = await findNamedFiles(["x.tmp.responses"], folder, projects, source);
  expect(named.paths).toEqual(["x.tmp.responses"]);
});
