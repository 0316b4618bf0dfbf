import type { Condition, PositiveTest, Rule, Test } from "../../model/mapping.js";
import type { MappingText } from "../../model/mapping-text.js";
import type { MatchPlan } from "../match-plan.js";
import { writeComment, writeStringLiteral } from "../string-literal.js";

/** The statement that tries one rule: a comment with what the file says, and a return of the rule's number. */
export function writeRule(rule: Rule, number: number, plan: MatchPlan): string {
  const { syntax } = rule.statement;
  const written = syntax.text.slice(syntax.span.from, syntax.span.to);
  const place = `${plan.fileOf(rule)}:${plan.lineOf(rule)}`;
  const condition = writeCondition(rule.model.condition, plan);
  return `  // ${writeComment(`${place}: ${written}`)}\n  ${condition === "true" ? "" : `if (${condition}) `}return ${number};`;
}

function writeCondition(condition: Condition, plan: MatchPlan): string {
  switch (condition.kind) {
    case "otherwise":
      return "true";
    case "tests": {
      const [only, ...others] = condition.tests;
      if (only !== undefined && others.length === 0) return writeTest(only, plan);
      return condition.tests.map((test) => inBrackets(writeTest(test, plan))).join(" && ");
    }
  }
}

function writeTest({ negated, test }: Test, plan: MatchPlan): string {
  const positive = writePositiveTest(test, plan);
  return negated ? `!(${positive})` : positive;
}

/** An alternative stands in brackets inside a conjunction. */
function inBrackets(code: string): string {
  return code.includes(" || ") && !code.startsWith("!(") ? `(${code})` : code;
}

function writePositiveTest(test: PositiveTest, plan: MatchPlan): string {
  switch (test.kind) {
    case "status":
      return test.ranges.map(({ first, last }) => writeStatusRange(first, last)).join(" || ");
    case "text": {
      const write = (subject: string) =>
        test.texts.map((text) => writeTextTest(test.how, subject, text)).join(" || ");
      if (test.field === null) return write("foldedBodyOf(response)");
      return `textsOf(response, ${fieldNumber(test.field.key, plan)}).some((text) => ${write("text")})`;
    }
    case "number": {
      const beyond = `isNumberBeyond(text, ${test.how === "above" ? 1 : -1}, ${writeStringLiteral(test.number)}, isCurrencySign)`;
      return `pickedOf(response, ${fieldNumber(test.field.key, plan)}).some(({ text }) => text !== null && ${beyond})`;
    }
    case "empty":
      return `saysNothing(pickedOf(response, ${fieldNumber(test.field.key, plan)}))`;
  }
}

function writeStatusRange(first: number, last: number): string {
  if (first === last) return `response.status === ${first}`;
  return `(response.status >= ${first} && response.status <= ${last})`;
}

function writeTextTest(how: "keyword" | "word" | "exact", subject: string, text: MappingText): string {
  switch (how) {
    case "keyword":
      return `hasKeyword(${subject}, ${writeStringLiteral(text.folded)})`;
    case "word":
      return `hasWord(${subject}, ${writeStringLiteral(text.folded)}, isWordCharacter)`;
    case "exact":
      return `isExactly(${subject}, [${text.foldedPieces.map(writeStringLiteral).join(", ")}])`;
  }
}

/** The number of a field in the plan, which knows every field of the mapping. */
export function fieldNumber(key: string, plan: MatchPlan): number {
  const number = plan.fieldNumbers.get(key);
  if (number === undefined) throw new Error(`the plan does not know the field ${key}`);
  return number;
}
