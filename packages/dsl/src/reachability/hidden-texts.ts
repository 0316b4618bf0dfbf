import { hasEscapes } from "../matching/unescaped-body.js";
import { type Field, partsOf } from "../model/field.js";

/**
 * Tells whether some fields can pick a text of a body that does not stand there as it is: since it is written in escapes, since it is put
 * together of several, or since it has other white space. Says so rather once too often.
 */
export class HiddenTexts {
  #inJson = false;
  #inXml = false;
  #inForms = false;
  #inCuts = false;

  addField(field: Field): void {
    for (const { kind } of partsOf(field)) {
      switch (kind) {
        case "json":
          this.#inJson = true;
          break;
        case "xml":
          this.#inXml = true;
          break;
        case "form":
          this.#inForms = true;
          break;
        case "split":
        case "between":
          this.#inCuts = true;
          break;
      }
    }
  }

  canBeIn(body: string): boolean {
    return (
      (this.#inJson && hasEscapes(body, "json")) ||
      (this.#inForms && hasEscapes(body, "form")) ||
      (this.#inXml && body.includes("<") && hidesInXml(body)) ||
      // Half a character that is cut off has no letter case.
      (this.#inCuts && /[\ud800-\udfff]/.test(body))
    );
  }
}

/** References, sections, instructions, line ends; and the text of an element is that of all elements in it. */
function hidesInXml(body: string): boolean {
  return /[&\t\n\r]|<[!?]/.test(body) || hasSeveralTexts(body);
}

/** Whether there is text between two tags more than once. An angle bracket in an attribute can make it seem so. */
function hasSeveralTexts(body: string): boolean {
  let texts = 0;
  for (let at = body.indexOf("<"); at >= 0; ) {
    const end = body.indexOf(">", at);
    if (end < 0) break;
    at = body.indexOf("<", end);
    if (at > end + 1) texts++;
  }
  return texts > 1;
}
