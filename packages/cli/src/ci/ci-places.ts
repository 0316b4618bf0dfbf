import type { CiFile } from "./ci-file.js";
import { GITHUB } from "./github.js";
import { GITLAB } from "./gitlab.js";
import { PRE_COMMIT } from "./pre-commit.js";

/** The places that `init --ci` knows. */
export const CI_FILES = {
  github: GITHUB,
  gitlab: GITLAB,
  "pre-commit": PRE_COMMIT,
} as const satisfies Readonly<Record<string, CiFile>>;

export type CiPlace = keyof typeof CI_FILES;

export function isCiPlace(name: string): name is CiPlace {
  return Object.hasOwn(CI_FILES, name);
}
