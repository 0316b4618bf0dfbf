import { existsSync, readFileSync } from "node:fs";

/** A response to a mapping, and what must come of it: a verdict, or the finding that refuses the mapping. */
export interface ConformanceCase {
  readonly note: string;
  readonly mapping: string;
  readonly status: number | null;
  readonly body: string;
  readonly expect:
    | { readonly error: string }
    | {
        readonly outcome: string;
        readonly label: string | null;
        readonly captures?: Readonly<Record<string, string>>;
      };
}

/** The cases of fields: beside the repository, where whoever specifies the language has them, else its own copy. */
export function fieldCases(): readonly ConformanceCase[] {
  const beside = new URL("../../../../shared/conformance/fields.ndjson", import.meta.url);
  const own = new URL("../conformance/fields.ndjson", import.meta.url);
  const lines = readFileSync(existsSync(beside) ? beside : own, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): ConformanceCase => JSON.parse(line));
}
