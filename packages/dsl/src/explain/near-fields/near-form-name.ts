import { type JsonPath, writeJsonPath } from "../../model/json-path.js";
import { nearJsonPath } from "./near-json-path.js";
import { COST, type NearPath, renaming } from "./path-alignment.js";

/**
 * How near a name of a form is to one that is not there: a name that is written otherwise, or one in a wrapper more or less,
 * since some systems write nested values as `response[lead_id]` or `response.lead_id`. Null where that is too much.
 */
export function nearFormName(
  written: string,
  actual: string,
): Pick<NearPath<never>, "cost" | "change"> | null {
  if (written === actual) return null;
  const [asked, there] = [stepsOf(written), stepsOf(actual)];
  if (writeJsonPath(asked) === writeJsonPath(there)) return { cost: COST.signs, change: "spelling" };
  return renaming(written, actual) ?? nearJsonPath(asked, there);
}

/** The names in a name: `a[b][c]` and `a.b.c` have three. */
function stepsOf(name: string): JsonPath {
  const names = name.split(/[.[\]]+/).filter((step) => step !== "");
  return names.map((step) => ({ kind: "name", name: step }));
}
