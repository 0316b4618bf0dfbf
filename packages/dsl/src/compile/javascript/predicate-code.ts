import type { PlanText } from "../../plan/plan-text.js";
import type { NumberPredicate, PlanRange, Predicate, TextPredicate } from "../../plan/predicate.js";
import { type TextMatchWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { writeStringLiteral } from "../string-literal.js";
import { writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { RuntimeCalls } from "./runtime-calls.js";

/** Code of a truth value. */
export interface ConditionCode {
  readonly code: string;
  /** Whether there are several ways in which it can be true: in a conjunction it stands in brackets. */
  readonly isAlternative: boolean;
}

/** The code that tells whether a predicate holds for `response`. */
export function writePredicate(predicate: Predicate, scope: ModuleScope): ConditionCode {
  const { calls } = scope;
  switch (predicate.kind) {
    case "status":
      return alternatives(predicate.ranges.map(writeRange));
    case "text":
      return writeTextPredicate(predicate, scope);
    case "number": {
      const picked = calls.call("pickedOf", "response", `${scope.fieldNumber(predicate.field)}`);
      const code = `${picked}.some(({ text }) => text !== null && ${writeBeyond(predicate, calls)})`;
      return { code, isAlternative: false };
    }
    case "empty": {
      const picked = calls.call("pickedOf", "response", `${scope.fieldNumber(predicate.field)}`);
      return { code: calls.call("areBlank", picked), isAlternative: false };
    }
  }
}

function alternatives(codes: readonly string[]): ConditionCode {
  return { code: codes.join(" || "), isAlternative: codes.length > 1 };
}

function writeRange({ first, last }: PlanRange): string {
  if (first === last) return `response.status === ${first}`;
  return `(response.status >= ${first} && response.status <= ${last})`;
}

function writeTextPredicate({ how, field, texts }: TextPredicate, scope: ModuleScope): ConditionCode {
  const { calls } = scope;
  if (field === null) {
    const body = calls.call("foldedBodyOf", "response");
    return alternatives(texts.map((text) => writeTextMatch(how, body, text, calls)));
  }
  const { code, isAlternative } = alternatives(texts.map((text) => writeTextMatch(how, "text", text, calls)));
  const picked = calls.call("textsOf", "response", `${scope.fieldNumber(field)}`);
  return { code: `${picked}.some((text) => ${code})`, isAlternative };
}

/** The code that tells whether a text is found in a folded subject. */
function writeTextMatch(
  how: TextMatchWord,
  subject: string,
  { folded }: PlanText,
  calls: RuntimeCalls,
): string {
  switch (how) {
    case "keyword":
      return calls.call("hasKeyword", subject, writeStringLiteral(folded[0] ?? ""));
    case "word":
      return calls.call(
        "hasWord",
        subject,
        writeStringLiteral(folded[0] ?? ""),
        calls.characterClass("isWordCharacter"),
      );
    case "exact":
      return calls.call("isExactly", subject, writeLiteral(folded));
  }
}

function writeBeyond({ how, number }: NumberPredicate, calls: RuntimeCalls): string {
  return calls.call(
    "isNumberBeyond",
    "text",
    `${VOCABULARY[how].direction}`,
    writeStringLiteral(number),
    calls.characterClass("isCurrencySign"),
  );
}
