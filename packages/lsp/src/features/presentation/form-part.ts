/** A part of a form that somebody writes, and a sentence on it. */
export interface FormPart {
  readonly name: string;
  readonly shown: string;
  readonly says: string;
}

export function part(name: string, shown: string, says: string): FormPart {
  return { name, shown, says };
}
