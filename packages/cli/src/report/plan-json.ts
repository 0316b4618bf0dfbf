import type { PlanReport } from "../runs/plan-run.js";
import { writeJson } from "./json.js";

/** `responses compile --plan --format json`: what the text says, as data, with all of long lists. */
export function planAsJson({ files }: PlanReport): string {
  return writeJson({ files: files.map(({ path, execution }) => ({ path, ...execution })) });
}
