import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const includeTwice = defineEntry({
  name: "include-twice",
  severity: "warning",
  refuses: false,
  tag: "unnecessary",
  message: ({ path }: { readonly path: string }) =>
    `${quoted(path)} is already included above; a second time has no effect`,
  page: {
    what: "A file includes the same file twice.",
    why: "Only the first include has an effect. If you moved it, the rules are still at the first place, and the order of rules decides.",
    wrong: 'include "common.responses"\ninclude "common.responses"\n',
    right: 'include "common.responses"\n',
    fix: "Delete one of them; `responses check --fix` deletes the second, which changes nothing.",
    files: { "common.responses": 'success status 201\nexample 201 "" is success\n' },
  },
});
