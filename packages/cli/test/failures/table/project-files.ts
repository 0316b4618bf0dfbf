import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandsThat } from "../commands.js";
import type { Failure } from "../failure.js";

const NAME = "responses.config.json";
const CONFIGURED = commandsThat("walks").filter(
  (name) => name !== "diff of revisions" && name !== "diff of folders",
);

function wrong(name: string, content: string | Buffer, says: RegExp): Failure {
  return {
    name: `a project file ${name}`,
    commands: CONFIGURED,
    make: (folder) => {
      writeFileSync(join(folder, NAME), content);
      return {};
    },
    says,
  };
}

function replaced(name: string, put: (path: string) => void, says: RegExp): Failure {
  return {
    name: `a project file ${name}`,
    commands: CONFIGURED,
    make: (folder) => {
      rmSync(join(folder, NAME));
      put(join(folder, NAME));
      return {};
    },
    says,
  };
}

const CANNOT_BE_USED = /the project file cannot be used\n {2}responses\.config\.json:/;

/** A project file that says nothing, or cannot be had. */
export const PROJECT_FILES: readonly Failure[] = [
  wrong("that is cut off", "{", CANNOT_BE_USED),
  wrong("in which nothing stands", "", CANNOT_BE_USED),
  wrong("that is a list", "[]", CANNOT_BE_USED),
  wrong("with a setting that nobody knows", '{ "ignroe": [] }', CANNOT_BE_USED),
  wrong("with a finding that nobody knows", '{ "severity": { "spelling": "off" } }', CANNOT_BE_USED),
  wrong("with a severity that nobody knows", '{ "severity": { "untested-rule": "grave" } }', CANNOT_BE_USED),
  wrong("that would let a mapping with errors pass", '{ "severity": { "syntax": "off" } }', CANNOT_BE_USED),
  wrong("that ignores no list", '{ "ignore": "old" }', CANNOT_BE_USED),
  wrong("with the marks of a merge", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> x\n", CANNOT_BE_USED),
  wrong("that is no text", Buffer.from([0xff, 0xfe]), /cannot read responses\.config\.json: it is not UTF-8/),
  replaced(
    "that is a folder",
    (path) => mkdirSync(path),
    /cannot read responses\.config\.json: it is a folder/,
  ),
  replaced(
    "that leads nowhere",
    (path) => symlinkSync("shared/config.json", path),
    /cannot read responses\.config\.json: its symbolic link leads nowhere/,
  ),
  replaced(
    "that leads in a circle",
    (path) => symlinkSync(NAME, path),
    /cannot read responses\.config\.json: its symbolic links lead in a circle/,
  ),
  ...(["EACCES", "EIO", "EMFILE"] as const).map(
    (how): Failure => ({
      name: `${how} at the project file`,
      commands: CONFIGURED,
      make: () => ({ fs: { call: "openSync", path: "responses\\.config\\.json$", how, onward: true } }),
      says: /cannot read responses\.config\.json/,
    }),
  ),
];
