import type { CiFile } from "./ci-file.js";
import { GITHUB } from "./github.js";
import { GITLAB } from "./gitlab.js";
import { PRE_COMMIT } from "./pre-commit.js";

/** The places that `init --ci` knows. */
export const CI_PLACES = ["github", "gitlab", "pre-commit"] as const;

export type CiPlace = (typeof CI_PLACES)[number];

export const CI_FILES: Readonly<Record<CiPlace, CiFile>> = {
  github: GITHUB,
  gitlab: GITLAB,
  "pre-commit": PRE_COMMIT,
};
