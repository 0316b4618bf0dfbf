import type { Random } from "./random.js";

/*
 * Rules that look for a few words, and responses that have some of those: so few that all can be tried, and so that rules get in each
 * other's way.
 */

const WORDS = ["ab", "cd", "ef", "gh"] as const;

/** Bodies with every choice of the words, each with nothing, a price or a cost besides. */
export const WORD_BODIES: readonly string[] = Array.from({ length: 2 ** WORDS.length }, (_, number) =>
  WORDS.filter((_word, at) => (number >> at) % 2 === 1).join(" "),
).flatMap((text) =>
  [{ text }, { text, price: "1" }, { text, cost: "2" }].map((body) => JSON.stringify(body)),
);

const VERDICTS = [
  ["success", ""],
  ["success", " as A"],
  ["reject", ""],
  ["reject", " as A"],
  ["error", ""],
] as const;

/** Some rules, a line each. */
export function randomWordRules(random: Random): readonly string[] {
  return random.several(1, 4, () => randomRule(random));
}

/** The lines after an edit of one or two of them. */
export function editedWordRules(lines: readonly string[], random: Random): readonly string[] {
  const edited = [...lines];
  for (let count = random.integer(1, 2); count > 0; count--) {
    const at = random.integer(0, Math.max(0, edited.length - 1));
    const edit = random.fraction();
    if (edit < 0.25) edited.splice(at, 1);
    else if (edit < 0.4) edited.splice(random.integer(0, edited.length), 0, ...edited.splice(at, 1));
    else if (edit < 0.7) edited.splice(random.integer(0, edited.length), 0, randomRule(random));
    else edited.splice(at, 1, randomRule(random));
  }
  return edited;
}

/** A line that captures what some of the bodies have, or nothing. */
export function randomCapture(random: Random): string {
  const field = random.pick(["price", "cost"]);
  return random.pick(["", `capture price from json "$.${field}"${random.pick(["", " for success"])}`]);
}

function randomRule(random: Random): string {
  const tests = random.several(
    1,
    2,
    () => `${random.chance(0.2) ? "not " : ""}keyword "${random.pick(WORDS)}"`,
  );
  const [outcome, label] = random.pick(VERDICTS);
  return `${outcome} ${[...new Set(tests)].join(" and ")}${label}`;
}
