import { UNITS_AT_ONCE } from "./code-unit-text.js";
import { createFewTextScan, type FewTextRow, type FewTextScan } from "./few-text-scan.js";
import { escapeExpression, type expressionOfAlternatives } from "./ordered-expression.js";
import { rawBodyOf } from "./response-parts.js";
import { NO_ANSWER, NO_RULE } from "./searched-text.js";
import { OFTEN_FIRST, SEARCHES_BEFORE_SCANNER, SHORT_BODY, WORK_BEFORE_SCANNER } from "./text-search.js";
import { utf8Decoder } from "./wasm-instance.js";

/** The search of a body as it was given, of which rule `best` is known to hold: gives the rule that then does, -1 for none. */
export type FewTextSearch = (given: unknown, best: number) => number;

/**
 * Searches few texts of ASCII, each of which makes a rule hold, in the order of those: as text-search.ts does any texts, in so
 * little code that modules of few rules are small. Never throws.
 *
 * For such texts bytes need no decoding and letters outside ASCII no folding: no other character is one of ASCII in another case
 * (Canonicalize, ECMA-262 22.2.2.7.3). They are so short that the engine's own search for one of them is linear.
 */
export function fewTextSearch(
  rows: readonly FewTextRow[],
  stride: number,
  alternatives: typeof expressionOfAlternatives | null,
): FewTextSearch {
  /** Behind them: none is found. */
  const rules = [...rows.map(([, rule]) => rule), NO_RULE];
  const sources = rows.map(([text]) => escapeExpression(text));
  const expressions = sources.map((source) => new RegExp(source, "i"));
  const expression = alternatives === null ? null : alternatives(sources);
  /** How often the first text was found of late, and searches made without the scanner, which is null where it cannot be had. */
  let firstFound = 0;
  let searches = 0;
  let scan: FewTextScan | null | undefined;
  const searchOneByOne = (text: string, limit: number): number => {
    const found = expressions.findIndex((own, id) => id < limit && own.test(text));
    return found < 0 ? limit : found;
  };
  const search = (body: string | Uint8Array, best: number): number => {
    if (scan === undefined) {
      searches += 1;
      if (searches > SEARCHES_BEFORE_SCANNER || body.length * rows.length > WORK_BEFORE_SCANNER)
        scan = createFewTextScan(rows, stride);
    }
    let limit = rows.length;
    while ((rules[limit - 1] || 0) > best) limit -= 1;
    const found = scan ? scan(body, limit) : NO_ANSWER;
    return found < 0 ? searchOneByOne(typeof body === "string" ? body : textWithAscii(body), limit) : found;
  };
  const [first = NO_RULE] = rules;
  const [firstExpression] = expressions;
  return (given, best) => {
    if (best <= first) return best;
    let found: number;
    if (expression !== null && typeof given === "string" && given.length < SHORT_BODY) {
      expression.lastIndex = 0;
      found = expression.test(given) ? expression.lastIndex : rows.length;
    } else {
      if (firstFound >= OFTEN_FIRST && typeof given === "string" && firstExpression?.test(given))
        return first;
      found = search(rawBodyOf(given), best);
      firstFound = found === 0 ? firstFound + 1 : 0;
    }
    const rule = Math.min(rules[found] || 0, best);
    return rule === NO_RULE ? -1 : rule;
  };
}

/** The bytes as text in which each of ASCII is what it is, and those that stand side by side do so. */
function textWithAscii(bytes: Uint8Array): string {
  try {
    const decoder = utf8Decoder();
    if (decoder !== null) return decoder.decode(bytes);
  } catch {
    // Shared memory, which the host's does not read.
  }
  let text = "";
  for (let start = 0; start < bytes.length; start += UNITS_AT_ONCE) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + UNITS_AT_ONCE));
  }
  return text;
}
