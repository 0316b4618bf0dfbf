import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandName } from "../commands.js";
import type { Failure, Way } from "../failure.js";

const NAME = "responses.baseline.json";
const CHECKS: readonly CommandName[] = ["check", "check --changed"];

/** A project file that names a baseline, which `put` makes. */
function named(name: string, put: (path: string) => void, says: RegExp, code: 1 | 2 = 2): Failure {
  return {
    name: `a baseline ${name}`,
    commands: CHECKS,
    make: (folder) => {
      writeFileSync(join(folder, "responses.config.json"), `{ "baseline": "${NAME}" }\n`);
      put(join(folder, NAME));
      return {};
    },
    says,
    code,
  };
}

/** One that can't be written. */
function unwritten(name: string, way: Way, says: RegExp): Failure {
  return {
    name: `a baseline that is to be written, and ${name}`,
    commands: ["check"],
    make: (folder) => {
      // Something that is to stand in it.
      writeFileSync(join(folder, "mappings/deep/b.responses"), 'success keyword "valid"\n');
      return { ...way, more: ["--write-baseline"] };
    },
    says,
    afterReports: true,
  };
}

/** Findings that a project lives with, and cannot. */
export const BASELINES: readonly Failure[] = [
  named("that is not there", () => {}, /responses\.baseline\.json/),
  named("that is cut off", (path) => writeFileSync(path, "{"), /responses\.baseline\.json/),
  named("in which nothing stands", (path) => writeFileSync(path, ""), /responses\.baseline\.json/),
  named("that is a list", (path) => writeFileSync(path, "[]"), /responses\.baseline\.json/),
  named(
    "of another version",
    (path) => writeFileSync(path, '{ "version": 99 }'),
    /responses\.baseline\.json/,
  ),
  named("that is no text", (path) => writeFileSync(path, Buffer.from([0xff])), /it is not UTF-8/),
  named("that is a folder", (path) => mkdirSync(path), /responses\.baseline\.json: it is a folder/),
  named(
    "that leads nowhere",
    (path) => symlinkSync("nothing", path),
    /responses\.baseline\.json: its symbolic link leads nowhere/,
  ),
  named(
    "with the marks of a merge",
    (path) => writeFileSync(path, "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n"),
    /responses\.baseline\.json/,
  ),
  unwritten(
    "the disk is full",
    { fs: { call: "writeFileSync", path: "responses-tmp$", how: "ENOSPC" } },
    /the disk is full/,
  ),
  unwritten(
    "may not be",
    { fs: { call: "openSync", path: "responses-tmp$", how: "EACCES" } },
    /permission denied/,
  ),
  unwritten(
    "stays under another name",
    { fs: { call: "renameSync", path: "responses-tmp$", how: "EBUSY" } },
    /something else uses it/,
  ),
  {
    name: "rules that no example decides",
    commands: ["test"],
    make: (folder) => {
      writeFileSync(join(folder, "mappings/deep/b.responses"), 'success word "sold"\nreject word "no"\n');
      return { more: ["--strict-coverage"] };
    },
    says: /exit code 1: /,
    code: 1,
    afterReports: true,
  },
];
