import type { DescribedField } from "../../model/field.js";
import type { PlanText } from "../../plan/plan-text.js";
import type { PlanRange, Predicate, TextPredicate } from "../../plan/predicate.js";
import { type TextMatchWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { writeStringLiteral } from "../string-literal.js";
import { writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { RuntimeCalls } from "./runtime-calls.js";

/** The code that tells whether a predicate holds for `response`. */
export function writePredicate(predicate: Predicate, scope: ModuleScope): string {
  const { calls } = scope;
  switch (predicate.kind) {
    case "status":
      return predicate.ranges.map(writeRange).join(" || ");
    case "text":
      return writeTextPredicate(predicate, scope);
    case "number": {
      const { direction } = VOCABULARY[predicate.how];
      const isBeyond = calls.call(
        "isNumberBeyond",
        ...["text", `${direction}`, writeStringLiteral(predicate.number)],
        calls.characterClass("isCurrencySign"),
      );
      return writeSome("somePart", predicate.field, `({ text }) => text !== null && ${isBeyond}`, scope);
    }
    case "empty":
      return `!${writeSome("somePart", predicate.field, calls.reference("isNotBlank"), scope)}`;
  }
}

/** The code that tells whether one of the texts, or parts, of a field is as wanted. */
function writeSome(
  some: "somePart" | "someText",
  field: DescribedField,
  holds: string,
  scope: ModuleScope,
): string {
  return scope.calls.call(some, "response", `${scope.fieldNumber(field)}`, holds);
}

function writeRange({ first, last }: PlanRange): string {
  if (first === last) return `response.status === ${first}`;
  return `(response.status >= ${first} && response.status <= ${last})`;
}

function writeTextPredicate({ how, field, texts }: TextPredicate, scope: ModuleScope): string {
  const { calls } = scope;
  const literals = texts.map((text) => writeWanted(how, text));
  const [only = '""', ...others] = literals;
  const writeFound = (subject: string): string =>
    others.length === 0
      ? writeTextMatch(how, subject, only, calls)
      : // A list, since thousands of alternatives written as such are too deep for some parsers.
        `[${literals.join(", ")}].some((wanted) => ${writeTextMatch(how, subject, "wanted", calls)})`;
  if (field === null) return writeFound("response.folded()");
  return writeSome("someText", field, `(text) => ${writeFound("text")}`, scope);
}

function writeWanted(how: TextMatchWord, { folded }: PlanText): string {
  return VOCABULARY[how].asteriskIsWildcard ? writeLiteral(folded) : writeStringLiteral(folded[0] ?? "");
}

/** The code that tells whether what is wanted is found in a folded subject. */
function writeTextMatch(how: TextMatchWord, subject: string, wanted: string, calls: RuntimeCalls): string {
  switch (how) {
    case "keyword":
      return calls.call("hasKeyword", subject, wanted);
    case "word":
      return calls.call("hasWord", subject, wanted, calls.characterClass("isWordCharacter"));
    case "exact":
      return calls.call("isExactly", subject, wanted);
  }
}
