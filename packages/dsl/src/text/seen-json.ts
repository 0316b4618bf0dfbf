import { isUnseen } from "./unseen-characters.js";

/** JSON that means the same and in which nothing is unseen but its own line ends: what nobody sees in its texts is written as escapes. */
export function seenJson(json: string): string {
  return json.replace(/[^\n -~]/gu, (character) =>
    isUnseen(character.codePointAt(0) ?? 0) ? jsonEscape(character) : character,
  );
}

/** A character as the escapes of its UTF-16 units. */
export function jsonEscape(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
