import { quoted } from "../findings/quoted.js";
import type { NearMiss } from "./near-miss.js";

/** By how little a rule misses a response, as a clause that says what the body has. */
export function nearMissInWords(miss: NearMiss, body: string): string {
  switch (miss.kind) {
    case "path":
      return `the body has the field as ${quoted(miss.actual)}, not ${quoted(miss.written)}`;
    case "spacing":
      return `only white space differs in ${quoted(body.slice(miss.place.start, miss.place.end))}`;
    case "escapes":
      return `the body has it only escaped, as ${quoted(body.slice(miss.place.start, miss.place.end))}; ask for the field, which reads the escapes`;
    case "number":
    case "character":
      return `the body has ${quoted(body.slice(miss.place.start, miss.place.end))}, not ${quoted(miss.wanted)}`;
  }
}

/** The same as the beginning of a line, behind which an excerpt shows what the body has (for a path, its names there). */
export function nearMissAsHeading({ kind }: NearMiss): string {
  switch (kind) {
    case "path":
      return "only the path of the field differs: the body has ";
    case "spacing":
      return "only the spacing differs: ";
    case "escapes":
      return "the body has it only escaped: ";
    case "number":
      return "only how the number is written differs: ";
    case "character":
      return "only one character differs: ";
  }
}
