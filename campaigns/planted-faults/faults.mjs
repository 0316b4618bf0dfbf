/*
 * Wrong shortcuts that somebody could take in exact answers about rules. Each is a text of one source file and what would stand in its
 * place; the tests of these answers must notice it. Where a file changes such that the text is no longer there, another one that
 * breaks the same is put here.
 */

/**
 * @typedef {object} Fault
 * @property {string} breaks what is overlooked
 * @property {string} file below packages/dsl/src
 * @property {string} from stands there once
 * @property {string} to
 */

/** @type {readonly Fault[]} */
export const FAULTS = [
  {
    breaks: "exact leaves out white space at the body's front",
    file: "plan/automata/exact-automaton.ts",
    from: "if (place === null && letter.isSpace) return state;",
    to: "",
  },
  {
    breaks: "exact leaves out white space at the body's end",
    file: "plan/automata/exact-automaton.ts",
    from: "matches: letter.isSpace ? matches : this.#isEnd(at)",
    to: "matches: this.#isEnd(at)",
  },
  {
    breaks: "a body may have white space at its ends",
    file: "solver/wanted-response.ts",
    from: "findText({ required, excluded, isTrimmed: false, isFilled: false }, work)",
    to: "findText({ required, excluded, isTrimmed: true, isFilled: false }, work)",
  },
  {
    breaks: "a keyword may stand alone, and then lose the white space at its ends",
    file: "plan/relations/text-relations.ts",
    from: "return [letter + keyword + letter, keyword];",
    to: "return [letter + keyword + letter];",
  },
  {
    breaks: "beside a keyword letters may stand",
    file: "plan/relations/text-relations.ts",
    from: "return [letter + keyword + letter, keyword];",
    to: "return [symbol + keyword + symbol, keyword];",
  },
  {
    breaks: "a keyword can overlap its next occurrence",
    file: "plan/automata/automaton.ts",
    from: "borders.push(border);",
    to: "borders.push(0);",
  },
  {
    breaks: "a word can begin again before it is complete",
    file: "plan/automata/word-automaton.ts",
    from: "begun: reached.filter((length) => length < this.#characters.length),",
    to: "begun: reached.filter((length) => length < this.#characters.length).slice(-1),",
  },
  {
    breaks: "behind a word no word character may follow",
    file: "plan/automata/word-automaton.ts",
    from: "isFound: isComplete && !isWord,",
    to: "isFound: isComplete,",
  },
  {
    breaks: "the last piece of a pattern has to end the text",
    file: "plan/automata/exact-automaton.ts",
    from: "const isOpen = place.at.piece === this.#pieces.length - 1 && this.#pieces.at(-1)?.characters.length === 0;",
    to: "const isOpen = place.at.piece === this.#pieces.length - 1;",
  },
  {
    breaks: "texts in other letter case are the same",
    file: "plan/relations/text-relations.ts",
    from: 'return folded.join("*");',
    to: 'return folded.join("*").toUpperCase();',
  },
  {
    breaks: "a body can be empty",
    file: "solver/texts/product.ts",
    from: 'if (isEnd(start.states)) return { kind: "text", text: "" };',
    to: "",
  },
  {
    breaks: "what is not settled can still become what is wanted",
    file: "solver/texts/product.ts",
    from: "automaton.settled(states[index] ?? 0) === !isWanted[index]",
    to: "automaton.settled(states[index] ?? 0) !== isWanted[index]",
  },
  {
    breaks: "fewer tests are learnt only if they leave no text by themselves",
    file: "solver/texts/find-text.ts",
    from: "if (leavesNone({ required: fewer, excluded })) required = fewer;",
    to: "if (leavesNone({ required: fewer, excluded }) || fewer.length > 0) required = fewer;",
  },
  {
    breaks: "an implied text is one that the other one implies, not the other way round",
    file: "solver/texts/find-text.ts",
    from: "excluded.find((other) => implies(one, other))",
    to: "excluded.find((other) => implies(other, one))",
  },
  {
    breaks: "a response may have no status",
    file: "solver/status-sets.ts",
    from: "export const ALL_STATUSES = NO_STATUS * 2n - 1n;",
    to: "export const ALL_STATUSES = NO_STATUS - 1n;",
  },
  {
    breaks: "a range ends with its last status, not before it",
    file: "solver/status-sets.ts",
    from: "bitOf(to + 1) - bitOf(from)",
    to: "bitOf(to) - bitOf(from)",
  },
  {
    breaks: "a field can be missing",
    file: "solver/field-picks.ts",
    from: 'return emptiness === null ? { kind: "met", value: [] } : filledPick(field, tests, emptiness, work);',
    to: "return emptiness === null ? textPick(field, tests, null, work) : filledPick(field, tests, emptiness, work);",
  },
  {
    breaks: "a field can pick several texts, for each test another",
    file: "solver/field-picks.ts",
    from: "return field.picksOneAtMost\n",
    to: "return field.picksOneAtMost || required.length > 1\n",
  },
  {
    breaks: "what must not be found must not be found in any of several texts",
    file: "solver/field-picks.ts",
    from: "textPick(field, [one, ...excluded], null, work)",
    to: "textPick(field, [one], null, work)",
  },
  {
    breaks: "two tests of a field of several texts exclude each other for one text alone",
    file: "plan/relations/predicate-relations.ts",
    from: "return (one.field === null || one.field.picksOneAtMost) && excludesOnOneText(one, other);",
    to: "return excludesOnOneText(one, other);",
  },
  {
    breaks: "JSON's null is empty and has a text",
    file: "plan/relations/predicate-relations.ts",
    from: 'const BLANK_TEXTS = ["", "null"] as const;',
    to: 'const BLANK_TEXTS = [""] as const;',
  },
  {
    breaks: "what is not empty may be an object",
    file: "solver/field-picks.ts",
    from: 'return found.kind !== "met" && picksValues(field) ? { kind: "met", value: [{ kind: "container" }] } : found;',
    to: "return found;",
  },
  {
    breaks: "an attribute keeps the white space at its ends",
    file: "solver/field-picks.ts",
    from: 'return last.kind !== "json" && !(last.kind === "xml" && last.path.attribute !== null);',
    to: 'return last.kind !== "json";',
  },
  {
    breaks: "a path does not go on inside itself",
    file: "solver/inner-paths.ts",
    from: "inner.path.length <= outer.path.length",
    to: "inner.path.length < outer.path.length",
  },
  {
    breaks: "one element of a list is one of all of them",
    file: "plan/relations/field-relations.ts",
    from: 'if (a.kind === "all" || b.kind === "all") return false;',
    to: "",
  },
  {
    breaks: "in a format with escapes a body need not hold the letters of what is picked",
    file: "solver/atom-relations.ts",
    from: "if (field === null || field.escapes !== null) return false;",
    to: "if (field === null) return false;",
  },
  {
    breaks: "a number is a document of JSON",
    file: "solver/atom-relations.ts",
    from: '/^["[{0-9<-]/.test(text)',
    to: '/^["[{<-]/.test(text)',
  },
  {
    breaks: "between two limits there are numbers",
    file: "solver/numbers.ts",
    from: "return [...ends, ...between, ...ascending].map",
    to: "return [...ends, ...ascending].map",
  },
  {
    breaks:
      "a number without a fraction is less than one with the same digits before the point and some behind it",
    file: "plan/automata/number-automaton.ts",
    from: 'return order === 0 && fraction !== "" ? -1 : order;',
    to: "return order;",
  },
  {
    breaks: "a number with an exponent may be worth anything, so without one nothing is proved",
    file: "solver/number-text.ts",
    from: "automataOf(numbers, true)",
    to: "automataOf(numbers, false)",
  },
  {
    breaks: "a number above the higher of two limits is above the lower, not the other way round",
    file: "plan/relations/number-relations.ts",
    from: "(order === 0 || order === direction)",
    to: "(order === 0 || order === -direction)",
  },
  {
    breaks: "no response having been made is no proof that there is none",
    file: "solver/response-search.ts",
    from: 'return unknown === null ? { kind: "none" } : undecided(unknown);',
    to: 'return { kind: "none" };',
  },
  {
    breaks: "a question that is not begun, since the steps are used up, has proved nothing",
    file: "solver/response-search.ts",
    from: '  if (work.isExhausted) return undecided({ kind: "exhausted", steps: work.exceeded });\n',
    to: '  if (work.isExhausted) return { kind: "none" };\n',
  },
  {
    breaks: "a search that came to its bound has proved nothing",
    file: "solver/clause-search.ts",
    from: 'if (work.isExhausted) return "exhausted";',
    to: 'if (work.isExhausted) return "impossible";',
  },
  {
    breaks: "automata that came to their bound have proved nothing",
    file: "solver/texts/product.ts",
    from: 'if (!work.spend(automata.length)) return { kind: "unknown" };',
    to: 'if (!work.spend(automata.length)) return { kind: "none" };',
  },
  {
    breaks: "lists that share a rule may need that one alone",
    file: "reachability/fewest-blockers.ts",
    from: "if (list.some((number) => used.has(number))) continue;",
    to: "",
  },
  {
    breaks: "a rule takes what implies it, not what it implies",
    file: "reachability/decide-rule.ts",
    from: "if (conditionImplies(condition, asked.conditionOf(decider)))",
    to: "if (conditionImplies(asked.conditionOf(decider), condition))",
  },
  {
    breaks: "of two tests that imply each other one is needed",
    file: "reachability/redundant-tests.ts",
    from: "    redundant.push(place);\n    kept = others;",
    to: "    redundant.push(place);",
  },
  {
    breaks: "a rule that came in above may take what was kept",
    file: "reachability/known-reachability.ts",
    from: "if (responses.some(({ subject }) => isTakenByOne(after, subject))) return null;",
    to: "",
  },
  {
    breaks: "the rule just below a changed one can take its place",
    file: "comparison/deciding-pairs.ts",
    from: "unchangedNew.slice(place - above)",
    to: "unchangedNew.slice(place - above + 1)",
  },
  {
    breaks: "where a rule went, no rule may be left",
    file: "comparison/deciding-pairs.ts",
    from: "unchangedNew.slice(place - above), null]",
    to: "unchangedNew.slice(place - above)]",
  },
  {
    breaks: "no rule below decides what the one above holds for, not the other way round",
    file: "comparison/compared-rules.ts",
    from: "conditionImplies(condition, upperNew)",
    to: "conditionImplies(upperNew, condition)",
  },
];
