/** The first units of a text, or one less where the cut would be inside a character. */
export function beginningOfText(text: string, units: number): string {
  const splits = (text.codePointAt(units - 1) ?? 0) > 0xffff;
  return text.slice(0, splits ? units - 1 : units);
}
