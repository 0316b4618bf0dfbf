import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly path: string;
  /** The paths on the way from the included file back to itself, as the host names them. */
  readonly through: readonly string[];
}

export const includeCycle = defineEntry({
  name: "include-cycle",
  severity: "error",
  refuses: true,
  message: ({ path, through }: Parameters) =>
    through.length <= 1
      ? `${quoted(path)} includes itself`
      : `${quoted(path)} includes itself, through ${through.slice(0, -1).map(quoted).join(", ")}`,
  page: {
    what: "A file includes itself, directly or through other files.",
    why: "Its rules would contain themselves without end.",
    wrong: 'include "mapping.responses"\n',
    right: 'success status 201\nexample 201 "" is success\n',
    fix: "Delete one of the includes in the circle. What several files share goes into a file that includes none of them.",
  },
});
