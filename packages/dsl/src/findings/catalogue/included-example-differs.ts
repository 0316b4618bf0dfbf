import type { CaptureDifference } from "../capture-difference.js";
import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface IncludedExampleDiffers {
  /** Where the example stands: `line 3 of common.responses`. */
  readonly place: string;
  /** The verdict that it states, and the one that it gets here, as an example would write them. */
  readonly expected: string;
  readonly actual: string;
  /** Where the rule that decides here stands; null where none does. */
  readonly decidedBy: string | null;
  /** The capture that differs, where outcome and label are right. */
  readonly capture: CaptureDifference | null;
}

export const includedExampleDiffers = defineEntry({
  name: "included-example-differs",
  severity: "warning",
  refuses: false,
  message: ({ place, expected, actual, decidedBy, capture }: IncludedExampleDiffers) => {
    if (capture !== null) {
      const found = capture.actual === null ? "absent" : quoted(capture.actual);
      return `the example in ${place} has another ${quoted(capture.name)} here: ${found} instead of ${quoted(capture.expected)}`;
    }
    const because = decidedBy === null ? "no rule holds for it" : `the rule in ${decidedBy} decides`;
    return `the example in ${place} is ${actual} here instead of ${expected}: ${because}`;
  },
  page: {
    what: "An example of an included file passes there, but gets another verdict in this mapping, since a rule of this mapping, or of another file that it includes, stands above the included rules and decides first.",
    why: "Whoever wrote the shared file relies on that response being read as the example says. Here it is read otherwise, perhaps without anybody having meant it.",
    wrong:
      'system "Acme"\nreject keyword "lead" as Other\ninclude "common.responses"\nexample "no lead today" is reject Other\n',
    right:
      'system "Acme"\ninclude "common.responses"\nreject keyword "lead" as Other\nexample "no lead today" is reject Other\n',
    fix: "Move the include above the rules that decide first, or make those rules narrower. If this system really means something else by that response, silence the finding at the include with # responses-ignore included-example-differs: the reason.",
    files: {
      "common.responses": 'success keyword "lead accepted"\nexample "Lead accepted" is success\n',
    },
  },
});
