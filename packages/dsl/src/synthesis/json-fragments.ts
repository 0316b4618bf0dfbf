import { jsonFault } from "../runtime/json-field.js";

/** What may stand before and behind a piece of JSON so that a whole member comes of it, the shortest first. */
const BEFORE = [
  "",
  '"',
  '"data":',
  '"data":"',
  '"data":[',
  '"data":{',
  '"message":""',
  '"data":["',
  '"data":{"',
];
const ENDS = [
  "",
  '"',
  "1",
  ":1",
  '":1',
  '""',
  "}",
  "]",
  '"}',
  '"]',
  "1}",
  "1]",
  ":1}",
  '":1}',
  '""}',
  "}]",
  "]}",
];
const BEHIND = [...ENDS, '"message":""', "}}"];

/** Longer ones are no pieces of JSON that a person looks for. */
const LONGEST_TEXT = 500;

/**
 * A member of an object, or several, that holds a text as it is, where that is a piece of JSON: `"code":1`, `code":`,
 * `{"a":1`. Null where it is none. A comma at its beginning is left out: one stands before the member.
 */
export function memberAround(text: string): string | null {
  if (text.length > LONGEST_TEXT) return null;
  const piece = text.startsWith(",") ? text.slice(1) : text;
  for (const before of BEFORE)
    for (const behind of BEHIND) {
      const member = before + piece + behind;
      if (member !== "" && jsonFault(`{${member}}`) === null) return member;
    }
  return null;
}
