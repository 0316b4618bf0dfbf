import { defineEntry } from "../catalogue-entry.js";
import { quoted, visible } from "../quoted.js";

export type DoubtfulSuccess =
  | {
      /** A field for errors that is filled, a flag that says no, or a word of refusal. */
      readonly kind: "error" | "flag" | "word";
      readonly text: string;
      /** The field as a file writes it; null for a place in plain text. */
      readonly field: string | null;
    }
  | { readonly kind: "price"; readonly name: string; readonly text: string };

const ADVICE = "check whether the system really took this lead; if it refused it, write is reject instead";

export const doubtfulSuccess = defineEntry({
  name: "doubtful-success",
  severity: "hint",
  refuses: false,
  message: (parameters: DoubtfulSuccess) => {
    switch (parameters.kind) {
      case "error":
        return `this example is a success, but its body has an error in ${visible(parameters.field ?? "")}: ${quoted(parameters.text)}; ${ADVICE}`;
      case "flag":
        return `this example is a success, but its body says no: ${visible(parameters.field ?? "")} is ${quoted(parameters.text)}; ${ADVICE}`;
      case "word": {
        const place = parameters.field === null ? "" : ` in ${visible(parameters.field)}`;
        return `this example is a success, but its body says ${quoted(parameters.text)}${place}; ${ADVICE}`;
      }
      case "price":
        return `this example is a success, but its ${visible(parameters.name)} is ${quoted(parameters.text)}: nobody seems to pay for this lead; if that is right, add with ${visible(parameters.name)} ${quoted(parameters.text)}; otherwise find out what such an answer means`;
    }
  },
  page: {
    what: "An example states success, and its body says the opposite: a field for errors is filled, a flag says no, there is a word of refusal where the system says how it went, or the captured price is 0.",
    why: "Many systems say OK to the request and refuse the lead in the same answer. An example that was written in a hurry then teaches everybody that a refusal is a sale, and every rule is tried on it.",
    wrong:
      'success json "$.status" exact "OK"\ncapture price from json "$.price"\nexample \'{"status":"OK","price":"4.50"}\' is success with price "4.50"\nexample \'{"status":"OK","reject_reason":"duplicate"}\' is success with price ""\n',
    right:
      'reject  json "$.reject_reason" exact "duplicate" as Duplicate\nsuccess json "$.status" exact "OK"\ncapture price from json "$.price"\nexample \'{"status":"OK","price":"4.50"}\' is success with price "4.50"\nexample \'{"status":"OK","reject_reason":"duplicate"}\' is reject Duplicate\n',
    fix: 'Find out what the system means. If the lead was refused, state reject in the example, and write a rule for it above the success. If it was taken all the same, silence the finding: # responses-ignore doubtful-success: the reason. A price of 0 that is right is stated by the example: with price "0".',
  },
});
