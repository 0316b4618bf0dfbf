import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandName, commandsThat } from "../commands.js";
import type { Failure } from "../failure.js";
import type { FsFault } from "../fs-fault.js";

/** All that read mapping files from the disk. */
const READING: readonly CommandName[] = [...commandsThat("links"), "fmt", "fmt --check"].filter(
  (name): name is CommandName => name !== "diff of revisions",
);
const WALKING = READING.filter((name) => commandsThat("walks").includes(name));
const NAMED = READING.filter((name) => !WALKING.includes(name));
/** Those that put the includes of what is on the disk in place. */
const LINKING = READING.filter((name) => commandsThat("links").includes(name));

const A = "mappings/a.responses";

function replaced(path: string, put: (path: string) => void) {
  return (folder: string) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    put(join(folder, path));
    return {};
  };
}

function faulty(name: string, fs: FsFault, says: RegExp, commands = READING): Failure {
  return { name, commands, make: () => ({ fs }), says };
}

/** What is wrong with a mapping file that is to be read. */
const UNREADABLE: readonly Failure[] = [
  ...(
    [
      ["permission", "EACCES", "permission denied"],
      ["a disk that fails", "EIO", "the disk failed"],
      ["too many open files", "EMFILE", "too many files are open"],
      ["a file that something holds", "EBUSY", "something else uses it"],
    ] as const
  ).map(([name, how, reason]) =>
    faulty(
      `${name} at opening a mapping`,
      { call: "openSync", path: `${A}$`, how, onward: true },
      new RegExp(`cannot read ${A}: ${reason}`),
    ),
  ),
  faulty(
    "a disk that fails at reading a mapping",
    { call: "readSync", path: `${A}$`, how: "EIO", onward: true },
    /cannot read mappings\/a\.responses: the disk failed/,
  ),
  faulty(
    "a mapping that vanishes between listing and reading",
    { call: "openSync", path: `${A}$`, how: "vanish" },
    /cannot read mappings\/a\.responses: there is no such file/,
  ),
  {
    name: "a link that leads nowhere",
    commands: READING,
    make: replaced(A, (path) => symlinkSync("nothing", path)),
    says: /cannot read mappings\/a\.responses: its symbolic link leads nowhere/,
  },
  {
    name: "links in a circle",
    commands: READING,
    make: replaced(A, (path) => symlinkSync("a.responses", path)),
    says: /cannot read mappings\/a\.responses: its symbolic links lead in a circle/,
  },
  {
    name: "a mapping in which nothing stands",
    // Held against what it was, it gives other verdicts; and an example may be the first that is written into it.
    commands: READING.filter((name) => !name.startsWith("diff") && name !== "example"),
    make: replaced(A, (path) => writeFileSync(path, "\n")),
    says: /cannot read mappings\/a\.responses: it is empty/,
  },
  {
    name: "a folder in the place of a mapping that is named",
    commands: NAMED.filter((name) => !name.startsWith("diff")),
    make: replaced(A, (path) => mkdirSync(path)),
    says: /cannot read mappings\/a\.responses: it is a folder/,
  },
];

/** What keeps folders from being listed. */
const UNLISTABLE: readonly Failure[] = [
  ...(["EACCES", "EIO", "EMFILE"] as const).map((how) =>
    faulty(
      `${how} at listing a folder`,
      { call: "promises.readdir", path: "mappings/deep$", how },
      /cannot read the folder mappings\/deep|cannot read the folder/,
      WALKING,
    ),
  ),
  faulty(
    "a folder that vanishes before it is listed",
    { call: "promises.readdir", path: "mappings/deep$", how: "vanish" },
    /cannot read the folder mappings\/deep: there is no such file/,
    WALKING,
  ),
];

