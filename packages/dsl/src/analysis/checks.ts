import type { FindingName } from "../findings/catalogue.js";
import type { Check } from "./check-definition.js";
import { checkAsteriskInKeyword } from "./checks/asterisk-in-keyword.js";
import { checkExactWithoutAsterisk } from "./checks/exact-without-asterisk.js";
import { checkExampleFails } from "./checks/example-fails.js";
import { checkKeywordInsideWord } from "./checks/keyword-inside-word.js";
import { checkKeywordMatchesKey } from "./checks/keyword-matches-key.js";
import { checkLabelSpelling } from "./checks/label-spelling.js";
import { checkOpenEndedNumber } from "./checks/open-ended-number.js";
import { checkSpacingDependent } from "./checks/spacing-dependent.js";

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
  "keyword-inside-word": checkKeywordInsideWord,
  "keyword-matches-key": checkKeywordMatchesKey,
  "asterisk-in-keyword": checkAsteriskInKeyword,
  "exact-without-asterisk": checkExactWithoutAsterisk,
  "open-ended-number": checkOpenEndedNumber,
  "spacing-dependent": checkSpacingDependent,
  "label-spelling": checkLabelSpelling,
};
