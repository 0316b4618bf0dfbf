import { isTrimmed } from "../../text/trimmed.js";

/** What is to be known of a part that is cut out of the body at texts of the mapping: it stands there as it is. */
export abstract class CutPartDescription {
  /** Folded: the texts at which the body is cut. */
  abstract get searchedTexts(): readonly string[];

  readonly noun = "part";

  /** Any body can be cut. */
  readonly format = null;

  get escapes() {
    return null;
  }

  get picksOneAtMost() {
    return true;
  }

  /** A text that has no character of those at which the body is cut can stand in any part. */
  surelyCanPick(text: string): boolean {
    if (!isTrimmed(text)) return false;
    const marks = this.searchedTexts.join("");
    return Array.from(text).every((character) => !marks.includes(character));
  }
}
