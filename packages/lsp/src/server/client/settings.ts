import { MOST_EXAMPLES } from "../../features/hover/hover.js";
import type { HintedRules } from "../../features/inlay-hints.js";
import { memberOf } from "./member-of.js";

/** What people can set about the server: the editor's section `responses`. */
export interface Settings {
  /** `responses.hover.lines`: how many examples have a line in a preview. */
  readonly hoverLines: number;
  /** `responses.inlayHints.enabled`. */
  readonly inlayHints: boolean;
  /** `responses.inlayHints.rules`: behind which rules. */
  readonly hintedRules: HintedRules;
  /** `responses.codeLens.enabled`. */
  readonly codeLens: boolean;
}

/** Reads the section as an editor sends it. What is missing, or is not what it should be, has its usual value. */
export function readSettings(section: unknown): Settings {
  const lines = memberOf(memberOf(section, "hover"), "lines");
  return {
    hoverLines:
      typeof lines === "number" ? Math.min(Math.max(Math.trunc(lines), 0), MOST_EXAMPLES) : MOST_EXAMPLES,
    inlayHints: memberOf(memberOf(section, "inlayHints"), "enabled") !== false,
    hintedRules: memberOf(memberOf(section, "inlayHints"), "rules") === "all" ? "all" : "wrong",
    codeLens: memberOf(memberOf(section, "codeLens"), "enabled") !== false,
  };
}
