import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

const REASONS = {
  missing: (path: string) =>
    `there is no file ${path}; an include's path starts from the folder of the file it is in`,
  absolute: (path: string) =>
    `${path} begins at the root of the disk; an include's path starts from the folder of the file it is in, as "../common.responses" does`,
  outside: (path: string) =>
    `${path} is outside of the project's folders, from where nothing is included; move the file, or name its folder in includeFrom of responses.config.json`,
} as const;

export const includeMissing = defineEntry({
  name: "include-missing",
  severity: "error",
  refuses: true,
  message: ({ path, why }: { readonly path: string; readonly why: keyof typeof REASONS }) =>
    REASONS[why](quoted(path)),
  page: {
    what: "An include names a file that does not exist, or one that this file may not include: by a path from the root of the disk, or outside of the project's folders.",
    why: "Without the included rules the mapping would classify responses differently from what you wrote, so it is not run.",
    wrong: 'include "nowhere.responses"\n',
    right: 'success status 201\nexample 201 "" is success\n',
    fix: "Correct the path. It is relative to the including file and written with /, on Windows too. The project's folders are those of its git repository, or else of its responses.config.json; there includeFrom can name others.",
  },
});
