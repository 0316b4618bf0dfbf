import { visible } from "@responses/dsl/editor";

/** Markup that only the tags of this file make, so that whatever else is in it has been escaped. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** See `html`. */
  static template(literals: TemplateStringsArray, contents: readonly Content[]): Html {
    const [first = "", ...rest] = literals;
    return new Html(
      first + contents.map((content, index) => markupOf(content) + (rest[index] ?? "")).join(""),
    );
  }

  toString(): string {
    return this.#text;
  }
}

/** What can stand between the markup of a template: texts are escaped, and null is nothing. */
export type Content = string | number | Html | readonly Content[] | null;

/**
 * Markup as it is written in the template. Texts between are escaped so that they can stand in an element and in an attribute
 * in quotation marks (not in `style` or `script`, and not where a browser reads an address). What a page would hide, obey
 * or not be allowed to hold is written as an escape; line ends and tabs stay.
 */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return Html.template(literals, contents);
}

/** A template without anything between, exactly as it is: nothing of a user's can get into it. */
export function literal(literals: TemplateStringsArray): Html {
  return Html.template(literals, []);
}

/** The contents with something between any two. */
export function joined(contents: readonly Content[], between: Content): Content {
  return contents.flatMap((content, index) => (index === 0 ? [content] : [between, content]));
}

function markupOf(content: Content): string {
  if (content === null) return "";
  if (typeof content === "string") return escaped(content);
  if (typeof content === "number" || content instanceof Html) return String(content);
  return content.map(markupOf).join("");
}

/**
 * What a browser does not show, or reads as an instruction on the direction of text. Variation selectors choose between
 * pictures of a character, which everybody sees.
 */
const HIDDEN =
  /(?!\p{Variation_Selector})[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text
    .replaceAll(/[^\n\t]+/g, visible)
    .replaceAll(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`)
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
