import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
import { statementGrammar } from "./statement-parser.js";
import { special, type Token } from "./tokens.js";

/** A token that the grammar allows next. */
export interface Step {
  readonly type: TokenType;
  /** The grammar rules that are open there, the innermost first. */
  readonly rules: readonly string[];
  /** Where the grammar goes on behind it. */
  readonly next: GrammarPlace;
}

/** A place in the grammar: productions that follow one another, and where it goes on behind them. */
interface GrammarPlace {
  readonly rule: string;
  readonly productions: readonly IProduction[];
  readonly index: number;
  readonly outer: GrammarPlace | null;
}

/** Where some words of a statement lead to. */
export interface Reach {
  /** Every token that can follow. None if the words are no beginning of a statement, or nothing can follow them. */
  readonly steps: readonly Step[];
  /** Whether the statement can end there. */
  readonly canEnd: boolean;
}

/** Where a statement begins. */
export function atBeginning(): Reach {
  const { statement } = statementGrammar();
  return statement === undefined ? NOWHERE : reachFrom([beginningOf(statement, null)]);
}

const NOWHERE: Reach = { steps: [], canEnd: false };

/**
 * Where one more token leads to; `before` is the token that it follows. The parser looks at the tokens behind a place to
 * tell which way the grammar goes; here every way is followed, since nobody knows what will be written.
 */
export function reachBehind({ steps }: Reach, token: Token, before: Token | null): Reach {
  const isSameLine = before === null || before.startLine === token.startLine;
  const taken = steps.filter((step) => tokenMatcher(token, step.type) && (isSameLine || !keepsLine(step)));
  // The word with is a label only at the end: before anything that can be a name it begins a list.
  const [ends, goesOn] = tokenMatcher(token, special.with) ? splitBy(taken, isVerdictLabel) : [[], taken];
  const reach = reachFrom(goesOn.map(({ next }) => next));
  return { ...reach, canEnd: reach.canEnd || ends.length > 0 };
}

function splitBy(steps: readonly Step[], test: (step: Step) => boolean): [readonly Step[], readonly Step[]] {
  return [steps.filter(test), steps.filter((step) => !test(step))];
}

function isVerdictLabel({ rules: [rule, around] }: Step): boolean {
  return rule === "name" && around === "outcomeVerdict";
}

/** Whether it must stand on the line of the word before it, as labels do (docs/language.md). */
export function keepsLine(step: Step): boolean {
  return step.rules[0] === "labelName" || isVerdictLabel(step);
}

function beginningOf({ name, definition }: Rule, outer: GrammarPlace | null): GrammarPlace {
  return { rule: name, productions: definition, index: 0, outer };
}

function reachFrom(places: readonly GrammarPlace[]): Reach {
  const steps: Step[] = [];
  let canEnd = false;
  for (const place of places) canEnd = addSteps(place, steps) || canEnd;
  return { steps, canEnd };
}

/** Adds every token that can come first from a place on; tells whether there may also be none. */
function addSteps(place: GrammarPlace, steps: Step[]): boolean {
  const production = place.productions[place.index];
  if (production === undefined) return place.outer === null || addSteps(place.outer, steps);
  const behind: GrammarPlace = { ...place, index: place.index + 1 };
  if (production instanceof Terminal) {
    steps.push({ type: production.terminalType, rules: rulesAround(place), next: behind });
    return false;
  }
  if (production instanceof NonTerminal)
    return addSteps(beginningOf(production.referencedRule, behind), steps);
  if (production instanceof Alternation) {
    const canEnd = production.definition.map((alternative) =>
      addSteps(within([alternative], place.rule, behind), steps),
    );
    return canEnd.includes(true);
  }
  if (production instanceof Alternative) {
    return addSteps(within(production.definition, place.rule, behind), steps);
  }
  if (production instanceof Option || production instanceof Repetition) {
    const outer = production instanceof Repetition ? place : behind;
    addSteps(within(production.definition, place.rule, outer), steps);
    return addSteps(behind, steps);
  }
  throw new Error(`the grammar has a part that this does not know: ${production.constructor.name}`);
}

function within(productions: readonly IProduction[], rule: string, outer: GrammarPlace): GrammarPlace {
  return { rule, productions, index: 0, outer };
}

/** A rule has many places inside one another; it is named once. */
function rulesAround(place: GrammarPlace): readonly string[] {
  const rules: string[] = [];
  for (let at: GrammarPlace | null = place; at !== null; at = at.outer) {
    if (at.rule !== rules.at(-1)) rules.push(at.rule);
  }
  return rules;
}
