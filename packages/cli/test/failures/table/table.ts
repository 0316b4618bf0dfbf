import type { Failure } from "../failure.js";
import { ACCEPTANCE } from "./acceptance.js";
import { BASELINES } from "./baselines.js";
import { CI } from "./ci-files.js";
import { CRASHES } from "./crashes.js";
import { GIT } from "./git.js";
import { MAPPING_FILES } from "./mapping-files.js";
import { NOTHING_TO_DO } from "./nothing-to-do.js";
import { OUTPUTS } from "./outputs.js";
import { PROJECT_FILES } from "./project-files.js";
import { USE } from "./use.js";

/** Everything that is made to go wrong. */
export const FAILURES: readonly Failure[] = [
  ...MAPPING_FILES,
  ...PROJECT_FILES,
  ...BASELINES,
  ...ACCEPTANCE,
  ...CI,
  ...NOTHING_TO_DO,
  ...GIT,
  ...OUTPUTS,
  ...CRASHES,
  ...USE,
];
