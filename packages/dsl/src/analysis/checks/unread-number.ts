import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { type Field, lastNameOf } from "../../model/field.js";
import type { ExampleModel, Test } from "../../model/mapping.js";
import { compareDecimals } from "../../runtime/decimal.js";
import { writeString } from "../../syntax/text-literal.js";
import { numberIn } from "../../text/number-in.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type AskedField, askedFields, sourceOf } from "../facts/asked-fields.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { LARGE_PRICE, RepricedExamples } from "../witnesses/repriced-example.js";
import { looksLikeNumber } from "../words/number-shapes.js";
import { DIGITS_BUT_ZERO, isNoPrice, isPriceName } from "../words/price-names.js";

/** Fields times examples that are looked at at most, and tests that are told. */
const MOST = { lookedAt: 20_000, found: 20 };

/** Numbers that an example has in another way than above and below read them; and prices that may come so. */
export const checkUnreadNumber = checkOfMapping(function* (analysed) {
  const { file, examples } = analysed.mapping;
  const prices = new PriceFields(analysed);
  let { lookedAt, found } = MOST;
  for (const asked of askedFields(analysed.mapping)) {
    const { field, use, by } = asked;
    if (by.file.path !== file.path || use.kind !== "test" || use.test.test.kind !== "number") continue;
    lookedAt -= examples.length;
    if (lookedAt < 0) return;
    const { negated, span, test } = use.test;
    const example = examples.find(({ model }) => numbersIn(model)(field).unread !== null);
    const danger = example === undefined ? prices.dangerOf(asked) : null;
    if (example === undefined && danger === null) continue;
    const written = sourceOf(by).slice(span.from, span.to);
    const asksForPrice = test.how === "above" && isNoPrice(test.number);
    const parameters = {
      test: written,
      place: example === undefined ? null : linePlace(example, file),
      text: (example === undefined ? null : numbersIn(example.model)(field).unread) ?? LARGE_PRICE,
      negated,
      becomes: danger?.becomes ?? null,
      isForAnyPrice: asksForPrice,
    };
    const related =
      example === undefined
        ? []
        : [relatedPlace(example, example.model.bodySpan, "this is how the response has it")];
    const digits = DIGITS_BUT_ZERO.map((digit) => writeString([digit])).join(", ");
    const fieldWritten = sourceOf(by).slice(field.span.from, field.span.to);
    const fixes = asksForPrice
      ? [suggestTest(span, `${negated ? "not " : ""}${fieldWritten} keyword ${digits}`)]
      : [];
    yield findingAt({ name: "unread-number", parameters }, by, span, {
      related,
      fixes,
      witness: danger?.witness ?? null,
    });
    if (--found === 0) return;
  }
});

/** What a large price with a comma would do to the tests for prices of one mapping. */
class PriceFields {
  readonly #analysed: AnalysedMapping;
  readonly #repriced: RepricedExamples;
  readonly #captured: ReadonlySet<string>;

  constructor(analysed: AnalysedMapping) {
    this.#analysed = analysed;
    this.#repriced = new RepricedExamples(analysed);
    this.#captured = new Set(
      analysed.mapping.captures.flatMap(({ model }) => (isPriceName(model.name) ? [model.field.key] : [])),
    );
  }

  /**
   * Whether a test for a price decides wrongly where a large one comes with a comma, and no example shows that it comes without: with `not` it
   * holds; else the verdict of an example with such a price says what becomes of it, unless that is as it was.
   */
  dangerOf({ field, use, by }: AskedField): ReturnType<RepricedExamples["first"]> {
    if (use.kind !== "test" || by.model.kind !== "rule" || !asksForMoreThan(use.test)) return null;
    if (!isPriceName(lastNameOf(field) ?? "") && !this.#captured.has(field.key)) return null;
    const { examples } = this.#analysed.mapping;
    if (examples.some(({ model }) => numbersIn(model)(field).hasThousands)) return null;
    if (use.test.negated) return isNoPriceAsked(use.test) ? { becomes: null, witness: null } : null;
    return this.#repriced.first(field, { model: by.model, syntax: by.statement.syntax, nth: 0 });
  }
}

/** Whether the test asks for a number above one that a price from 1,000 on is above, too. */
function asksForMoreThan({ test }: Test): boolean {
  if (test.kind !== "number" || test.how !== "above" || THOUSAND === null) return false;
  const limit = numberIn(test.number);
  return limit !== null && compareDecimals(limit, THOUSAND) < 0;
}

function isNoPriceAsked({ test }: Test): boolean {
  return test.kind === "number" && isNoPrice(test.number);
}

interface Numbers {
  /** The first text that reads like a number and is none. */
  readonly unread: string | null;
  /** Whether there is a number from 1,000 on. */
  readonly hasThousands: boolean;
}

const THOUSAND = numberIn("1000");

/** What a field has of numbers in an example: worked out once, also through edits of others. */
const numbersIn = memoized((example: ExampleModel) =>
  memoized((field: Field): Numbers => {
    let unread: string | null = null;
    let hasThousands = false;
    for (const { text } of subjectOf(example).pick(field)) {
      if (text === null) continue;
      const number = numberIn(text);
      if (number === null && looksLikeNumber(text)) unread ??= text;
      hasThousands ||= number !== null && THOUSAND !== null && compareDecimals(number, THOUSAND) >= 0;
    }
    return { unread, hasThousands };
  }),
);
