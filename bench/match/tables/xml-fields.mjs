import { XML_AIM } from "../aims.mjs";
import { xmlReaders } from "../peers/xml-peers.mjs";
import { fieldTable } from "./field-table.mjs";

/* Rules about fields of XML, beside parsers that are kept well. */

export const xml = fieldTable({
  kind: "xml",
  field: (name) => `xml "/response/result/${name}"`,
  readers: xmlReaders,
  sizes: [100, 300, 1000, 10_000, 100_000, 1_000_000],
  aim: () => XML_AIM,
});
