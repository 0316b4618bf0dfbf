import { asteriskInKeyword } from "./catalogue/asterisk-in-keyword.js";
import { capturePicksFirst } from "./catalogue/capture-picks-first.js";
import { conflictingRules } from "./catalogue/conflicting-rules.js";
import { doubtfulRefusal } from "./catalogue/doubtful-refusal.js";
import { doubtfulSuccess } from "./catalogue/doubtful-success.js";
import { duplicateCapture } from "./catalogue/duplicate-capture.js";
import { duplicateSystem } from "./catalogue/duplicate-system.js";
import { emptyText } from "./catalogue/empty-text.js";
import { exactWithoutAsterisk } from "./catalogue/exact-without-asterisk.js";
import { exampleFails } from "./catalogue/example-fails.js";
import { fieldNeverPicked } from "./catalogue/field-never-picked.js";
import { flagByPresence } from "./catalogue/flag-by-presence.js";
import { impossibleRule } from "./catalogue/impossible-rule.js";
import { includeBroken } from "./catalogue/include-broken.js";
import { includeCycle } from "./catalogue/include-cycle.js";
import { includeMissing } from "./catalogue/include-missing.js";
import { includeTwice } from "./catalogue/include-twice.js";
import { includedExampleDiffers } from "./catalogue/included-example-differs.js";
import { invalidNumber } from "./catalogue/invalid-number.js";
import { invalidPath } from "./catalogue/invalid-path.js";
import { invalidStatus } from "./catalogue/invalid-status.js";
import { joinedTexts } from "./catalogue/joined-texts.js";
import { keywordInsideWord } from "./catalogue/keyword-inside-word.js";
import { keywordMatchesKey } from "./catalogue/keyword-matches-key.js";
import { labelPicksFirst } from "./catalogue/label-picks-first.js";
import { labelSpelling } from "./catalogue/label-spelling.js";
import { noSuccessRule } from "./catalogue/no-success-rule.js";
import { openEndedNumber } from "./catalogue/open-ended-number.js";
import { redundantTest } from "./catalogue/redundant-test.js";
import { spacingDependent } from "./catalogue/spacing-dependent.js";
import { successBeforeReject } from "./catalogue/success-before-reject.js";
import { successByStatusAlone } from "./catalogue/success-by-status-alone.js";
import { successOnAnything } from "./catalogue/success-on-anything.js";
import { syntax } from "./catalogue/syntax.js";
import { uncheckedCapture } from "./catalogue/unchecked-capture.js";
import { unknownEscape } from "./catalogue/unknown-escape.js";
import { unlabelledReject } from "./catalogue/unlabelled-reject.js";
import { unreachableRule } from "./catalogue/unreachable-rule.js";
import { unreadNumber } from "./catalogue/unread-number.js";
import { unreadableBody } from "./catalogue/unreadable-body.js";
import { unterminatedString } from "./catalogue/unterminated-string.js";
import { untestedRule } from "./catalogue/untested-rule.js";
import { unusedSuppression } from "./catalogue/unused-suppression.js";
import { valueBetweenTags } from "./catalogue/value-between-tags.js";
import { valueOfAnyField } from "./catalogue/value-of-any-field.js";

/** Every finding that the tools know, by name, in the order of docs/checks.md. */
export const catalogue = {
  syntax,
  "unknown-escape": unknownEscape,
  "unterminated-string": unterminatedString,
  "invalid-path": invalidPath,
  "invalid-number": invalidNumber,
  "invalid-status": invalidStatus,
  "empty-text": emptyText,
  "duplicate-system": duplicateSystem,
  "duplicate-capture": duplicateCapture,
  "include-missing": includeMissing,
  "include-broken": includeBroken,
  "include-cycle": includeCycle,
  "example-fails": exampleFails,
  "impossible-rule": impossibleRule,
  "unreachable-rule": unreachableRule,
  "conflicting-rules": conflictingRules,
  "success-before-reject": successBeforeReject,
  "success-on-anything": successOnAnything,
  "keyword-inside-word": keywordInsideWord,
  "keyword-matches-key": keywordMatchesKey,
  "value-of-any-field": valueOfAnyField,
  "flag-by-presence": flagByPresence,
  "success-by-status-alone": successByStatusAlone,
  "asterisk-in-keyword": asteriskInKeyword,
  "exact-without-asterisk": exactWithoutAsterisk,
  "open-ended-number": openEndedNumber,
  "spacing-dependent": spacingDependent,
  "value-between-tags": valueBetweenTags,
  "unreadable-body": unreadableBody,
  "field-never-picked": fieldNeverPicked,
  "no-success-rule": noSuccessRule,
  "label-spelling": labelSpelling,
  "included-example-differs": includedExampleDiffers,
  "include-twice": includeTwice,
  "redundant-test": redundantTest,
  "unlabelled-reject": unlabelledReject,
  "doubtful-success": doubtfulSuccess,
  "doubtful-refusal": doubtfulRefusal,
  "capture-picks-first": capturePicksFirst,
  "label-picks-first": labelPicksFirst,
  "joined-texts": joinedTexts,
  "unread-number": unreadNumber,
  "unchecked-capture": uncheckedCapture,
  "untested-rule": untestedRule,
  "unused-suppression": unusedSuppression,
} as const;

/** The stable name of a finding. */
export type FindingName = keyof typeof catalogue;

export const FINDING_NAMES = Object.keys(catalogue) as readonly FindingName[];

export function isFindingName(name: string): name is FindingName {
  return Object.hasOwn(catalogue, name);
}
