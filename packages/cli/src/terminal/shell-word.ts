/** A text as one word of a POSIX shell's command line, in quotation marks where it needs them; to be shown like any other text. */
export function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
