import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export interface Parameters {
  readonly expected: "number" | "status" | "part";
  readonly written: string;
  readonly problem:
    | "malformed"
    | "thousands"
    | "decimal-comma"
    | "plus-sign"
    | "no-leading-digit"
    | "part-zero";
}

const NOUNS = { number: "number", status: "status", part: "part number" } as const;
const EXAMPLES = {
  number: "12.50, -3 or 1e6",
  status: "200, 2xx or 200..299",
  part: "1, or -1 for the last",
} as const;

export const invalidNumber = defineEntry({
  name: "invalid-number",
  severity: "error",
  refuses: true,
  message: ({ expected, written, problem }: Parameters) => {
    const begin = `${quoted(written)} is not a ${NOUNS[expected]}`;
    switch (problem) {
      case "malformed":
        return `${begin}; write it like ${EXAMPLES[expected]}`;
      case "thousands":
        return `${begin}; leave out the commas between the digits`;
      case "decimal-comma":
        return `${begin}; the decimal mark is a point, as in 0.5`;
      case "plus-sign":
        return `${begin}; leave out the plus sign`;
      case "no-leading-digit":
        return `${begin}; a digit comes before the point`;
      case "part-zero":
        return "there is no part 0; part 1 is the first, part -1 the last";
    }
  },
  page: {
    what: "What should be a number, a status or a part is almost one but not quite, or the part is 0.",
    why: "1,000 could be one number or two, 2XX and 200-299 are other tools' ways of writing. The language has one way for each, so that two people never read one rule differently.",
    wrong: "success status 200-299\n",
    right: 'success status 200..299 and exact "accepted"\nexample 202 "accepted" is success\n',
    fix: "Write 2xx or 200..299 for statuses, 1000.50 for a number, part 1 or part -1. Where the repair is certain, `responses check --fix` makes it.",
  },
});
