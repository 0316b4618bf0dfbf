import type { FixKind } from "@responses/dsl";

/** Who makes a fix, and so whether it keeps the meaning: said behind its title, in brackets. */
export function whoMakes(kind: FixKind): string {
  return kind === "automatic" ? "responses check --fix makes it" : "a suggestion";
}
