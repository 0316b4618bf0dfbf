import type { FindingName } from "../findings/catalogue.js";
import type { Check } from "./check-definition.js";
import { checkExampleFails } from "./checks/example-fails.js";

/** The findings that reading a file gives, or `check` itself; all others need a check. */
type ReadingName =
  | "syntax"
  | "unknown-escape"
  | "unterminated-string"
  | "invalid-path"
  | "invalid-number"
  | "invalid-status"
  | "empty-text"
  | "duplicate-system"
  | "duplicate-capture"
  | "include-missing"
  | "include-broken"
  | "include-cycle"
  | "include-twice"
  | "unused-suppression";

/** The check of every computed finding. */
export const CHECKS: Readonly<Record<Exclude<FindingName, ReadingName>, Check>> = {
  "example-fails": checkExampleFails,
};
