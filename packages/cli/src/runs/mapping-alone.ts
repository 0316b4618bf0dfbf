import { counted } from "@responses/dsl/editor";
import type { ComparedFile, MappingAlone } from "./compared-file.js";

/** Whether a mapping is gone that counted responses as sales: then all of these are lost. */
export function losesAllSales(file: ComparedFile): boolean {
  return (
    file.kind === "removed" &&
    file.mapping !== null &&
    file.mapping.rules.some(({ model }) => model.outcome === "success")
  );
}

/** That a mapping came or went, as a clause; names of files in it are as they are. */
export function aloneInWords(file: ComparedFile & MappingAlone): string {
  const { kind, rules, examples, nearName } = file;
  const lost = losesAllSales(file) ? ", so that no response counts as a sale by it any more" : "";
  const near =
    nearName === null
      ? ""
      : `; there is ${nearName} now, which is no mapping file: it must end in .responses`;
  return `${kind} (${counted(rules, "rule")}, ${counted(examples, "example")})${lost}${near}`;
}
