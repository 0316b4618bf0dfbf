import { snippetText } from "../../edits/snippet-text.js";

/** Words of a mapping file with places that somebody fills in; each has a text that can stay. */
export type Template = readonly (string | Blank)[];

/** A place to fill in, and what stands there at first: mapping text as it is written in the place. */
export interface Blank {
  readonly blank: string;
  /** Whether the text only says what belongs there: a client without places to fill in leaves it out. */
  readonly isHint?: boolean;
}

/** The template with its blanks as they stand at first. */
export function plainTemplate(template: Template): string {
  return template
    .map((part) => (typeof part === "string" ? part : part.isHint === true ? "" : part.blank))
    .join("");
}

/** The template as a snippet of the protocol: the cursor goes from blank to blank. */
export function templateSnippet(template: Template): string {
  let number = 0;
  return template
    .map((part) =>
      typeof part === "string" ? snippetText(part) : `\${${++number}:${snippetText(part.blank)}}`,
    )
    .join("");
}
