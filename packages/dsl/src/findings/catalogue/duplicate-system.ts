import { defineEntry } from "../catalogue-entry.js";
import { quoted } from "../quoted.js";

export const duplicateSystem = defineEntry({
  name: "duplicate-system",
  severity: "error",
  refuses: true,
  message: ({ name }: { readonly name: string }) =>
    `${quoted(name)} is a second system in this file; a mapping file is about one system`,
  page: {
    what: "A file has more than one system statement.",
    why: "A mapping file says how to read one system's responses. Two names usually mean that two files were pasted together, and the rules of the one would take the responses of the other.",
    wrong: 'system "Acme"\nsystem "Acme staging"\n',
    right: 'system "Acme"\nsuccess status 201\nexample 201 "" is success\n',
    fix: "Keep one of them, or make two files. Rules that both share go into a third, which both include.",
  },
});