/** What is wrong with an include, for those that put it in place. */
const INCLUDES: readonly Failure[] = [
  {
    name: "an include that is not there",
    commands: LINKING,
    make: replaced("mappings/common.responses", () => {}),
    says: /common\.responses/,
    code: "refused",
  },
  {
    name: "an include that is a folder",
    commands: LINKING,
    make: replaced("mappings/common.responses", (path) => mkdirSync(path)),
    says: /common\.responses/,
    code: "refused",
  },
  {
    name: "an include that leads nowhere, in a submodule that is not checked out",
    commands: LINKING,
    make: (folder) => {
      writeFileSync(join(folder, A), 'include "../shared/rules.responses"\n');
      mkdirSync(join(folder, "shared"));
      return {};
    },
    says: /shared\/rules\.responses/,
    code: "refused",
  },
  {
    name: "an include that includes what includes it",
    commands: LINKING,
    make: (folder) => {
      writeFileSync(join(folder, "mappings/common.responses"), 'include "a.responses"\n');
      return {};
    },
    says: /common\.responses/,
    code: "refused",
  },
  ...(["EACCES", "EIO"] as const).map((how) =>
    faulty(
      `${how} at an include`,
      { call: "openSync", path: "mappings/common\\.responses$", how, onward: true },
      /cannot read mappings\/common\.responses/,
      LINKING,
    ),
  ),
  {
    name: "an include that vanishes between listing and reading",
    commands: LINKING,
    make: () => ({ fs: { call: "openSync", path: "mappings/common\\.responses$", how: "vanish" } }),
    says: /common\.responses/,
  },
];

/** What a mapping file says that nobody can read. */
const TEXTS: readonly Failure[] = [
  {
    name: "a word that is misspelt",
    // That one is mended by --fix.
    commands: READING.filter((name) => name !== "check --fix"),
    make: replaced(A, (path) => writeFileSync(path, 'sucess word "a"\n')),
    says: /sucess|cannot be read/,
    code: "refused",
  },
  {
    name: "a mapping that is cut off",
    commands: READING,
    make: replaced(A, (path) => writeFileSync(path, 'success word "a"\nreject json "$.a" exact "')),
    says: /a\.responses/,
    code: "refused",
  },
  {
    name: "the marks of a merge",
    commands: READING,
    make: replaced(A, (path) =>
      writeFileSync(path, '<<<<<<< HEAD\nsuccess word "a"\n=======\nsuccess word "b"\n>>>>>>> other\n'),
    ),
    says: /a\.responses/,
    code: "refused",
  },
  {
    name: "bytes that are no text",
    commands: LINKING,
    make: replaced(A, (path) => writeFileSync(path, Buffer.from('success word "caf\xe9"\n', "latin1"))),
    says: /UTF-8/,
    code: "refused",
  },
  {
    name: "bytes that are no text, laid out",
    commands: ["fmt", "fmt --check"],
    make: replaced(A, (path) => writeFileSync(path, Buffer.from('success word "caf\xe9"\n', "latin1"))),
    says: /it is not a text in UTF-8/,
  },
  {
    name: "a mapping that is too large",
    commands: LINKING,
    make: replaced(A, (path) => writeFileSync(path, "#".repeat(17 * 1024 * 1024))),
    says: /16 MB/,
    code: "refused",
  },
  {
    name: "a response in the place of a mapping",
    commands: WALKING.filter((name) => !name.startsWith("diff")),
    make: (folder) => {
      writeFileSync(join(folder, "answer.json"), '{"a":1}');
      return { paths: ["answer.json"] };
    },
    says: /answer\.json is a response and not a mapping/,
  },
  {
    name: "an example that fails",
    commands: ["check", "check --changed", "check --fix", "test", "test --changed"],
    make: (folder) => {
      writeFileSync(
        join(folder, "mappings/deep/b.responses"),
        'success word "sold"\nexample "no" is success\n',
      );
      return {};
    },
    says: /b\.responses/,
    code: 1,
  },
];

export const MAPPING_FILES: readonly Failure[] = [...UNREADABLE, ...UNLISTABLE, ...INCLUDES, ...TEXTS];
