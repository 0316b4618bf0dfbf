import type {
  ExecutionStep,
  ExecutionTest,
  RuleCondition,
  StatusCell,
  SubjectTexts,
} from "../../execution/execution-plan.js";
import type { FewTextsPlan } from "../../execution/few-texts.js";
import type { CarriedWays } from "../../execution/search-ways.js";
import { onlyWholeTexts } from "../../execution/text-rows.js";
import type { PlanRange } from "../../plan/predicate.js";
import type { ScanPlan } from "../../runtime/scan-plan.js";
import type { TextRow } from "../../runtime/text-meaning.js";
import { writeComment } from "../string-literal.js";
import { writeBodyPaths, writeFields } from "./field-code.js";
import { indented, writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import { writePredicate } from "./predicate-code.js";
import type { RuntimeCalls } from "./runtime-calls.js";

/**
 * The function `decision`, which gives how the rules are decided. It is made for the first response, when everything below it
 * has been declared.
 */
export function writeDecision(scope: ModuleScope): string {
  const { fewTexts, isDirect } = scope.execution;
  const body =
    fewTexts !== null
      ? writeFewTexts(fewTexts, scope)
      : isDirect
        ? writeDirectDecision(scope)
        : writeSteps(scope);
  return `let made = null;

function decision() {
  if (made === null) made = makeDecision();
  return made;
}

/** How the rules are decided. Numbers are those of rules. */
function makeDecision() {
  ${indented(body)}
}`;
}

/** The status, if rules ask for it, and a few texts of the body. */
function writeFewTexts({ rows, stride, expression }: FewTextsPlan, scope: ModuleScope): string {
  const { calls } = scope;
  const cells = directCells(scope);
  const search = calls.call(
    "fewTextSearch",
    writeArray(rows.map((row) => `  ${writeLiteral(row)},\n`)),
    `${stride}`,
    expression ? calls.reference("expressionOfAlternatives") : "null",
  );
  const statuses =
    cells.length === 0 ? "" : `// Statuses: from, to, rule.\nconst cells = ${writeCells(cells)};\n`;
  return `${statuses}// Texts: each with its rule, and where in it the scanner looks.
const search = ${search};
return { ${cells.length === 0 ? "" : "cells, "}search };`;
}

/** The statuses of a mapping that asks for nothing but them and texts of the body. */
export function directCells({ execution }: ModuleScope): readonly StatusCell[] {
  return execution.steps.flatMap((step) => (step.kind === "status" ? step.cells : []));
}

/** The status and texts of the body, each of which decides. */
function writeDirectDecision(scope: ModuleScope): string {
  const { bodyTexts } = scope.execution;
  const cells = directCells(scope);
  const texts = bodyTexts === null ? "null" : writeTextTable(bodyTexts, scope);
  return `// Statuses: from, to, rule.
const cells = ${writeCells(cells)};
const texts = ${texts};
return { cells, texts };`;
}

/** The steps, and what they share. */
function writeSteps(scope: ModuleScope): string {
  const { tests, conditions, bodyTexts, steps } = scope.execution;
  const fields = writeFields(scope.execution.fields.fields, "VARIANTS", scope);
  const asked = tests.map((test) => `  (response) => ${writeTest(test, scope)},\n`);
  const tried = conditions.map((condition) => `  ${writeCondition(condition)},\n`);
  const written = steps.map((step) => `  ${indented(writeStep(step, scope))},\n`);
  return `const tables = {
  variants: VARIANTS,
  // Paths into the body: those of a format are read together.
  paths: ${indented(writeBodyPaths(scope))},
  fields: ${indented(writeArray(fields))},
  // What rules ask that are tried.
  tests: ${indented(writeArray(asked))},
  // Those rules, each with the numbers of its tests; -1 less the number of one that must not hold.
  conditions: new Map(${indented(writeArray(tried))}),
  bodyTexts: ${bodyTexts === null ? "null" : indented(writeTextTable(bodyTexts, scope))},
};
// Each step looks for rules that hold before the lowest one that is known to hold by then.
const steps = ${writeArray(written)};
return { tables, steps };`;
}

function writeCells(cells: readonly StatusCell[]): string {
  return writeArray(cells.map(({ first, last, rule }) => `  [${first}, ${last}, ${rule}],\n`));
}

function writeTest({ predicate, found }: ExecutionTest, scope: ModuleScope): string {
  if (found !== null) return scope.calls.call("hasFound", "response", `[${found.join(", ")}]`);
  const asked = scope.plan.predicates[predicate];
  if (asked === undefined) throw new Error(`the plan has no predicate ${predicate}`);
  return writePredicate(asked, scope);
}

function writeCondition({ rule, tests }: RuleCondition): string {
  return `[${rule}, [${tests.map(({ test, negated }) => (negated ? -1 - test : test)).join(", ")}]]`;
}

function writeStep(step: ExecutionStep, scope: ModuleScope): string {
  const { calls } = scope;
  switch (step.kind) {
    case "status":
      return `// status: from, to, rule\n${calls.call("byStatus", `${step.lowest}`, writeCells(step.cells))}`;
    case "body":
      return `// the body\n${calls.call("byBody", `${step.lowest}`, "tables.bodyTexts", ...writeStatuses(step.statuses))}`;
    case "field": {
      const comment = writeComment(scope.execution.fields.fields[step.field]?.field.key ?? "");
      const whole = onlyWholeTexts(step.texts);
      const [name, texts] =
        whole !== null
          ? (["byWhole", writeRows(whole)] as const)
          : (["byField", writeTextTable(step.texts, scope)] as const);
      return `// ${comment}\n${calls.call(name, `${step.lowest}`, `${step.field}`, texts, ...writeStatuses(step.statuses))}`;
    }
    case "trying":
      return `// one by one\n${calls.call("byTrying", `[${step.rules.join(", ")}]`)}`;
  }
}

/** The last argument of a step all of whose rules need one of some statuses. */
function writeStatuses(statuses: readonly PlanRange[] | null): readonly string[] {
  return statuses === null ? [] : [writeLiteral(statuses.map(({ first, last }) => [first, last]))];
}

function writeTextTable({ rows, ways }: SubjectTexts, scope: ModuleScope): string {
  const { keywords = [], words = [], ...edges } = rows;
  const { calls } = scope;
  const lists = Object.entries(edges).map(
    ([position, list]: [string, readonly TextRow[]]) => `  ${position}: ${indented(writeRows(list))},\n`,
  );
  const written = lists.length === 0 ? "null" : calls.call("edgeTexts", `{\n${lists.join("")}}`, "VARIANTS");
  if (keywords.length + words.length === 0) return `{ edges: ${written}, search: null }`;
  const search = calls.call(
    "rowSearch",
    writeRows(keywords),
    writeRows(words),
    "VARIANTS",
    words.length === 0 ? "null" : writeWordCharacters(calls),
    writeWays(ways, calls),
  );
  return `{\n  edges: ${indented(written)},\n  search: ${indented(search)},\n}`;
}

function writeWordCharacters(calls: RuntimeCalls): string {
  return calls.call("wordCharacterSearch", "wordCharacters", calls.characterClass("isWordCharacter"));
}

function writeWays({ expression, scan, automaton, only }: CarriedWays, calls: RuntimeCalls): string {
  const ways = [
    `expression: ${expression ? calls.reference("orderedExpression") : "null"}`,
    `scan: ${scan === null ? "null" : `{ create: ${calls.reference("createTextScan")}, plan: ${writeScanPlan(scan)} }`}`,
    `automaton: ${automaton ? calls.reference("createTextAutomaton") : "null"}`,
    `only: ${writeLiteral(only)}`,
  ];
  return `{ ${ways.join(", ")} }`;
}

function writeScanPlan(plan: ScanPlan): string {
  const places = plan.places.map((place) => (typeof place === "number" ? place : { ...place }));
  return writeLiteral({ ...plan, places });
}

function writeRows(rows: readonly TextRow[]): string {
  return writeArray(rows.map((row) => `  ${writeRow(row)},\n`));
}

function writeRow([text, decides, tried, asking]: TextRow): string {
  const numbers = tried === undefined ? [] : [`[${tried.join(", ")}]`];
  return `[${[writeLiteral(text), String(decides), ...numbers, ...(asking === undefined ? [] : [asking])].join(", ")}]`;
}
