import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { type Field, lastNameOf } from "../../model/field.js";
import type { ExampleModel, Test } from "../../model/mapping.js";
import { compareDecimals, readDecimal } from "../../runtime/decimal.js";
import { isCurrencySign } from "../../text/character-classes.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { askedFields, sourceOf } from "../facts/asked-fields.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { isNoPrice, isPriceName } from "../words/price-names.js";

/** Fields times examples that are looked at at most, and tests that are told. */
const MOST = { lookedAt: 20_000, found: 20 };

/** How systems write a large price that do not mean it for a program. */
const LARGE_PRICE = "1,014.00";

/** Numbers that an example has in another way than above and below read them; and prices that may come so. */
export const checkUnreadNumber = checkOfMapping(function* (analysed) {
  const { file, examples } = analysed.mapping;
  let { lookedAt, found } = MOST;
  for (const { field, use, by } of askedFields(analysed.mapping)) {
    if (by.file.path !== file.path || use.kind !== "test" || use.test.test.kind !== "number") continue;
    lookedAt -= examples.length;
    if (lookedAt < 0) return;
    const { negated, span } = use.test;
    const example = examples.find(({ model }) => numbersIn(model)(field).unread !== null);
    if (example === undefined && !mayBeLargePrice(use.test, field, analysed)) continue;
    const parameters = {
      test: sourceOf(by).slice(span.from, span.to),
      place: example === undefined ? null : linePlace(example, file),
      text: (example === undefined ? null : numbersIn(example.model)(field).unread) ?? LARGE_PRICE,
      negated,
    };
    const related =
      example === undefined
        ? []
        : [relatedPlace(example, example.model.bodySpan, "this is how the response has it")];
    yield findingAt({ name: "unread-number", parameters }, by, span, { related });
    if (--found === 0) return;
  }
});

/** Whether a test is for a price that is not above 0, and no example shows that a large one is a number. */
function mayBeLargePrice({ negated, test }: Test, field: Field, { mapping }: AnalysedMapping): boolean {
  if (!negated || test.kind !== "number" || test.how !== "above" || !isNoPrice(test.number)) return false;
  if (!isPriceName(lastNameOf(field) ?? "")) return false;
  return !mapping.examples.some(({ model }) => numbersIn(model)(field).hasThousands);
}

interface Numbers {
  /** The first text that reads like a number and is none. */
  readonly unread: string | null;
  /** Whether there is a number from 1,000 on. */
  readonly hasThousands: boolean;
}

const THOUSAND = readDecimal("1000", isCurrencySign);

/** What a field has of numbers in an example: worked out once, also through edits of others. */
const numbersIn = memoized((example: ExampleModel) =>
  memoized((field: Field): Numbers => {
    let unread: string | null = null;
    let hasThousands = false;
    for (const { text } of subjectOf(example).pick(field)) {
      if (text === null) continue;
      const number = readDecimal(text, isCurrencySign);
      if (number === null && looksLikeNumber(text)) unread ??= text;
      hasThousands ||= number !== null && THOUSAND !== null && compareDecimals(number, THOUSAND) >= 0;
    }
    return { unread, hasThousands };
  }),
);

/** Longer texts are not numbers that somebody compares. */
const LONGEST = 30;

/** Digits with the signs that people write between and beside them, and perhaps a currency or a unit. */
function looksLikeNumber(text: string): boolean {
  return (
    text.length <= LONGEST &&
    /^\s*[^\d\s.,]{0,4}\s*[+-]?[.,]?\d[\d.,' \u00a0]*\s*[^\d\s]{0,4}\s*$/u.test(text)
  );
}
