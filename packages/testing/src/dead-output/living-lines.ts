import { isUnseen } from "@responses/dsl/editor";

/** Lines of an output that somebody obeys or cannot see all of; those of annotations may be commands, if the format has any. */
export function livingLines(output: string, hasCommands: boolean): readonly string[] {
  return output.split("\n").filter((line) => {
    // A joiner, or a selector, behind an emoji is part of a picture.
    const shown = line.replaceAll(/\p{Extended_Pictographic}\ufe0f?/gu, "");
    const isCommand =
      /^\s*::/.test(line) && !(hasCommands && /^::(?:error|warning|notice)(?: [^:]*)?::/.test(line));
    return isCommand || /##(?:\[|vso\[|teamcity\[)/i.test(line) || hasUnseen(shown);
  });
}

/** Lines of a written file, a page or a module, that would end its element in a page, begin another or hide something. */
export function livingMarkup(text: string): readonly string[] {
  const lines = text.replaceAll("\t", " ").split("\n");
  return lines.filter((line) => /<\/script><|<script>alert/i.test(line) || hasUnseen(line));
}

function hasUnseen(text: string): boolean {
  // Most lines are plain.
  if (/^[ -~]*$/.test(text)) return false;
  return Array.from(text).some((character) => isUnseen(character.codePointAt(0) ?? 0));
}
