import type { BodyKind } from "../../bodies/body-kind.js";
import { type FormExample, readAsForm } from "../../bodies/form-example.js";
import { type FoundPart, type JsonExample, kindOfExample, readAsJson } from "../../bodies/json-example.js";
import type { JsonMember, JsonValue } from "../../bodies/json-outline.js";
import { isSameList } from "../../incremental/list-changes.js";
import { memoized } from "../../incremental/memoized.js";
import { inSteps, type Steps } from "../../incremental/steps.js";
import type { ExampleModel } from "../../model/mapping.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { foldText } from "../../text/case-folding.js";

/** JSON examples asked at most for what answers look like: a suggestion must not take long. */
const FIRST = 20;

/** How many places of one name or value are kept: a suggestion needs one that fits, not all. */
const MOST_KEPT = 8;

/** What a file's examples show of the system's responses. It knows no file, so it can outlive the version of a text. */
export class ExampleBodies {
  readonly #examples: readonly ExampleModel[];
  readonly #json: JsonExample[] = [];
  readonly #forms: FormExample[] = [];
  readonly #places = new Map<JsonExample, number>();
  readonly #kinds = new Map<BodyKind, number>();
  readonly #members = new Map<string, FoundPart<JsonMember>[]>();
  readonly #values = new Map<string, FoundPart<JsonValue>[]>();
  readonly #wholes = new Set<string>();

  private constructor(examples: readonly ExampleModel[]) {
    this.#examples = examples;
  }

  /** Reads the bodies of examples; `earlier` is returned if it is of the same ones. */
  static *read(examples: readonly ExampleModel[], earlier: ExampleBodies | null): Steps<ExampleBodies> {
    if (earlier !== null && isSameList(earlier.#examples, examples)) return earlier;
    const bodies = new ExampleBodies(examples);
    yield* inSteps(examples, (example) => bodies.#add(example));
    return bodies;
  }

  /** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
  get mayBeJson(): boolean {
    return this.#count("json") > 0 || this.#examples.length === 0;
  }

  /** What most bodies are; null where that is plain text. */
  get structure(): "json" | "xml" | "html" | null {
    const kinds = (["json", "xml", "html"] as const).map((kind) => ({ kind, count: this.#count(kind) }));
    const all = kinds.reduce((sum, { count }) => sum + count, 0);
    if (all === 0 || all < this.#count("text")) return null;
    return kinds.reduce((most, next) => (next.count > most.count ? next : most)).kind;
  }

  /** The first examples whose body can be read as JSON. */
  get firstJson(): readonly JsonExample[] {
    return this.#json.slice(0, FIRST);
  }

  /** The first examples whose body is a form. */
  get firstForms(): readonly FormExample[] {
    return this.#forms;
  }

  /** Those of the file's JSON examples, in the order in which they stand there. */
  inOrder(examples: readonly JsonExample[]): readonly JsonExample[] {
    if (examples.length < 2) return examples;
    const placeOf = (example: JsonExample) => this.#places.get(example) ?? Infinity;
    return [...examples].sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** The first members of that name. */
  membersNamed(name: string): readonly FoundPart<JsonMember>[] {
    return this.#members.get(name) ?? [];
  }

  /** The first values that are the folded text. */
  valuesEqualTo(folded: string): readonly FoundPart<JsonValue>[] {
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
    const form = this.#forms.length < FIRST ? readAsForm(example) : null;
    if (form !== null) this.#forms.push(form);
    const json = readAsJson(example);
    if (json === null) return;
    if (!this.#places.has(json)) this.#places.set(json, this.#json.length);
    this.#json.push(json);
    for (const found of json.members) addFound(this.#members, found);
    for (const found of json.values) addFound(this.#values, found);
  }
}

/** Longer texts than this have white space in them. */
const LONGEST_COMPARED = 1000;

const wholeBodyOf = memoized(({ body }: ExampleModel) => {
  const { start, end } = trimmedRange(body, 0, body.length);
  return foldText(body.slice(start, Math.min(end, start + LONGEST_COMPARED)));
});

function addFound<Part>(groups: Map<string, FoundPart<Part>[]>, found: FoundPart<Part>): void {
  const known = groups.get(found.key);
  if (known === undefined) groups.set(found.key, [found]);
  else if (known.length < MOST_KEPT) known.push(found);
}
