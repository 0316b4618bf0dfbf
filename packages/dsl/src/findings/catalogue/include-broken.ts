import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly path: string;
  /** How many findings there refuse the file; at least 1. */
  readonly errors: number;
}

export const includeBroken = defineEntry({
  name: "include-broken",
  severity: "error",
  refuses: true,
  message: ({ path, errors }: Parameters) =>
    `${quoted(path)} has ${errors === 1 ? "an error" : `${errors} errors`} and cannot be included; fix that file first`,
  page: {
    what: "An included file has errors that refuse it.",
    why: "Its rules cannot be read, so the including mapping would lack them and classify responses differently from what you wrote.",
    wrong: 'include "broken.responses"\n',
    right: 'success status 201\nexample 201 "" is success\n',
    fix: "Fix the errors in the included file; they are shown there.",
    files: { "broken.responses": 'success keyword "never closed\n' },
  },
});
