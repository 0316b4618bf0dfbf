import { writeString } from "@responses/dsl";

/** A field as a mapping file writes it: `json "$.reason"`. */
export function writtenField(kind: "json" | "xml", path: string): string {
  const [first = "", ...rest] = path.split("*");
  return `${kind} ${writeString([first, ...rest])}`;
}
