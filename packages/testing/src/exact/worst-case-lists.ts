import { writeString } from "@responses/dsl/editor";
import { Random } from "../random.js";

/*
 * Lists of rules that nobody writes, made so that whether the last rule can decide takes long to find out: what an analysis may cost
 * has to end somewhere for them, and nothing wrong may be said of them.
 */

/** A list, and what is true of its last rule; null where that is not known. */
export interface WorstCase {
  readonly name: string;
  /** The source text of a mapping. */
  readonly text: string;
  readonly isLastReachable: boolean | null;
}

/** Of each kind small ones, which can be decided, and larger ones. */
export function worstCases(): readonly WorstCase[] {
  return [
    orderedPairs(5, 1),
    orderedPairs(10, 1),
    orderedPairsInACircle(4),
    orderedPairsInACircle(10),
    satisfiability(12, 1),
    satisfiability(60, 1),
    satisfiability(60, 2),
    satisfiability(150, 1),
    mutuallyNegated(12),
    statusByStatus(),
  ];
}

/**
 * All keywords must be there, in an order of which every two that stand the other way round are refused: one order is left of all
 * that there are.
 */
function orderedPairs(count: number, seed: number): WorstCase {
  const random = new Random(seed);
  const order = shuffled(keywords(count), random);
  const refused = order.flatMap((later, index) =>
    order.slice(0, index).map((sooner) => [later, sooner] as const),
  );
  return {
    name: `${count} keywords in one order`,
    text: listOf([
      ...shuffled(refused, random).map(([one, other]) => inOrder(one, other)),
      allOf(keywords(count)),
    ]),
    isLastReachable: true,
  };
}

/** Each keyword must stand before the next, and the last before the first: without any one of these there would be an order. */
function orderedPairsInACircle(count: number): WorstCase {
  const all = keywords(count);
  const refused = all.map((one, index) => inOrder(all[(index + 1) % count] ?? "", one));
  return {
    name: `${count} keywords in a circle`,
    text: listOf([...refused, allOf(all)]),
    isLastReachable: false,
  };
}

/** As many clauses as make it hardest to find out whether all can be so (4.26 for each variable: Crawford, Auton 1996). */
function satisfiability(variables: number, seed: number): WorstCase {
  const random = new Random(seed);
  const all = keywords(variables);
  const clauses = Array.from({ length: Math.round(4.26 * variables) }, () => {
    const chosen = shuffled(all, random).slice(0, 3);
    return `reject ${chosen.map((keyword) => `${random.chance(0.5) ? "not " : ""}keyword "${keyword}"`).join(" and ")}`;
  });
  return {
    name: `3-SAT at the threshold, ${variables} variables, seed ${seed}`,
    text: listOf([...clauses, "success otherwise"]),
    isLastReachable: null,
  };
}

/** Each keyword without any of the others, and then two of them together. */
function mutuallyNegated(count: number): WorstCase {
  const all = keywords(count);
  const alone = all.map((own) =>
    [
      `reject keyword "${own}"`,
      ...all.filter((other) => other !== own).map((other) => `not keyword "${other}"`),
    ].join(" and "),
  );
  const any = all.map((keyword) => `"${keyword}"`).join(", ");
  return {
    name: `${count} keywords, each without the others`,
    text: listOf([...alone, `success keyword ${any}`]),
    isLastReachable: true,
  };
}

/** Every status by itself, and none: 501 cells, each taken by a rule of its own. */
function statusByStatus(): WorstCase {
  const statuses = Array.from({ length: 500 }, (_, index) => `reject status ${100 + index}`);
  return {
    name: "501 status cells",
    text: listOf([...statuses, "reject not status 100..599", 'success keyword "a"']),
    isLastReachable: false,
  };
}

/** Words of which none overlaps another, and none holds one. */
function keywords(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `k${index + 100}.`);
}

function inOrder(one: string, other: string): string {
  return `reject exact ${writeString(["", one, other, ""])}`;
}

function allOf(all: readonly string[]): string {
  return `success ${all.map((keyword) => `keyword "${keyword}"`).join(" and ")}`;
}

function listOf(rules: readonly string[]): string {
  return rules.map((rule) => `${rule}\n`).join("");
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, at: random.fraction() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
