import { writeVerdict } from "../matching/verdict.js";
import type { ExpectedVerdict } from "../model/mapping.js";

/** The verdict that an example states, as it is written there; what it says of captures is left out. */
export function writeExpectedVerdict(expected: ExpectedVerdict): string {
  const label = expected.outcome === "unmapped" ? null : expected.label;
  return writeVerdict({ outcome: expected.outcome, label });
}
