import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const includeMissing = defineEntry({
  name: "include-missing",
  severity: "error",
  refuses: true,
  message: ({ path }: { readonly path: string }) =>
    `there is no file ${quoted(path)}; an include's path starts from the folder of the file it is in`,
  page: {
    what: "An include names a file that does not exist.",
    why: "Without the included rules the mapping would classify responses differently from what you wrote, so it is not run.",
    wrong: 'include "nowhere.responses"\n',
    right: 'success status 201\nexample 201 "" is success\n',
    fix: "Correct the path. It is relative to the including file and written with /, on Windows too.",
  },
});
