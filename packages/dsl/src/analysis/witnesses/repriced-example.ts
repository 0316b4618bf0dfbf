import type { FieldPlace } from "../../bodies/body-fields.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { readExample } from "../../bodies/read-example.js";
import { bodyWithText } from "../../bodies/rewritten-body.js";
import { LONGEST_WITNESS, type Witness } from "../../findings/finding.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import { type Field, partsOf } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { firstNonBlank } from "../../runtime/picked.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { verdictBy } from "../order/verdict-by.js";

/** How systems write a large price that do not mean it for a program. */
export const LARGE_PRICE = "1,014.00";

/** Examples of a mapping that are tried with another price at most, each on all rules. */
const MOST_TRIED = 20;

/** Examples in which the price is a large one. */
export class RepricedExamples {
  readonly #analysed: AnalysedMapping;
  #left = MOST_TRIED;

  constructor(analysed: AnalysedMapping) {
    this.#analysed = analysed;
  }

  /**
   * What becomes of the first example that the rule decides and in which the field is a text when its price is a large one; null where there is
   * no such example, or a rule of the same outcome decides it then. A number of JSON has no comma, so it is left as it is.
   */
  first(
    field: Field,
    rule: CheckedRule,
  ): { readonly becomes: string | null; readonly witness: Witness | null } | null {
    if (this.#left === 0) return null;
    const decided = this.#analysed.decidedBy(rule);
    for (const { example } of decided.slice(0, MOST_TRIED)) {
      const body = bodyWithLargePrice(example, field);
      if (body === null) continue;
      this.#left -= 1;
      const witness = { status: example.status, body };
      const subject = new Subject(witness);
      const deciding = this.#analysed.mapping.rules.find(({ model }) => ruleHolds(model, subject));
      if (deciding?.model.outcome === rule.model.outcome) return null;
      return { becomes: deciding === undefined ? "unmapped" : verdictBy(deciding, subject), witness };
    }
    return null;
  }
}

function bodyWithLargePrice(example: ExampleModel, field: Field): string | null {
  const subject = subjectOf(example);
  const { body } = subject;
  if (body.length > LONGEST_WITNESS) return null;
  const picked = firstNonBlank(subject.pick(field));
  if (picked === null) return null;
  const { start, end } = picked;
  const place = placeOf(example, field, start, end);
  if (place === null || (place.kind === "json" && !body.slice(start).startsWith('"'))) return null;
  return bodyWithText(body, place, LARGE_PRICE);
}

/** How the body has what a field picks there; null where that is inside another body. */
function placeOf(example: ExampleModel, field: Field, start: number, end: number): FieldPlace | null {
  const [part, ...others] = partsOf(field);
  if (others.length > 0) return null;
  if (part.kind === "split" || part.kind === "between") return { kind: "text", start, end, within: [] };
  const fields = readExample(example)?.fields ?? [];
  return (
    fields.find(({ field: { place } }) => place?.start === start && place.end === end)?.field.place ?? null
  );
}
