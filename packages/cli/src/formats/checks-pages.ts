import { pageAddress } from "@responses/dsl/editor";
import type { AnnotationKind } from "../annotations/annotation.js";

/** Where the pages of findings and of kinds of change are. */
export interface ChecksPages {
  /** The address of what they are in. */
  readonly all: string;
  readonly of: (kind: AnnotationKind) => string;
}

/**
 * Pages at an address of the web: one page with a fragment for each, or an address that says `{name}` where the name goes. Null for a
 * text that is no such address.
 */
export function checksPagesAt(address: string): ChecksPages | null {
  const of = (kind: string): string => pageAddress(address, kind);
  const isAddress = /^https?:\/\/[^\s<>"]+$/i.test(address) && URL.canParse(of("syntax"));
  return isAddress ? { all: address.replace(/\{name\}.*$/s, ""), of } : null;
}
