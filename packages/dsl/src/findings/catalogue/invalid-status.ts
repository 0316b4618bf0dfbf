import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly written: string;
  readonly problem: "out-of-range" | "reversed";
}

/** Numbers that are longer are cut. */
const LONGEST_SHOWN = 30;

export const invalidStatus = defineEntry({
  name: "invalid-status",
  severity: "error",
  refuses: true,
  message: ({ written, problem }: Parameters) => {
    const range = written.length <= LONGEST_SHOWN ? written : quoted(written);
    return problem === "out-of-range"
      ? `${range} is outside 100 to 599, where HTTP statuses are`
      : `the range ${range} ends before it begins`;
  },
  page: {
    what: "A rule asks for a status outside 100 to 599, or for a range that ends before it starts.",
    why: "No response has such a status, so the test could never hold.",
    wrong: "error status 599..500\n",
    right:
      'success status 201\nerror status 500..599\nexample 201 "" is success\nexample 502 "Bad Gateway" is error\n',
    fix: "Correct the number; turn a reversed range around (`responses check --fix` does). An example may record any status, whatever the system sent.",
  },
});
