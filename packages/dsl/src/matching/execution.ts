import type {
  ExecutionPlan,
  ExecutionStep,
  ExecutionTest,
  SubjectTexts,
} from "../execution/execution-plan.js";
import type { CarriedWays } from "../execution/search-ways.js";
import { onlyWholeTexts } from "../execution/text-rows.js";
import type { MappingPlan } from "../plan/mapping-plan.js";
import type { PlanRange } from "../plan/predicate.js";
import { searchedVariants } from "../plan/searched-letters.js";
import { byTrying, type DecisionStep, hasFound } from "../runtime/decision.js";
import { byStatus } from "../runtime/decision-by-status.js";
import { byBody, byField } from "../runtime/decision-by-text.js";
import { byWhole } from "../runtime/decision-by-whole.js";
import { edgeTexts } from "../runtime/edge-texts.js";
import type { DecisionTables } from "../runtime/judged-response.js";
import { orderedExpression } from "../runtime/ordered-expression.js";
import type { LetterVariants } from "../runtime/searched-text.js";
import { createTextAutomaton } from "../runtime/text-automaton.js";
import { createTextScan } from "../runtime/text-scan.js";
import type { SearchWays } from "../runtime/text-search.js";
import { rowSearch, type TextTable } from "../runtime/text-table.js";
import { wordCharacterSearch } from "../runtime/word-characters.js";
import { isWordCharacter, wordCharacterRanges } from "../text/character-classes.js";
import { fieldReaders, pathReaders } from "./field-readers.js";
import { type PredicateTest, predicateTests } from "./predicate-tests.js";

/** An execution plan ready to be run in this process: what a compiled module makes when it is first asked. */
export interface Execution {
  readonly tables: DecisionTables;
  readonly steps: readonly DecisionStep[];
}

/** Calls the functions that compiled modules carry with the data that they are given there; no code is generated. */
export function createExecution(plan: MappingPlan, execution: ExecutionPlan): Execution {
  const variants = new Map(searchedVariants(plan));
  const bodyTexts = execution.bodyTexts === null ? null : textTable(execution.bodyTexts, variants);
  const testOf = predicateTests(plan, execution.fields);
  return {
    tables: {
      variants,
      paths: execution.verdictFields.paths.map((paths) => pathReaders(paths, variants)),
      fields: fieldReaders(execution.verdictFields.fields, variants),
      tests: execution.tests.map((test) => testFor(test, testOf)),
      conditions: new Map(
        execution.conditions.map(({ rule, tests }) => [
          rule,
          tests.map(({ test, negated }) => (negated ? -1 - test : test)),
        ]),
      ),
      bodyTexts,
    },
    steps: execution.steps.map((step) => decisionStep(step, bodyTexts, variants)),
  };
}

function testFor(
  { predicate, found }: ExecutionTest,
  testOf: (predicate: number) => PredicateTest,
): PredicateTest {
  return found === null ? testOf(predicate) : (response) => hasFound(response, found);
}

function decisionStep(
  step: ExecutionStep,
  bodyTexts: TextTable | null,
  variants: LetterVariants,
): DecisionStep {
  switch (step.kind) {
    case "status":
      return byStatus(
        step.lowest,
        step.cells.map(({ first, last, rule }) => [first, last, rule]),
      );
    case "body":
      return byBody(step.lowest, bodyTexts ?? NO_TEXTS, statusPairs(step.statuses));
    case "field": {
      const whole = onlyWholeTexts(step.texts);
      if (whole !== null) return byWhole(step.lowest, step.field, whole, statusPairs(step.statuses));
      return byField(step.lowest, step.field, textTable(step.texts, variants), statusPairs(step.statuses));
    }
    case "trying":
      return byTrying(step.rules);
  }
}

const NO_TEXTS: TextTable = { edges: null, search: null };

function statusPairs(ranges: readonly PlanRange[] | null): readonly (readonly [number, number])[] | null {
  return ranges === null ? null : ranges.map(({ first, last }) => [first, last]);
}

function textTable({ rows, ways }: SubjectTexts, variants: LetterVariants): TextTable {
  const { keywords = [], words = [], ...edges } = rows;
  const hasEdges = Object.keys(edges).length > 0;
  const isSearched = keywords.length + words.length > 0;
  const characters = words.length === 0 ? null : WORD_CHARACTERS;
  return {
    edges: hasEdges ? edgeTexts(edges, variants) : null,
    search: isSearched ? rowSearch(keywords, words, variants, characters, searchWays(ways)) : null,
  };
}

const WORD_CHARACTERS = wordCharacterSearch(wordCharacterRanges, isWordCharacter);

function searchWays({ expression, scan, automaton, only }: CarriedWays): SearchWays {
  return {
    expression: expression ? orderedExpression : null,
    scan: scan === null ? null : { create: createTextScan, plan: scan },
    automaton: automaton ? createTextAutomaton : null,
    only,
  };
}
