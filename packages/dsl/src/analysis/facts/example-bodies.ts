import type { BodyKind } from "../../bodies/body-kind.js";
import { kindOfExample } from "../../bodies/example-outline.js";
import { type FoundField, type FoundName, type ReadExample, readExample } from "../../bodies/read-example.js";
import { isMadeUp } from "../../examples/made-up.js";
import { isSameList } from "../../incremental/list-changes.js";
import { memoized } from "../../incremental/memoized.js";
import { inSteps, type Steps } from "../../incremental/steps.js";
import type { ExampleModel } from "../../model/mapping.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { foldText } from "../../text/case-folding.js";

/** How many places of one name or value are kept: a suggestion needs one that fits, not all. */
const MOST_KEPT = 8;

/** What a file's examples show of the system's responses. It knows no file, so it can outlive the version of a text. */
export class ExampleBodies {
  /** In their order. */
  readonly examples: readonly ExampleModel[];
  /** Those of them whose responses were not made up: nothing else shows how the system answers. */
  readonly recorded: readonly ExampleModel[];
  readonly #places = new Map<ReadExample, number>();
  readonly #kinds = new Map<BodyKind, number>();
  readonly #names = new Map<string, FoundName[]>();
  readonly #values = new Map<string, FoundField[]>();
  readonly #wholes = new Set<string>();

  private constructor(examples: readonly ExampleModel[]) {
    this.examples = examples;
    this.recorded = recordedOf(examples);
  }

  /** Reads the bodies of examples; `earlier` is returned if it is of the same ones. */
  static *read(examples: readonly ExampleModel[], earlier: ExampleBodies | null): Steps<ExampleBodies> {
    if (earlier !== null && isSameList(earlier.examples, examples)) return earlier;
    const bodies = new ExampleBodies(examples);
    yield* inSteps(bodies.recorded, (example) => bodies.#add(example));
    return bodies;
  }

  /** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
  get mayBeJson(): boolean {
    return this.#count("json") > 0 || this.recorded.length === 0;
  }

  /** Whether bodies in which parts have names are to be reckoned with: an example is one, or there is none. */
  get mayHaveNames(): boolean {
    return this.#places.size > 0 || this.recorded.length === 0;
  }

  /** What most bodies are; null where that is plain text. */
  get structure(): "json" | "xml" | "html" | null {
    const kinds = (["json", "xml", "html"] as const).map((kind) => ({ kind, count: this.#count(kind) }));
    const all = kinds.reduce((sum, { count }) => sum + count, 0);
    if (all === 0 || all < this.#count("text")) return null;
    return kinds.reduce((most, next) => (next.count > most.count ? next : most)).kind;
  }

  /** Those of the file's examples, in the order in which they stand there. */
  inOrder(examples: readonly ReadExample[]): readonly ReadExample[] {
    if (examples.length < 2) return examples;
    const placeOf = (example: ReadExample) => this.#places.get(example) ?? Infinity;
    return [...examples].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Where parts of the bodies first have that name. */
  partsNamed(name: string): readonly FoundName[] {
    return this.#names.get(name) ?? [];
  }

  /** The first texts of fields that are the folded text. */
  valuesEqualTo(folded: string): readonly FoundField[] {
    return this.#values.get(folded) ?? [];
  }

  /** Whether one of the bodies, as `exact` compares them, is the folded text. */
  hasWhole(folded: string): boolean {
    return this.#wholes.has(folded);
  }

  #count(kind: BodyKind): number {
    return this.#kinds.get(kind) ?? 0;
  }

  #add(example: ExampleModel): void {
    const kind = kindOfExample(example);
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    this.#wholes.add(wholeBodyOf(example));
    const read = readExample(example);
    if (read === null) return;
    if (!this.#places.has(read)) this.#places.set(read, this.#places.size);
    for (const found of read.names) if (found.write !== null) addFound(this.#names, found.name, found);
    for (const found of read.fields) addFound(this.#values, found.key, found);
  }
}

/** The same list where none is made up. */
function recordedOf(examples: readonly ExampleModel[]): readonly ExampleModel[] {
  return examples.some(isMadeUp) ? examples.filter((example) => !isMadeUp(example)) : examples;
}

/** Longer texts than this have white space in them. */
const LONGEST_COMPARED = 1000;

const wholeBodyOf = memoized(({ body }: ExampleModel) => {
  const { start, end } = trimmedRange(body, 0, body.length);
  return foldText(body.slice(start, Math.min(end, start + LONGEST_COMPARED)));
});

function addFound<Part>(groups: Map<string, Part[]>, key: string, found: Part): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [found]);
  else if (known.length < MOST_KEPT) known.push(found);
}
