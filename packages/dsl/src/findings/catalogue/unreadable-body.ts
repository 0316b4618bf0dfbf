import { defineEntry } from "../catalogue-entry.js";
import { counted } from "../counted.js";
import { quoted } from "../quoted.js";

export type UnreadableBody =
  | {
      readonly kind: "broken";
      readonly format: "JSON" | "XML";
      /** What is wrong there, as part of a sentence. */
      readonly reason: string;
    }
  | {
      /** JSON that was put in quotes as it was, and whose backslashes were taken for escapes of the mapping. */
      readonly kind: "pasted";
      readonly format: "JSON";
    }
  | {
      /** JSON or XML that can be read stands inside a body that is something else. */
      readonly kind: "inside";
      readonly format: "JSON" | "XML";
      readonly where: LostIn;
      /** A field that finds nothing, and how it would be written to find something. */
      readonly asked: string;
      readonly better: string;
      /** Whether it can be written so wherever the file asks; else it is for such bodies only. */
      readonly isForAll: boolean;
      /** In how many further examples it is so. */
      readonly more: number;
    };

/** Where a body stands inside another. */
export type LostIn =
  | { readonly kind: "behind"; readonly text: string }
  | { readonly kind: "before"; readonly text: string }
  | { readonly kind: "in-field"; readonly field: string };

export const unreadableBody = defineEntry({
  name: "unreadable-body",
  severity: "warning",
  refuses: false,
  message: (parameters: UnreadableBody) => {
    const { format } = parameters;
    switch (parameters.kind) {
      case "broken":
        return `this body is not ${format}, so none of its fields is found: ${parameters.reason}`;
      case "pasted":
        return "this body is JSON that was put in quotes as it is, but in quotes a backslash begins an escape, so it is no JSON any more; double all its backslashes, or make it a text block, which keeps them";
      case "inside": {
        const { where, asked, better, isForAll, more } = parameters;
        const place = more === 0 ? "" : ` here and in ${counted(more, "more example")}`;
        return `${standsWhere(format, where)}, so ${asked} finds nothing${place}; ${isForAll ? "" : "for such a body "}write ${better}`;
      }
    }
  },
  page: {
    what: "The body of an example begins like JSON or XML, but cannot be read as such, though the file has fields of that kind; the place where it breaks is marked. Or JSON or XML stands inside something else: after a printed warning, in the brackets of a call, or as a text in JSON or XML; the place where it begins is marked. Or it is JSON with backslashes that was put in quotes as it is.",
    why: 'A field reads a body from its beginning to its end, and from one that cannot be read it picks nothing. A test of it does not hold, but the same test with not does, and so does empty: a success that asks json "$.error" empty takes every such response. If the slip came in while copying, the example shows less than it seems to.',
    wrong:
      'success word "sold"\nreject word "refused" as Refused\ncapture price from json "$.price"\nexample \'cb({"state":"sold","price":2.50});\' is success\nexample \'cb({"state":"refused"});\' is reject Refused\n',
    right:
      'success between "(" and last ")" json "$.state" exact "sold"\nreject between "(" and last ")" json "$.state" exact "refused" as Refused\ncapture price from between "(" and last ")" json "$.price"\nexample \'cb({"state":"sold","price":2.50});\' is success with price "2.50"\nexample \'cb({"state":"refused"});\' is reject Refused\n',
    fix: 'Where the body is inside another, write the field that reaches it before your own: between "(" and last ")" json "$.sold", split "<br />" part -1 json "$.sold", json "$.d" json "$.sold". Where JSON was put in quotes as it is, double its backslashes or hold it in a text block. Where the body is broken, correct the example so that it is what the system sends. If it is, read such responses by keyword or word instead of by field, and silence the finding with # responses-ignore unreadable-body: the reason.',
  },
});

function standsWhere(format: string, where: LostIn): string {
  switch (where.kind) {
    case "behind":
      return `the ${format} of this body begins only after ${quoted(where.text)}`;
    case "before":
      return `${quoted(where.text)} comes after the ${format} of this body`;
    case "in-field":
      return `${where.field} is a text that holds ${format}`;
  }
}
