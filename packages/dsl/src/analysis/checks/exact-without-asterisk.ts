import { trimmedRange } from "../../runtime/text-matching.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { type AnalysedMapping, findingAt } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { jsonTestForText, writeJsonTest } from "../json-test.js";
import { shownTest, suggestTest } from "../shown-test.js";
import { ownSoughtTexts, type SoughtText } from "../sought-texts.js";

export const checkExactWithoutAsterisk: Check = function* (analysed) {
  const kind = structureOf(analysed);
  if (kind === null) return;
  const bodies = new WholeBodies(analysed);
  for (const sought of ownSoughtTexts(analysed.mapping)) {
    const { rule, textTest, text } = sought;
    if (textTest.how !== "exact" || textTest.field !== null || !isBareText(text.text)) continue;
    if (bodies.have(text.folded) && analysed.bodies.valuesReading(text.folded).length === 0) continue;
    const field = jsonTestForText(analysed, sought, text) ?? testOfUnmapped(analysed, sought);
    const asterisks = `exact ${writeString(["", text.text, ""])}`;
    const options = [...(field === null ? [] : [field]), ...(textTest.texts.length === 1 ? [asterisks] : [])];
    const fixes = options.map((written) => suggestTest(textTest.span, written));
    const parameters = { text: text.text, kind, better: shownTest(field ?? asterisks) };
    yield findingAt({ name: "exact-without-asterisk", parameters }, rule, text.span, { fixes });
  }
};

/** A test of the field that is the text in an example that no rule takes yet. */
function testOfUnmapped({ bodies }: AnalysedMapping, { test, textTest, text }: SoughtText): string | null {
  if (test.negated || textTest.texts.length > 1) return null;
  const unmapped = bodies
    .valuesReading(text.folded)
    .find(({ in: { example } }) => example.model.verdict.outcome === "unmapped");
  return unmapped === undefined ? null : writeJsonTest(unmapped.part.node, [text.text]);
}

/** What the file's examples are, if most that have a body are not plain text. */
function structureOf({ bodies }: AnalysedMapping): "json" | "xml" | "html" | null {
  const kinds = (["json", "xml", "html"] as const).map((kind) => ({ kind, count: bodies.count(kind) }));
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  if (all === 0 || all < bodies.count("text")) return null;
  return kinds.reduce((most, next) => (next.count > most.count ? next : most)).kind;
}

/** A text that is neither a pattern nor written like JSON, XML or a sentence; the empty body is meant as it is. */
function isBareText(text: string): boolean {
  return text !== "" && !/[*{[<\s]/.test(text);
}

/** The bodies of the examples as exact compares them. */
class WholeBodies {
  readonly #bodies: ReadonlySet<string>;

  constructor({ mapping }: AnalysedMapping) {
    this.#bodies = new Set(
      mapping.examples.map(({ model: { body } }) => {
        const { start, end } = trimmedRange(body, 0, body.length);
        return foldText(body.slice(start, Math.min(end, start + LONGEST_COMPARED)));
      }),
    );
  }

  have(folded: string): boolean {
    return this.#bodies.has(folded);
  }
}

/** Longer texts than this have white space in them. */
const LONGEST_COMPARED = 1000;
