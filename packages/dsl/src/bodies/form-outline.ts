import { decodeFormText, formPieces, formValue } from "../runtime/form-field.js";

/** A name of a form and its value, decoded. */
export interface FormValue {
  readonly name: string;
  readonly text: string;
}

/** The names and values of a body that is read as a form, in its order. Linear in its length. */
export function* outlineForm(body: string): Generator<FormValue> {
  for (const piece of formPieces(body)) {
    const name = decodeFormText(body.slice(piece.start, piece.nameEnd));
    yield { name, text: formValue(body, piece).text ?? "" };
  }
}
