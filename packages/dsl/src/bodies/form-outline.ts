import { decodeFormText, formPieces, formValue } from "../runtime/form-field.js";

/** A name of a form and its value, decoded. */
export interface FormValue {
  readonly name: string;
  readonly text: string;
  /** Where the value is written. */
  readonly start: number;
  readonly end: number;
}

/** The names and values of a body that is read as a form, in its order. Linear in its length. */
export function* outlineForm(body: string): Generator<FormValue> {
  for (const piece of formPieces(body)) {
    const name = decodeFormText(body.slice(piece.start, piece.nameEnd));
    const { text, start, end } = formValue(body, piece);
    yield { name, text: text ?? "", start, end };
  }
}

/** The one piece of a form that a text is, the `&` around it left aside; null where it is none or more. */
export function formPieceIn(text: string): FormValue | null {
  // Forms escape these signs, and lists of another kind have them between their pieces.
  if (/[|;,]/.test(text) || !looksLikeForm(text)) return null;
  const [piece, second] = outlineForm(text);
  return piece === undefined || second !== undefined ? null : piece;
}

/** What names of forms are made of, escapes among it: in other texts `=` stands behind many things. */
const FORM_NAME = /^[\w.\-%+[\]$]+$/;

/** Whether a body was meant as a form: names and values, and nothing else. */
export function looksLikeForm(body: string): boolean {
  if (/[\n\r<>{}"]/.test(body.trim())) return false;
  let count = 0;
  for (const { start, nameEnd, end } of formPieces(body)) {
    if (nameEnd === end || !FORM_NAME.test(body.slice(start, nameEnd))) return false;
    count++;
  }
  // `Price=12 thank you` is a line of text.
  return count > 1 || (count === 1 && !/\s/.test(body.trim()));
}
