/** Whether `exact` can ask for the text: white space at the ends of what is picked is taken off, and U+FFFD stands for lost bytes. */
export function isMatchable(text: string): boolean {
  return text.trim() === text && !text.includes("\ufffd");
}
