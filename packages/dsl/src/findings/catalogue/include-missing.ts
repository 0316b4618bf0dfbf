import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const includeMissing = defineEntry({
  name: "include-missing",
  severity: "error",
  refuses: true,
  message: ({ path }: { readonly path: string }) =>
    `the file ${quoted(path)} is not there; an include's path begins at the folder of the file it stands in`,
  page: {
    what: "An include names a file that is not there.",
    why: "Without the included rules the mapping would classify responses differently from what you wrote, so it is not run.",
    wrong: 'include "nowhere.responses"\n',
    right: 'success status 201\nexample 201 "" is success\n',
    fix: "Correct the path. It is relative to the including file and written with /, on Windows too.",
  },
});
