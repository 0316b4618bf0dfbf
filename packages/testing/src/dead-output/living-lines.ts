import { isUnseen } from "@responses/dsl/editor";

/** Lines of an output that somebody obeys or cannot see all of; those of annotations may be commands, if the format has any. */
export function livingLines(output: string, hasCommands: boolean): readonly string[] {
  return output.split("\n").filter((line) => {
    // A joiner, or a selector, behind an emoji is part of a picture.
    const shown = line.replaceAll(/\p{Extended_Pictographic}\ufe0f?/gu, "");
    return isCommand(line, hasCommands) || hasUnseen(shown);
  });
}

/** Lines of a diff that a runner or a terminal obeys; what is only not seen belongs to it. */
export function obeyedLines(diff: string): readonly string[] {
  const lines = diff.replaceAll("\t", " ").replaceAll("\r\n", "\n").split("\n");
  return lines.filter((line) => isCommand(line, false) || /\p{Cc}/u.test(line));
}

function isCommand(line: string, hasCommands: boolean): boolean {
  if (/##(?:\[|vso\[|teamcity\[)/i.test(line)) return true;
  return /^\s*::/.test(line) && !(hasCommands && /^::(?:error|warning|notice)(?: [^:]*)?::/.test(line));
}

/** Lines of a written file, a page or a module, that would end its element in a page, begin another or hide something. */
export function livingMarkup(text: string): readonly string[] {
  const hidden = hidingLines(text);
  return [...hidden, ...text.split("\n").filter((line) => /<\/script><|<script>alert/i.test(line))];
}

/** Lines of a written file that hide something from whoever reviews it. */
export function hidingLines(text: string): readonly string[] {
  return text.replaceAll("\t", " ").split("\n").filter(hasUnseen);
}

function hasUnseen(text: string): boolean {
  // Most lines are plain.
  if (/^[ -~]*$/.test(text)) return false;
  return Array.from(text).some((character) => isUnseen(character.codePointAt(0) ?? 0));
}
