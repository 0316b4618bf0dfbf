/** A name's colon, with the beginning of a value behind it or nothing. */
const MEMBER = /"\s*:\s*(?:["{[0-9]|-[0-9]|true|false|null|$)/;

/** A bracket or comma beside a quotation mark, as only JSON has them. */
const BRACKETS: readonly RegExp[] = [
  /\{\s*"/,
  /"\s*\}/,
  /(?:^|[\s:,[])\[\s*"/,
  /"\s*\]\s*(?:[,}\]]|$)/,
  /(?:^|[}\]0-9el"]),"/,
];

/** Whether the text looks like a stretch of JSON whose tokens stand at fixed distances. */
export function fixesJsonSpacing(text: string, mayBeJson: boolean): boolean {
  return MEMBER.test(text) || (mayBeJson && BRACKETS.some((pattern) => pattern.test(text)));
}
