import { OUTCOMES, TEXT_MATCH_WORDS, VOCABULARY, writeString } from "@responses/dsl/editor";
import type { Random } from "../random.js";

/*
 * Random rule lists in which rules get in each other's way: their texts come from a few that begin, end and contain one another, have
 * white space or symbols at their ends, or differ in letter case alone; their statuses adjoin; some rules are like others but for one test.
 */

export interface RuleListBounds {
  readonly mostRules: number;
  readonly mostTests: number;
  /** Fields that tests may read beside or instead of the body, as a mapping has them: `json "$.a"`. */
  readonly fields?: readonly string[];
  /** Whether tests may read the body itself; true unless said. */
  readonly asksBody?: boolean;
}

/** The source text of a mapping of rules that nothing refuses. */
export function randomRuleList(random: Random, bounds: RuleListBounds): string {
  const drawTest = testsOver(random, bounds);
  const rules: (readonly string[])[] = [];
  const count = random.integer(1, bounds.mostRules);
  while (rules.length < count) {
    const room = count - rules.length;
    const known = rules.length === 0 ? [] : random.pick(rules);
    if (room >= 3 && bounds.mostTests >= 2 && random.chance(0.2)) {
      rules.push(...caseByCase(drawTest, random, Math.min(room - 2, bounds.mostTests - 1)));
    } else if (known.length > 0 && random.chance(0.3)) {
      rules.push(nearly(known, drawTest, random).slice(0, bounds.mostTests));
    } else if (random.chance(0.02)) rules.push([]);
    else {
      rules.push(random.several(1, random.pick([1, 1, bounds.mostTests]), (index) => drawTest(index > 0)));
    }
  }
  return rules
    .map((tests) => {
      const label = random.pick(["", "", " as A", " as B"]);
      return `${random.pick(OUTCOMES)} ${tests.length === 0 ? "otherwise" : tests.join(" and ")}${label}\n`;
    })
    .join("");
}

/**
 * Rules that take another one together, and that one below them: each takes the cases in which one more test holds, the last those in
 * which none does. Now and then one asks for less, which changes nothing, or is left out, which does.
 */
function caseByCase(
  drawTest: (asLater: boolean) => string,
  random: Random,
  mostCases: number,
): readonly (readonly string[])[] {
  const base = drawTest(false);
  const cases = random.several(1, mostCases, () => drawTest(true));
  const parts = [...cases, null].map((own, index) => {
    const others = cases.slice(0, index).map(negated);
    const all = [base, ...others, ...(own === null ? [] : [own])];
    return random.chance(0.4) ? all.toSpliced(random.integer(0, all.length - 1), 1) : all;
  });
  if (random.chance(0.25)) parts.splice(random.integer(0, parts.length - 1), 1);
  const isTurned = random.chance(0.5);
  return [...(isTurned ? parts.toReversed() : parts), [base]];
}

/** A list that differs from another in a few rules: what was edited. */
export function editedRuleList(text: string, random: Random, bounds: RuleListBounds): string {
  const rules = text.split("\n").filter((rule) => rule !== "");
  for (let count = random.integer(1, 2); count > 0; count -= 1) {
    const at = random.integer(0, Math.max(0, rules.length - 1));
    const edit = random.fraction();
    if (edit < 0.3) rules.splice(at, 1);
    else if (edit < 0.6) rules.splice(random.integer(0, rules.length), 0, ...rules.splice(at, 1));
    else {
      const added = randomRuleList(random, { ...bounds, mostRules: 1 }).trimEnd();
      rules.splice(at, edit < 0.8 ? 0 : 1, added);
    }
  }
  return rules.map((rule) => `${rule}\n`).join("");
}

/** The tests of a rule with one left out, added, negated or put in another's place. */
function nearly(tests: readonly string[], drawTest: (asLater: boolean) => string, random: Random): string[] {
  const at = random.integer(0, tests.length - 1);
  const edit = random.fraction();
  if (edit < 0.25 && tests.length > 1) return tests.toSpliced(at, 1);
  if (edit < 0.5) return [...tests, drawTest(true)];
  if (edit < 0.75) return tests.with(at, negated(tests[at] ?? ""));
  return tests.with(at, drawTest(at > 0));
}

