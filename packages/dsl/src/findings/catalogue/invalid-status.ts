import { defineEntry } from "../catalogue-entry.js";

export interface Parameters {
  readonly written: string;
  readonly problem: "out-of-range" | "reversed";
}

export const invalidStatus = defineEntry({
  name: "invalid-status",
  severity: "error",
  refuses: true,
  message: ({ written, problem }: Parameters) =>
    problem === "out-of-range"
      ? `${written} holds no HTTP status; they go from 100 to 599`
      : `the range ${written} ends before it begins`,
  page: {
    what: "A rule asks for a status outside 100 to 599, or for a range whose end is before its start.",
    why: "No response has such a status, so the test could never hold.",
    wrong: "error status 599..500\n",
    right:
      'success status 201\nerror status 500..599\nexample 201 "" is success\nexample 502 "Bad Gateway" is error\n',
    fix: "Correct the number; turn a reversed range around (`responses check --fix` does). An example may record any status, whatever the system sent.",
  },
});
