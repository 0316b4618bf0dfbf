import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandName, commandsThat } from "../commands.js";
import type { Failure } from "../failure.js";
import type { FsFault } from "../fs-fault.js";

const NAME = "responses.accepted.json";
const DIFFS: readonly CommandName[] = commandsThat("asks-git").filter((name) => name.startsWith("diff"));

/** A file of accepted differences that cannot be used, which `put` makes. */
function unusable(name: string, put: (path: string) => void, says: RegExp): Failure {
  return {
    name: `accepted differences ${name}`,
    commands: DIFFS,
    make: (folder) => {
      put(join(folder, NAME));
      return {};
    },
    says,
  };
}

/** Beside the file of accepted differences, and beside no report. */
const TEMPORARY = String.raw`responses-fails-\w+/\.[\w-]+\.responses-tmp$`;

/** Differences that are to be accepted, and cannot be written down. */
function unwritten(name: string, fault: Omit<FsFault, "path">, says: RegExp): Failure {
  return {
    name: `a difference that is to be accepted, and ${name}`,
    commands: ["diff --accept"],
    make: (folder) => {
      writeFileSync(join(folder, "mappings/deep/b.responses"), 'reject word "sold"\n');
      return { fs: { ...fault, path: TEMPORARY } };
    },
    says,
    // What they tell would be accepted if it could be.
    afterReports: true,
  };
}

/** Differences that somebody accepts, and cannot. */
export const ACCEPTANCE: readonly Failure[] = [
  unusable("that are cut off", (path) => writeFileSync(path, "{"), /responses\.accepted\.json/),
  unusable("in which nothing stands", (path) => writeFileSync(path, ""), /responses\.accepted\.json/),
  unusable(
    "of another version",
    (path) => writeFileSync(path, '{ "version": 99 }'),
    /only files of version 1 can be read here/,
  ),
  unusable("that are no text", (path) => writeFileSync(path, Buffer.from([0xff])), /it is not UTF-8/),
  unusable("that are a folder", (path) => mkdirSync(path), /responses\.accepted\.json: it is a folder/),
  unusable(
    "that lead nowhere",
    (path) => symlinkSync("nothing", path),
    /responses\.accepted\.json: its symbolic link leads nowhere/,
  ),
  unusable(
    "with the marks of a merge",
    (path) => writeFileSync(path, "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n"),
    /responses\.accepted\.json/,
  ),
  unwritten("the disk is full", { call: "writeFileSync", how: "ENOSPC" }, /the disk is full/),
  unwritten("may not be", { call: "openSync", how: "EACCES" }, /permission denied/),
  unwritten("stays under another name", { call: "renameSync", how: "EBUSY" }, /something else uses it/),
  {
    name: "a difference that is to be accepted alone, and is none",
    commands: ["diff --accept"],
    make: () => ({ more: ["--accept-only", "mappings/a.responses:5"] }),
    says: /nothing differs at mappings\/a\.responses:5/,
  },
];
