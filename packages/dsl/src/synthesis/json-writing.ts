import type { JsonTree } from "./json-tree.js";
import type { WantedPick } from "./wanted-body.js";
import { styleOfNames, type WritingStyle, writeCharacters } from "./writing-style.js";

/** The tree as it is written; `extras` are members, as they are written, that its first object has besides. */
export function writeJsonTree(tree: JsonTree, style: WritingStyle, extras: ExtraMembers): string {
  const writer = new JsonWriter(style, extras);
  return writer.write(tree);
}

/** Members as they are written, at the end of the first object or at its beginning. */
export interface ExtraMembers {
  readonly written: readonly string[];
  readonly stand: "last" | "first";
}

export const NO_EXTRAS: ExtraMembers = { written: [], stand: "last" };

class JsonWriter {
  readonly #style: WritingStyle;
  readonly #stand: ExtraMembers["stand"];
  #extras: readonly string[];

  constructor(style: WritingStyle, { written, stand }: ExtraMembers) {
    this.#style = style;
    this.#extras = written;
    this.#stand = stand;
  }

  write(tree: JsonTree): string {
    switch (tree.kind) {
      case "open":
        return "null";
      case "value":
        return writePick(tree.pick, this.#style);
      case "found":
        return tree.written;
      case "array":
        return `[${this.#joined(tree.elements.map((element) => this.#element(element, tree.elements)))}]`;
      case "object": {
        const extras = this.#extras;
        this.#extras = [];
        const colon = this.#style.isSpaced ? ": " : ":";
        const members = tree.members.map(
          ({ name, value }) => writeJsonString(name, styleOfNames(this.#style)) + colon + this.write(value),
        );
        return `{${this.#joined(this.#stand === "last" ? [...members, ...extras] : [...extras, ...members])}}`;
      }
    }
  }

  /** One of which nothing is decided is of the kind of the others. */
  #element(element: JsonTree, all: readonly JsonTree[]): string {
    if (element.kind !== "open") return this.write(element);
    return all.some(({ kind }) => kind === "object") ? "{}" : "null";
  }

  #joined(written: readonly string[]): string {
    return written.join(this.#style.isSpaced ? ", " : ",");
  }
}

function writePick(pick: WantedPick, style: WritingStyle): string {
  switch (pick.kind) {
    case "text":
      return !style.quotesWords && isNaturalWord(pick.text) ? pick.text : writeJsonString(pick.text, style);
    case "null":
      return "null";
    case "container":
      return "[1]";
    case "blank-container":
      return "{}";
  }
}

/** Whether JSON has the text as a number, true or false. Long numbers are ids, which systems send as strings. */
function isNaturalWord(text: string): boolean {
  return /^(?:true|false|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,14})?(?:[eE][+-]?[0-9]{1,3})?)$/.test(text);
}

/** A text as a JSON string, with its quotation marks. */
export function writeJsonString(text: string, style: WritingStyle): string {
  const asNeeded = (character: string) => JSON.stringify(character).slice(1, -1);
  return `"${writeCharacters(text, style, asNeeded, escapedUnits)}"`;
}

function escapedUnits(character: string): string {
  let written = "";
  for (let index = 0; index < character.length; index++)
    written += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  return written;
}
