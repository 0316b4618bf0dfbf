import { defineEntry } from "../catalogue-entry.js";

export interface UnreadableBody {
  readonly format: "JSON" | "XML";
  /** What is wrong there, as part of a sentence. */
  readonly reason: string;
}

export const unreadableBody = defineEntry({
  name: "unreadable-body",
  severity: "warning",
  refuses: false,
  message: ({ format, reason }: UnreadableBody) =>
    `this body is not ${format}, so none of its fields is found: ${reason}`,
  page: {
    what: "The body of an example begins like JSON or XML, but cannot be read as such, though the file has fields of that kind. The place where it breaks is marked.",
    why: "From a body that cannot be read no field is picked. If the slip came in while copying, the example shows less than it seems to; if the system really sends this, tests of fields do not see its responses.",
    wrong:
      'success json "$.sold" exact "true"\nreject keyword "closed" as Closed\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"why":"closed",}\' is reject Closed\n',
    right:
      'success json "$.sold" exact "true"\nreject keyword "closed" as Closed\nexample \'{"sold":true}\' is success\nexample \'{"sold":false,"why":"closed"}\' is reject Closed\n',
    fix: "Correct the example so that it is what the system sends. If it is, read such responses by keyword or word instead of by field, and silence the finding with # responses-ignore unreadable-body: the reason.",
  },
});
