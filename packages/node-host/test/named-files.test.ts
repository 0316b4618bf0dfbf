import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { findNamedFiles, ProjectFiles, type WalkStep, walkMappingFiles } from "@responses/node-host";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

function tree(): string {
  const folder = folderWith({
    "b.responses": "",
    "a.responses": "",
    "other.txt": "",
    "buyers/eu/x.responses": "",
    "buyers/us/x.responses": "",
    "buyers/us/old/y.responses": "",
    "node_modules/hidden.responses": "",
    "buyers/.git/hidden.responses": "",
    "folder.responses/inner.responses": "",
  });
  symlinkSync("a.responses", join(folder, "link.responses"));
  symlinkSync("nothing", join(folder, ".#lock.responses"));
  symlinkSync("buyers", join(folder, "linked"));
  return folder;
}

function find(folder: string, ...names: readonly string[]) {
  return findNamedFiles(names, folder, new ProjectFiles(folder));
}

test("a folder stands for the mapping files in it, each once, in the order of their paths", async () => {
  const { paths, problems, missing, folders } = await find(tree(), ".");
  expect(paths).toEqual([
    "a.responses",
    "b.responses",
    "buyers/eu/x.responses",
    "buyers/us/old/y.responses",
    "buyers/us/x.responses",
    "folder.responses/inner.responses",
  ]);
  expect([problems, missing]).toEqual([[], []]);
  expect(folders.toSorted()).toEqual([
    ".",
    "buyers",
    "buyers/eu",
    "buyers/us",
    "buyers/us/old",
    "folder.responses",
  ]);
});

test("names count in their order, and a file keeps the first folder that names it", async () => {
  const { paths, bases } = await find(
    tree(),
    "buyers/us",
    "buyers",
    "link.responses",
    "a.responses",
    "other.txt",
  );
  expect([...bases]).toEqual([
    ["buyers/us/old/y.responses", "buyers/us"],
    ["buyers/us/x.responses", "buyers/us"],
    ["buyers/eu/x.responses", "buyers"],
    ["link.responses", "."],
    ["other.txt", "."],
  ]);
  expect(paths).toEqual([...bases.keys()]);
});

test.each([
  ["**/x.responses", ["buyers/eu/x.responses", "buyers/us/x.responses"]],
  ["./buyers/*/x.responses", ["buyers/eu/x.responses", "buyers/us/x.responses"]],
  ["buyers/{eu,nowhere}/*.responses", ["buyers/eu/x.responses"]],
  ["[ab].responses", ["a.responses", "b.responses"]],
  ["*.nothing", []],
])("the glob %s", async (glob, expected) => {
  const { paths, problems } = await find(tree(), glob);
  expect([paths, problems]).toEqual([expected, []]);
});

test("one of several names that gives nothing is told, and so is a link that leads nowhere", async () => {
  const folder = folderWith({ "a.responses": "", "empty/x.txt": "" });
  symlinkSync("nothing", join(folder, "b.responses"));
  const { paths, problems } = await find(folder, ".", "empty", "*.none");
  expect(paths).toEqual(["a.responses"]);
  expect(problems.map(({ message }) => message)).toEqual([
    "cannot read b.responses: its symbolic link leads nowhere",
    "there is no mapping file in empty",
    "there is no mapping file in *.none",
  ]);
  // Of nothing at all the caller tells.
  expect((await find(folder, "empty", "*.none")).problems).toEqual([]);
});

test("a link that leads out of the project is told, and followed only where it is named itself", async () => {
  const root = folderWith({
    "project/responses.config.json": "{}",
    "project/a.responses": "",
    "other/x": "",
  });
  const folder = join(root, "project");
  symlinkSync("../other/x", join(folder, "out.responses"));
  symlinkSync("a.responses", join(folder, "within.responses"));
  for (const name of [".", "*.responses"]) {
    const { paths, problems } = await find(folder, name);
    expect(paths).toEqual(["a.responses"]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^cannot read out\.responses: its symbolic link leads out of the project's folders; /,
      ),
    ]);
  }
  const named = await find(folder, "out.responses");
  expect([named.paths, named.problems]).toEqual([["out.responses"], []]);
});

test("a glob looks only below the folder before its first special part", async () => {
  const { folders, missing } = await find(tree(), "buyers/eu/*.responses", "nowhere/*.responses");
  expect([folders, missing]).toEqual([["buyers/eu/"], ["nowhere/"]]);
});

test("what is not there is told, and keeps nothing else from being found", async () => {
  const { paths, missing, problems } = await find(
    tree(),
    "nothing",
    "a.responses/",
    "b.responses",
    ".#lock.responses",
  );
  expect(paths).toEqual(["b.responses"]);
  expect(missing).toEqual(["nothing", "a.responses/", ".#lock.responses"]);
  expect(problems.map(({ message }) => message)).toEqual([
    "there is no file or folder nothing",
    "there is no file or folder a.responses/",
    "there is no file or folder .#lock.responses",
  ]);
});

test("what the project file leaves out is left out in folders, but not where it is named itself", async () => {
  const folder = folderWith({
    "responses.config.json": '{ "ignore": ["us", "b.responses"] }',
    "b.responses": "",
    "buyers/us/x.responses": "",
    "buyers/eu/x.responses": "",
  });
  expect((await find(folder, ".")).paths).toEqual(["buyers/eu/x.responses"]);
  expect((await find(folder, "b.responses")).paths).toEqual(["b.responses"]);
  expect((await find(folder, ".")).folders.toSorted()).toEqual([".", "buyers", "buyers/eu"]);
});

test("a project file that is wrong is a problem of the name that leads to it", async () => {
  const folder = folderWith({
    "bad/responses.config.json": "[]",
    "bad/x/a.responses": "",
    "good/b.responses": "",
  });
  const { paths, problems } = await find(folder, "bad", "good");
  expect(paths).toEqual(["good/b.responses"]);
  expect(problems.map(({ fault }) => fault.kind)).toEqual(["wrong-project-file"]);
});

test("a walk tells of folders and links, and goes where it is let", async () => {
  const steps: string[] = [];
  for await (const { kind, path } of walkMappingFiles(tree(), (folder) => folder !== "buyers/us")) {
    steps.push(`${kind} ${path}`);
  }
  expect(steps.toSorted()).toEqual([
    "file a.responses",
    "file b.responses",
    "file buyers/eu/x.responses",
    "file folder.responses/inner.responses",
    "folder ",
    "folder buyers",
    "folder buyers/eu",
    "folder folder.responses",
    "link .#lock.responses",
    "link link.responses",
  ]);
});

test("a folder that can't be listed is a step like any other", async () => {
  const steps: WalkStep[] = [];
  for await (const step of walkMappingFiles(join(folderWith({}), "nowhere"))) steps.push(step);
  expect(steps).toEqual([
    { kind: "folder", path: "" },
    { kind: "unlistable-folder", path: "", reason: "there is no such file" },
  ]);
});
