import type { FindingName } from "../findings/catalogue.js";
import type { Check } from "./check-definition.js";
import { checkAsteriskInKeyword } from "./checks/asterisk-in-keyword.js";
import { checkCapturePicksFirst } from "./checks/capture-picks-first.js";
import { checkConflictingRules } from "./checks/conflicting-rules.js";
import { checkDoubtfulRefusal } from "./checks/doubtful-refusal.js";
import { checkDoubtfulSuccess } from "./checks/doubtful-success.js";
import { checkExactWithoutAsterisk } from "./checks/exact-without-asterisk.js";
import { checkExampleFails } from "./checks/example-fails.js";
import { checkFieldNeverPicked } from "./checks/field-never-picked.js";
import { checkFlagByPresence } from "./checks/flag-by-presence.js";
import { checkImpossibleRule } from "./checks/impossible-rule.js";
import { checkIncludedExampleDiffers } from "./checks/included-example-differs.js";
import { checkJoinedTexts } from "./checks/joined-texts.js";
import { checkLabelPicksFirst } from "./checks/label-picks-first.js";
import { checkLabelSpelling } from "./checks/label-spelling.js";
import { checkNoSuccessRule } from "./checks/no-success-rule.js";
import { checkRedundantTest } from "./checks/redundant-test.js";
import { checkSuccessBeforeReject } from "./checks/success-before-reject.js";
import { checkSuccessByStatusAlone } from "./checks/success-by-status-alone.js";
import { checkSuccessOnAnything } from "./checks/success-on-anything.js";
import { checkTextDangers } from "./checks/text-dangers.js";
import { checkUncheckedCapture } from "./checks/unchecked-capture.js";
import { checkUnlabelledReject } from "./checks/unlabelled-reject.js";
import { checkUnreachableRule } from "./checks/unreachable-rule.js";
import { checkUnreadNumber } from "./checks/unread-number.js";
import { checkUnreadableBody } from "./checks/unreadable-body.js";
import { checkUntestedRule } from "./checks/untested-rule.js";

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
const CHECKS: Readonly<Record<Exclude<FindingName, ReadingName>, Check>> = {
  "example-fails": checkExampleFails,
  "impossible-rule": checkImpossibleRule,
  "unreachable-rule": checkUnreachableRule,
  "conflicting-rules": checkConflictingRules,
  "success-before-reject": checkSuccessBeforeReject,
  "success-on-anything": checkSuccessOnAnything,
  "keyword-inside-word": checkTextDangers,
  "keyword-matches-key": checkTextDangers,
  "value-of-any-field": checkTextDangers,
  "flag-by-presence": checkFlagByPresence,
  "success-by-status-alone": checkSuccessByStatusAlone,
  "asterisk-in-keyword": checkAsteriskInKeyword,
  "exact-without-asterisk": checkExactWithoutAsterisk,
  "open-ended-number": checkTextDangers,
  "spacing-dependent": checkTextDangers,
  "value-between-tags": checkTextDangers,
  "unreadable-body": checkUnreadableBody,
  "field-never-picked": checkFieldNeverPicked,
  "no-success-rule": checkNoSuccessRule,
  "label-spelling": checkLabelSpelling,
  "included-example-differs": checkIncludedExampleDiffers,
  "redundant-test": checkRedundantTest,
  "unlabelled-reject": checkUnlabelledReject,
  "doubtful-success": checkDoubtfulSuccess,
  "doubtful-refusal": checkDoubtfulRefusal,
  "capture-picks-first": checkCapturePicksFirst,
  "label-picks-first": checkLabelPicksFirst,
  "joined-texts": checkJoinedTexts,
  "unread-number": checkUnreadNumber,
  "unchecked-capture": checkUncheckedCapture,
  "untested-rule": checkUntestedRule,
};

/** One check can give findings of several names. */
const checks = [...new Set(Object.values(CHECKS))];

export const RULE_CHECKS = checks.filter((check) => check.of === "rule");
export const MAPPING_CHECKS = checks.filter((check) => check.of === "mapping");
