import vm from "node:vm";
import {
  compile,
  createMatcher,
  type Mapping,
  type Matcher,
  type Response,
  type Rule,
  type SearchWay,
  type Verdict,
} from "@responses/dsl";
import { Subject } from "@responses/dsl/editor";
import { ExecutedMapping } from "../../packages/dsl/src/matching/executed-mapping.js";
import { ruleHolds, verdictOf } from "../../packages/dsl/src/matching/interpret.js";

/** A way to run a mapping. */
export interface Way {
  readonly name: string;
  /** What it says of a response, asked in each manner that it has: modules have `classify` and `match`. */
  readonly answers: readonly ((response: Response) => Partial<Meaning>)[];
}

/** What the language says of a response. */
export interface Meaning {
  /** The index of the rule that decides, or -1. */
  readonly index: number;
  readonly verdict: Verdict;
}

/** Tries the rules from top to bottom, as the language says it: what every way is compared with. */
export function meaningOf({ rules, captures }: Mapping, response: Response): Meaning {
  const subject = new Subject(response);
  const index = rules.findIndex(({ model }) => ruleHolds(model, subject));
  return { index, verdict: verdictOf(rules[index]?.model ?? null, captures, subject) };
}

const FORCED: readonly SearchWay[] = ["expression", "one by one", "scanner", "automaton"];

/** All ways to run the mapping. Modules of the same text are one. */
export function waysOf(mapping: Mapping): readonly Way[] {
  const fastest = codeOf(mapping, null);
  const modules = new Map([
    ["compiled", fastest],
    ["compiled, without WebAssembly", `const globalThis = {};\n${fastest}`],
    ...FORCED.map((way) => [`compiled, ${way}`, codeOf(mapping, way)] as const),
  ]);
  const byCode = new Map([...modules].reverse().map(([name, code]) => [code, name]));
  const indexes = new Map(mapping.rules.map((rule, index) => [rule, index]));
  const indexOf = (rule: Rule | null): number => (rule === null ? -1 : (indexes.get(rule) ?? -2));
  const matcher = createMatcher(mapping);
  const executed = new ExecutedMapping(mapping);
  return [
    ...[...byCode].map(([code, name]) => moduleWay(name, code)),
    processWay("in the process", matcher.decide, indexOf),
    processWay("in the process, by the plan", (response) => executed.decide(response), indexOf),
  ];
}

function codeOf(mapping: Mapping, searchWay: SearchWay | null): string {
  const options = { format: "cjs", source: "mapping.responses" } as const;
  const result = compile(mapping, searchWay === null ? options : { ...options, searchWay });
  if (result.kind === "refused") throw new Error(result.refusals.map(({ message }) => message).join("\n"));
  return result.code;
}

interface CompiledModule {
  readonly match: (response: unknown) => Verdict;
  readonly classify: (status: unknown, body: unknown) => number;
}

function moduleWay(name: string, code: string): Way {
  const exported: Record<string, unknown> = {};
  vm.compileFunction(code, ["exports"])(exported);
  const { match, classify } = exported as unknown as CompiledModule;
  return {
    name,
    answers: [
      ({ status, body }) => ({ index: classify(status, body) }),
      (response) => ({ verdict: match(response) }),
    ],
  };
}

function processWay(name: string, decide: Matcher["decide"], indexOf: (rule: Rule | null) => number): Way {
  const answer = (response: Response): Meaning => {
    const { rule, verdict } = decide(response);
    return { index: indexOf(rule), verdict };
  };
  return { name, answers: [answer] };
}
