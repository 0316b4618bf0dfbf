import type { Mapping, Response, Verdict } from "@responses/dsl";
import { type Meaning, meaningOf, type Way, waysOf } from "./ways.js";

/** A way that gives another verdict than the language, or throws. */
export interface Difference {
  readonly way: string;
  readonly response: Response;
  readonly expected: Meaning;
  readonly given: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** How many verdicts have been compared. */
export interface Count {
  verdicts: number;
}

/** Compares all ways on the response with what it means, its body as text and as bytes; the first difference, else null. */
export function differenceOf(
  mapping: Mapping,
  ways: readonly Way[],
  response: Response,
  count: Count,
): Difference | null {
  const expected = meaningOf(mapping, response);
  const forms = [response, { status: response.status, body: inOtherForm(response.body) }];
  for (const form of forms) {
    for (const { name, answers } of ways) {
      for (const answer of answers) {
        const given = wrongAnswer(answer, form, expected);
        if (given !== null) return { way: name, response: form, expected, given };
      }
      count.verdicts += answers.length;
    }
  }
  return null;
}

/** The difference that remains with the mapping and the response, each way made anew; null where there is none. */
export function freshDifference(mapping: Mapping, response: Response, name: string): Difference | null {
  const ways = waysOf(mapping).filter((way) => way.name === name);
  return differenceOf(mapping, ways, response, { verdicts: 0 });
}

function inOtherForm(body: Response["body"]): Response["body"] {
  if (typeof body === "string") return encoder.encode(body);
  return body === undefined || body === null ? body : decoder.decode(body as Uint8Array<ArrayBuffer>);
}

/** What is answered, if that is wrong. */
function wrongAnswer(
  answer: (response: Response) => Partial<Meaning>,
  response: Response,
  expected: Meaning,
): string | null {
  try {
    const { index, verdict } = answer(response);
    if (index !== undefined && index !== expected.index) return `rule ${index}`;
    return verdict === undefined || isSame(verdict, expected.verdict) ? null : JSON.stringify(verdict);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function isSame(given: Verdict, expected: Verdict): boolean {
  if (given.outcome !== expected.outcome || given.label !== expected.label) return false;
  const names = Object.keys(expected.captures);
  return (
    Object.keys(given.captures).length === names.length &&
    names.every(
      (name) => Object.hasOwn(given.captures, name) && given.captures[name] === expected.captures[name],
    )
  );
}
