import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Failure, Way } from "../failure.js";

const NAME = ".gitlab-ci.yml";

function writingCi(name: string, make: (folder: string) => Way, says: RegExp): Failure {
  return { name: `a file for CI ${name}`, commands: ["init --ci"], make, says };
}

/** The file of `init --ci`, which cannot be written. */
export const CI: readonly Failure[] = [
  writingCi(
    "that is there already",
    (folder) => {
      writeFileSync(join(folder, NAME), "as it was\n");
      return {};
    },
    /there already/,
  ),
  writingCi(
    "in whose place a folder is",
    (folder) => {
      mkdirSync(join(folder, NAME));
      return {};
    },
    /there already/,
  ),
  writingCi(
    "for which the disk is full",
    () => ({ fs: { call: "writeFileSync", path: "responses-tmp$", how: "ENOSPC" } }),
    /the disk is full/,
  ),
  writingCi(
    "that may not be written",
    () => ({ fs: { call: "writeFileSync", path: "responses-tmp$", how: "EACCES" } }),
    /permission denied/,
  ),
  writingCi("for a place that nobody knows", () => ({ args: ["init", "--ci", "elsewhere"] }), /elsewhere/),
  writingCi(
    "beside a mapping that is there already",
    () => ({ more: ["mappings/a.responses"] }),
    /cannot write mappings\/a\.responses: it is there already/,
  ),
];
