/** A status by itself before a body. */
export interface BareStatus {
  readonly status: number;
  readonly bodyStart: number;
}

const BARE =
  /^(?:(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?)[ \t]*[:=]?[ \t]*)?([1-5]\d\d)(?:[ \t]+[A-Za-z][A-Za-z' -]{0,40})?[ \t]*[:,;|-]?[ \t]*(?:\r?\n)?[ \t]*(?=\{\s*["}]|\[\s*[[\]{"\d-]|<[?!A-Za-z])/i;

/** More blanks are not looked at. */
const LONGEST = 200;

/**
 * The status that stands by itself before a body, as people note answers down and logs print them: `200 {"ok":true}`, `HTTP 422: <error/>`.
 * Only before what begins like JSON or XML; behind any other text it may as well be a part of that. Bounded.
 */
export function bareStatus(text: string): BareStatus | null {
  const found = BARE.exec(text.slice(0, LONGEST));
  return found === null ? null : { status: Number(found[1]), bodyStart: found[0].length };
}
