import { askedBy, type PlanRule, type PlanTest } from "../../plan/mapping-plan.js";
import type { RuleOrigin } from "../../plan/rule-origin.js";
import { writeComment } from "../string-literal.js";
import type { ModuleScope } from "./module-scope.js";
import { type ConditionCode, writePredicate } from "./predicate-code.js";

/** Rules that stand in one function at most: engines leave very long functions unoptimised. */
const RULES_PER_FUNCTION = 200;

/** The function `decide`, which gives the index of the first rule that holds for a response, or -1. */
export function writeDecide(scope: ModuleScope, origins: readonly RuleOrigin[]): string {
  const { rules } = scope.plan;
  const comment = "/** The index of the first rule that holds, or -1. */\n";
  if (rules.length <= RULES_PER_FUNCTION) {
    return comment + writeFunction("decide", { from: 0, to: rules.length }, scope, origins);
  }
  const names: string[] = [];
  const functions: string[] = [];
  for (let from = 0; from < rules.length; from += RULES_PER_FUNCTION) {
    const to = Math.min(from + RULES_PER_FUNCTION, rules.length);
    names.push(`decideFrom${from}`);
    functions.push(writeFunction(`decideFrom${from}`, { from, to }, scope, origins));
  }
  const decide = `function decide(response) {
  let index = -1;
  for (let part = 0; index < 0 && part < DECIDE_PARTS.length; part += 1) index = DECIDE_PARTS[part](response);
  return index;
}`;
  return `${comment}${decide}\n\n${functions.join("\n\n")}\n\nconst DECIDE_PARTS = [${names.join(", ")}];`;
}

/** A function that tries the rules from one number up to another, which is left out. */
function writeFunction(
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
  scope: ModuleScope,
  origins: readonly RuleOrigin[],
): string {
  const rules = scope.plan.rules.slice(from, to);
  const lines = rules.map((rule, index) => writeRule(rule, from + index, origins[from + index], scope));
  const last = rules.at(-1);
  // Behind a rule that always holds nothing can be reached.
  if (last === undefined || last.tests.length > 0) lines.push("  return -1;");
  return `function ${name}(response) {\n${lines.join("\n")}\n}`;
}

/** The statement that tries one rule: a comment with what the file says, and a return of the rule's number. */
function writeRule(
  { tests }: PlanRule,
  number: number,
  origin: RuleOrigin | undefined,
  scope: ModuleScope,
): string {
  const comment =
    origin === undefined
      ? ""
      : `  // ${writeComment(`${origin.file}:${origin.line}: ${origin.statement}`)}\n`;
  const condition = tests.length === 0 ? "" : `if (${writeCondition(tests, scope)}) `;
  return `${comment}  ${condition}return ${number};`;
}

function writeCondition(tests: readonly PlanTest[], scope: ModuleScope): string {
  const written = tests.map((test) => writeTest(test, scope));
  const [only, ...others] = written;
  if (only !== undefined && others.length === 0) return only.code;
  return written.map(({ code, isAlternative }) => (isAlternative ? `(${code})` : code)).join(" && ");
}

function writeTest(test: PlanTest, scope: ModuleScope): ConditionCode {
  const positive = writePredicate(askedBy(test, scope.plan), scope);
  return test.negated ? { code: `!(${positive.code})`, isAlternative: false } : positive;
}
