import { duplicateCapture } from "./catalogue/duplicate-capture.js";
import { duplicateSystem } from "./catalogue/duplicate-system.js";
import { emptyText } from "./catalogue/empty-text.js";
import { exampleFails } from "./catalogue/example-fails.js";
import { includeBroken } from "./catalogue/include-broken.js";
import { includeCycle } from "./catalogue/include-cycle.js";
import { includeMissing } from "./catalogue/include-missing.js";
import { includeTwice } from "./catalogue/include-twice.js";
import { invalidNumber } from "./catalogue/invalid-number.js";
import { invalidPath } from "./catalogue/invalid-path.js";
import { invalidStatus } from "./catalogue/invalid-status.js";
import { syntax } from "./catalogue/syntax.js";
import { unknownEscape } from "./catalogue/unknown-escape.js";
import { unterminatedString } from "./catalogue/unterminated-string.js";
import { unusedSuppression } from "./catalogue/unused-suppression.js";

/** Every finding that the tools know, by name, in the order of LANGUAGE §5. */
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
  "include-twice": includeTwice,
  "unused-suppression": unusedSuppression,
} as const;

export type Catalogue = typeof catalogue;

/** The stable name of a finding. */
export type FindingName = keyof Catalogue;

export const FINDING_NAMES = Object.keys(catalogue) as readonly FindingName[];

export function isFindingName(name: string): name is FindingName {
  return Object.hasOwn(catalogue, name);
}
