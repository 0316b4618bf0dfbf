import type { Example } from "@responses/dsl";
import { lineOf } from "@responses/reporting";
import { safe } from "../terminal/safe.js";

/** `FILE:LINE` of a statement: of a rule, an example or a capture. */
export function placeOf(stated: Pick<Example, "file" | "statement">): string {
  return `${safe(stated.file.path)}:${lineOf(stated)}`;
}
