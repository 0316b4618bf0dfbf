import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const duplicateCapture = defineEntry({
  name: "duplicate-capture",
  severity: "error",
  refuses: true,
  message: ({ name }: { readonly name: string }) =>
    `there already is a capture named ${quoted(name)}, and a name is for one field; give this one a name of its own`,
  page: {
    what: "Two captures of a mapping, included files among them, have the same name.",
    why: "A capture is handed back under its name, so only one of the two could be. Which one should not depend on luck.",
    wrong:
      'success status 201\ncapture id from json "$.id"\ncapture id from json "$.lead.id"\nexample 201 \'{"id":"7"}\' is success\n',
    right:
      'success status 201\ncapture id from json "$.id"\ncapture leadId from json "$.lead.id"\nexample 201 \'{"id":"7","lead":{"id":"L1"}}\' is success with id "7", leadId "L1"\n',
    fix: "Rename or delete one of them. Where a system answers in two formats, each has a capture with a name of its own, such as leadId and leadIdText, and whoever reads the verdict takes the one that is there.",
  },
});
