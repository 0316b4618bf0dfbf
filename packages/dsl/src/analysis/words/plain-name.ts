import { foldText } from "../../text/case-folding.js";

/** A field's name as lists of names have it: in lower case, and without `_`, `-`, dots and blanks. */
export function plainName(name: string): string {
  return foldText(name).replace(/[_.\-\s]+/g, "");
}
