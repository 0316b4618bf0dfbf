import { Subject } from "../matching/subject.js";
import type { Example } from "../model/mapping.js";
import { jsonFault } from "../runtime/json-field.js";
import { foldText } from "../text/case-folding.js";
import { type BodyKind, bodyKindOf } from "./body-kind.js";
import { type JsonMember, type JsonOutline, type JsonValue, outlineJson } from "./json-outline.js";

/** An example whose body is JSON, and what stands in it. */
export interface JsonExample {
  readonly example: Example;
  readonly subject: Subject;
  readonly outline: JsonOutline;
}

/** A part of an example's body. */
export interface Found<Part> {
  readonly in: JsonExample;
  readonly part: Part;
}

/** A longer body is no recorded response that a suggestion could be learnt from, and would make every check wait. */
const LONGEST_OUTLINED = 1_000_000;

/** How many places of one name or value are kept: a suggestion needs one that fits, not all. */
const MOST_KEPT = 8;

/** What a file's examples show of the system's responses. Each thing is worked out once, when first asked. */
export class ExampleBodies {
  readonly #examples: readonly Example[];
  #kinds: ReadonlyMap<BodyKind, number> | null = null;
  #json: readonly JsonExample[] | null = null;
  #byExample: ReadonlyMap<Example, JsonExample> | null = null;
  #members: ReadonlyMap<string, readonly Found<JsonMember>[]> | null = null;
  #values: ReadonlyMap<string, readonly Found<JsonValue>[]> | null = null;

  constructor(examples: readonly Example[]) {
    this.#examples = examples;
  }

  /** How many bodies look like that. */
  count(kind: BodyKind): number {
    this.#kinds ??= countKinds(this.#examples);
    return this.#kinds.get(kind) ?? 0;
  }

  /** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
  get mayBeJson(): boolean {
    return this.count("json") > 0 || this.#examples.length === 0;
  }

  /** The examples whose body can be read as JSON. */
  get json(): readonly JsonExample[] {
    this.#json ??= this.#examples.flatMap((example) => readAsJson(example) ?? []);
    return this.#json;
  }

  /** What stands in an example's body; null where it cannot be read as JSON. */
  readAs(example: Example): JsonExample | null {
    this.#byExample ??= new Map(this.json.map((read) => [read.example, read]));
    return this.#byExample.get(example) ?? null;
  }

  /** The first members of that name. */
  membersNamed(name: string): readonly Found<JsonMember>[] {
    this.#members ??= group(
      this.json,
      ({ outline }) => outline.members,
      ({ name: key }) => key,
    );
    return this.#members.get(name) ?? [];
  }

  /** The first values that are the folded text. */
  valuesReading(folded: string): readonly Found<JsonValue>[] {
    this.#values ??= group(
      this.json,
      ({ outline }) => outline.values,
      ({ text }) => foldText(text),
    );
    return this.#values.get(folded) ?? [];
  }
}

function countKinds(examples: readonly Example[]): ReadonlyMap<BodyKind, number> {
  const counts = new Map<BodyKind, number>();
  for (const { model } of examples) {
    const kind = bodyKindOf(model.body);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function readAsJson(example: Example): JsonExample | null {
  const { body } = example.model;
  if (body.length > LONGEST_OUTLINED || bodyKindOf(body) !== "json") return null;
  const subject = new Subject(example.model);
  if (jsonFault(subject.body) !== null) return null;
  return { example, subject, outline: outlineJson(subject.body) };
}

function group<Part>(
  examples: readonly JsonExample[],
  partsOf: (example: JsonExample) => readonly Part[],
  keyOf: (part: Part) => string,
): ReadonlyMap<string, readonly Found<Part>[]> {
  const groups = new Map<string, Found<Part>[]>();
  for (const example of examples) {
    for (const part of partsOf(example)) {
      const key = keyOf(part);
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [{ in: example, part }]);
      else if (known.length < MOST_KEPT) known.push({ in: example, part });
    }
  }
  return groups;
}
