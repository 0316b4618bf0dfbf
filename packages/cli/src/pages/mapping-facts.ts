import type { Capture, Example, Mapping, Rule } from "@responses/dsl";
import type { ExampleRun } from "@responses/dsl/editor";

/** What the sections of a page ask about its mapping: numbers and names, each said in one way everywhere. */
export class MappingFacts {
  readonly mapping: Mapping;
  readonly run: ExampleRun;
  readonly #rules: ReadonlyMap<Rule, number>;
  readonly #examples: ReadonlyMap<Example, number>;
  readonly #failing: ReadonlySet<Example>;

  constructor(run: ExampleRun) {
    const { mapping } = run;
    this.mapping = mapping;
    this.run = run;
    this.#rules = numbered(mapping.rules);
    const failing = run.results.filter(({ difference }) => difference !== null);
    this.#failing = new Set(failing.map(({ example }) => example));
    this.#examples = numbered(mapping.examples);
  }

  /** The system, or the file where none is named. */
  get title(): string {
    return this.mapping.system ?? this.mapping.file.path;
  }

  /** The place of a rule in the order in which they are tried, from 1. */
  numberOf(rule: Rule): number {
    return this.#rules.get(rule) ?? 0;
  }

  /** The place of an example among the mapping's own, from 1. */
  numberOfExample(example: Example): number {
    return this.#examples.get(example) ?? 0;
  }

  /** Whether a part of the mapping comes from another file. */
  isIncluded({ file }: Rule | Capture): boolean {
    return file.path !== this.mapping.file.path;
  }

  /** How many of the mapping's own examples fail. */
  get failing(): number {
    return this.#failing.size;
  }

  fails(example: Example): boolean {
    return this.#failing.has(example);
  }
}

function numbered<Item>(items: readonly Item[]): ReadonlyMap<Item, number> {
  return new Map(items.map((item, index) => [item, index + 1]));
}
