import { foldText } from "../../text/case-folding.js";

/**
 * Names of the things that systems take several of at once, and answer for each: in an element of such a name a value is one of a
 * list. In lower case; this is the one list, and a new name is one more.
 */
const LISTED = new Set([
  "contact",
  "destination",
  "email",
  "entry",
  "item",
  "lead",
  "mail",
  "member",
  "message",
  "mms",
  "msisdn",
  "number",
  "part",
  "recipient",
  "record",
  "row",
  "sms",
  "subscriber",
]);

/** Whether an element of that name is one of several, as far as names tell. */
export function isListedName(name: string): boolean {
  return LISTED.has(foldText(name));
}
