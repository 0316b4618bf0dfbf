import type { LocalSpan } from "@responses/dsl";

/** A place in a comment in which something of `# responses-ignore NAME: the reason` can be completed. */
export interface SuppressionPlace {
  readonly part: "directive" | "name";
  /** What stands there and would be replaced. */
  readonly span: LocalSpan;
  /** Whether a colon stands behind the name. */
  readonly hasColon: boolean;
}

const DIRECTIVE = "responses-ignore";

/** The place of a comment, which is `span` of the text, in which an offset lies; null where there is nothing to complete. */
export function suppressionPlaceAt(
  text: string,
  { from, to }: LocalSpan,
  offset: number,
): SuppressionPlace | null {
  const comment = text.slice(from, to);
  const [, blanks = "", word = "", between = "", name = ""] =
    /^#([ \t]*)(\S*)([ \t]*)([a-z-]*)/.exec(comment) ?? [];
  const wordFrom = from + 1 + blanks.length;
  const wordTo = wordFrom + word.length;
  if (offset >= wordFrom && offset <= wordTo) {
    const isBeginning = DIRECTIVE.startsWith(word);
    return isBeginning ? { part: "directive", span: { from: wordFrom, to: wordTo }, hasColon: false } : null;
  }
  const nameFrom = wordTo + between.length;
  const nameTo = nameFrom + name.length;
  if (word !== DIRECTIVE || offset < nameFrom || offset > nameTo) return null;
  const hasColon = /^[ \t]*:/.test(text.slice(nameTo, to));
  return { part: "name", span: { from: nameFrom, to: nameTo }, hasColon };
}
