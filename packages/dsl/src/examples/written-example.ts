import { visible } from "../findings/quoted.js";
import { presentCaptures, type Verdict } from "../matching/verdict.js";
import { located, readMappingFile } from "../model/link.js";
import { format } from "../syntax/format.js";
import { writeName, writeString } from "../syntax/text-literal.js";
import { isTrimmed } from "../text/trimmed.js";
import { isUnseen } from "../text/unseen-characters.js";
import type { RecordedResponse } from "./recorded-response.js";
import { writeCaptures } from "./written-captures.js";

/** A verdict as an example states it; without captures it says nothing of them. */
export type WrittenVerdict = Pick<Verdict, "outcome" | "label"> & Partial<Pick<Verdict, "captures">>;

/**
 * The example that says a response and its verdict, in the form that `responses fmt` gives it; lines end in LF. A body of
 * several lines stands in a text block where one can hold it. What nobody would see is written as an escape, for which a text block has no
 * room; neither has it for what a CI runner would obey in a log, which the command then writes as one.
 */
export function writeExample(
  { status, body }: RecordedResponse,
  { outcome, label, captures = {} }: WrittenVerdict,
  name: string | null = null,
): string {
  const start = name === null ? "example" : `example ${writeName(name)}`;
  const write = (text: string) => {
    // A number that large would be written with an exponent.
    const head = status === null ? start : `${start} ${BigInt(status)}`;
    const verdict = label === null ? outcome : `${outcome} ${writeName(label)}`;
    const stated = writeCaptures(presentCaptures(captures));
    return format(`${head} ${text} is ${verdict}${stated === "" ? "" : ` with ${stated}`}\n`).trimEnd();
  };
  const asBlock = body.includes("\n") && !needsEscapes(body) ? write(textBlock(body)) : null;
  if (asBlock !== null && bodyIn(asBlock) === body) return asBlock;
  const asString = write(writeString([body]));
  const shown = asString.split("\n").map(visible).join("\n");
  // A bare word has no escapes either.
  return shown !== asString && bodyIn(shown) === body ? shown : asString;
}

/** Whether something in a body of several lines cannot be seen or tells nothing to who sees it, or can begin a command of a CI runner in a log. */
function needsEscapes(body: string): boolean {
  if (!isTrimmed(body)) return true;
  if (/^\s*::/m.test(body) || body.includes("##")) return true;
  for (const character of body)
    if (character !== "\n" && character !== "\t" && isUnseen(character.codePointAt(0) ?? 0)) return true;
  return false;
}

function textBlock(body: string): string {
  const lines = body.split("\n").map((line) => (line === "" ? "" : `  ${line}`));
  return `"""\n${lines.join("\n")}\n  """\n `;
}

/** The body of the one example that the text is; null for any other text. */
function bodyIn(text: string): string | null {
  const file = readMappingFile("", text);
  return file.tree.statements.length === 1 ? (located(file, "example")[0]?.model.body ?? null) : null;
}