function negated(test: string): string {
  return test.startsWith("not ") ? test.slice("not ".length) : `not ${test}`;
}

function testsOver(random: Random, { fields = [], asksBody = true }: RuleListBounds) {
  const texts = relatedTexts(random);
  const statuses = random.pick(STATUSES);
  const limits = random.pick([["5"], ["-1", "0", "0.5"], ["1", "2", "3"]] as const);
  const subjects = [...fields, ...(asksBody ? [""] : [])];
  // Of numbers and texts on one field more is understood if the texts are whole.
  const asksNumbers = random.chance(0.3);
  return (asLater: boolean): string => {
    const not = random.chance(asLater ? 0.4 : 0.1) ? "not " : "";
    if (random.chance(0.2)) {
      return `${not}status ${random.several(1, 2, () => random.pick(statuses)).join(", ")}`;
    }
    const field = random.pick(subjects);
    if (field === "") return `${not}${textTest(random, texts, false)}`;
    if (random.chance(0.15)) return `${not}${field} empty`;
    if (!asksNumbers) return `${not}${field} ${textTest(random, texts, true)}`;
    if (random.chance(0.6)) return `${not}${field} ${random.pick(["above", "below"])} ${random.pick(limits)}`;
    return `${not}${field} exact "${random.pick([...limits, "a", "1.0", ""])}"`;
  };
}

function textTest(random: Random, texts: readonly string[], onField: boolean): string {
  const how = random.pick(TEXT_MATCH_WORDS);
  const written = random.several(1, random.pick([1, 1, 1, 2, 3]), () =>
    writeString(
      VOCABULARY[how].asteriskIsWildcard ? patternOf(random, texts, onField) : [random.pick(texts)],
    ),
  );
  return `${how} ${written.join(", ")}`;
}

/** On the body there is no pattern of wildcards alone. */
function patternOf(
  random: Random,
  texts: readonly string[],
  onField: boolean,
): readonly [string, ...string[]] {
  if (random.chance(0.04)) return onField ? random.pick([[""], ["", ""]] as const) : [""];
  const text = random.pick(texts);
  const cut = random.integer(0, text.length);
  return random.pick([
    [text],
    ["", text, ""],
    [text, ""],
    ["", text],
    ["", text, random.pick(texts), ""],
    [text, random.pick(texts)],
    [text.slice(0, cut), `${text.slice(cut)}${cut === 0 ? "" : ""}`],
  ] as const);
}

const STATUSES = [
  ["200", "2xx", "200..204", "205..299", "404"],
  ["100..299", "300..599", "2xx", "299..300"],
  ["1xx", "2xx", "3xx", "4xx", "5xx", "100..599"],
] as const;

/** Letters that few enough texts have in common, so that they meet. */
const ALPHABETS = ["ab", "ab", "a b", "a-", "a- ", "kKs", "σςa", "ab\t ", "a."] as const;

const WORDS = ["lead", "dup", "phone", "no", "not", "ok", "-"] as const;

function relatedTexts(random: Random): readonly string[] {
  const isOfWords = random.chance(0.25);
  const alphabet = [...random.pick(ALPHABETS)];
  const letters = (): string => random.several(1, 2, () => random.pick(alphabet)).join("");
  const part = (): string => (isOfWords ? random.pick(WORDS) : letters());
  const between = isOfWords ? " " : "";
  const parts = random.several(2, 3, part);
  const texts = [...parts];
  for (let count = random.integer(1, 4); count > 0; count -= 1) {
    const text = random.pick(texts);
    const made = random.fraction();
    if (made < 0.4) texts.push(text + between + random.pick(parts));
    else if (made < 0.6) texts.push(random.pick(parts) + between + text);
    else if (made < 0.75) texts.push(text.slice(random.integer(0, 1), Math.max(1, text.length - 1)));
    else if (made < 0.85) texts.push(random.pick([` ${text}`, `${text} `]));
    else texts.push(text.toUpperCase());
  }
  return texts.filter((text) => text !== "");
}
