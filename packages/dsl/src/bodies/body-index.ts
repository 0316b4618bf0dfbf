import type { ExampleModel } from "../model/mapping.js";
import type { BodyKind } from "./body-kind.js";
import { type BodyOutline, LARGEST_OUTLINED_BODY, type OutlinedField, outlineOf } from "./body-outline.js";
import { tellsByItself, wordsIn } from "./body-words.js";
import { noCounts, type OutcomeCounts, type SeenIn, SeenTexts } from "./seen-texts.js";
import { withinCharacters } from "./within-characters.js";

/** A field of the bodies of several examples. */
export interface SeenField extends Omit<OutlinedField, "texts"> {
  /** What it holds: `text` if it does in any example. */
  readonly holds: OutlinedField["holds"];
  readonly counts: OutcomeCounts;
  readonly texts: SeenTexts;
}

/** What is kept of all bodies together, and texts of one field: memory is bounded by them. */
const MOST_KEPT = { textsOfField: 1000, texts: 5000, words: 5000, fields: 2000 };

/** Characters of bodies read at most: whoever completes says how many examples are left out. */
const MOST_CHARACTERS_INDEXED = 4_000_000;

/** What the bodies of some examples show of a system's responses. Each thing is worked out once, when first asked. */
export class BodyIndex {
  readonly examples: readonly ExampleModel[];
  /** How many others were given, which are not read: their bodies are too long, or all together are. */
  readonly unread: number;
  #cut: number | null = null;
  #fields: ReadonlyMap<string, SeenField> | null = null;
  #values: SeenTexts | null = null;
  #lines: SeenTexts | null = null;
  #words: SeenTexts | null = null;
  #kinds: ReadonlyMap<BodyKind, number> | null = null;

  constructor(examples: readonly ExampleModel[]) {
    this.examples = withinLimit(examples);
    this.unread = examples.length - this.examples.length;
  }

  /** Of how many bodies only the first fields or lines are known. */
  get cut(): number {
    this.#cut ??= this.examples.filter((example) => outlineOf(example).isCut).length;
    return this.#cut;
  }

  /** How many bodies look like that. */
  count(kind: BodyKind): number {
    this.#kinds ??= countKinds(this.#outlines());
    return this.#kinds.get(kind) ?? 0;
  }

  /** The bodies that are text and nothing else. */
  get textBodies(): readonly ExampleModel[] {
    return this.examples.filter((example) => outlineOf(example).kind === "text");
  }

  /** How many bodies are forms. */
  get forms(): number {
    return this.examples.filter((example) => outlineOf(example).fields[0]?.kind === "form").length;
  }

  /** The fields of JSON and XML bodies and of forms, in the order in which they were first seen. */
  get fields(): Iterable<SeenField> {
    return this.#byPath().values();
  }

  /** The JSON field of a path as it is written shortest, with `[*]` for all indexes. */
  jsonField(path: string): SeenField | null {
    return this.#byPath().get(`json ${path}`) ?? null;
  }

  /** The texts of all fields, without numbers, flags and ids. */
  get values(): SeenTexts {
    this.#values ??= this.#collect(MOST_KEPT.texts, ({ fields }) =>
      fields.flatMap(({ texts }) => texts.filter(tellsByItself)),
    );
    return this.#values;
  }

  /** The lines of bodies that are text or a page. */
  get lines(): SeenTexts {
    this.#lines ??= this.#collect(MOST_KEPT.texts, ({ lines }) => lines);
    return this.#lines;
  }

  /** The words of all these. */
  get words(): SeenTexts {
    this.#words ??= this.#collect(MOST_KEPT.words, ({ fields, lines }) =>
      [...fields.flatMap(({ texts }) => texts), ...lines].flatMap(wordsIn),
    );
    return this.#words;
  }

  *#outlines(): Iterable<BodyOutline> {
    for (const example of this.examples) yield outlineOf(example);
  }

  #byPath(): ReadonlyMap<string, SeenField> {
    this.#fields ??= mergeFields(this.examples);
    return this.#fields;
  }

  #collect(most: number, textsOf: (outline: BodyOutline) => readonly string[]): SeenTexts {
    const seen = new SeenTexts(most);
    this.examples.forEach((example, number) => {
      for (const text of textsOf(outlineOf(example))) seen.add(text, number, example.verdict.outcome);
    });
    return seen;
  }
}

/** What was worked out last for examples that begin with this one. */
const lastIndexes = new WeakMap<ExampleModel, readonly BodyIndex[]>();

/** While somebody types below an example it is broken and whole again by turns, so more than one index is kept. */
const MOST_INDEXES = 3;

/** What some examples show. The same examples again give the same index: most edits leave them as they are. */
export function bodyIndexOf(examples: readonly ExampleModel[]): BodyIndex {
  const [first] = examples;
  if (first === undefined) return EMPTY;
  const last = lastIndexes.get(first) ?? [];
  const index = new BodyIndex(examples);
  const isSame = (other: BodyIndex) =>
    other.unread === index.unread && isSameList(other.examples, index.examples);
  const same = last.find(isSame) ?? index;
  lastIndexes.set(first, [same, ...last.filter((other) => other !== same)].slice(0, MOST_INDEXES));
  return same;
}

/** An example that was broken for a moment is another object afterwards, and says the same. */
function isSameList(a: readonly ExampleModel[], b: readonly ExampleModel[]): boolean {
  const isSame = (example: ExampleModel, other: ExampleModel | undefined) =>
    example === other || (example.body === other?.body && example.verdict.outcome === other.verdict.outcome);
  return a.length === b.length && a.every((example, number) => isSame(example, b[number]));
}

const EMPTY = new BodyIndex([]);

function withinLimit(examples: readonly ExampleModel[]): readonly ExampleModel[] {
  const readable = examples.filter(({ body }) => body.length <= LARGEST_OUTLINED_BODY);
  return withinCharacters(readable, MOST_CHARACTERS_INDEXED);
}

function countKinds(outlines: Iterable<BodyOutline>): ReadonlyMap<BodyKind, number> {
  const counts = new Map<BodyKind, number>();
  for (const { kind } of outlines) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

interface MergedField extends SeenField {
  holds: OutlinedField["holds"];
  readonly counts: Record<SeenIn, number>;
}

function mergeFields(examples: readonly ExampleModel[]): ReadonlyMap<string, SeenField> {
  const merged = new Map<string, MergedField>();
  examples.forEach((example, number) => {
    const { outcome } = example.verdict;
    for (const field of outlineOf(example).fields) {
      const key = `${field.kind} ${field.path}`;
      let seen = merged.get(key);
      if (seen === undefined) {
        if (merged.size >= MOST_KEPT.fields) continue;
        const { kind, path, names, attribute, holds } = field;
        const texts = new SeenTexts(MOST_KEPT.textsOfField);
        seen = { kind, path, names, attribute, holds, counts: noCounts(), texts };
        merged.set(key, seen);
      }
      if (field.holds === "text") seen.holds = "text";
      seen.counts[outcome]++;
      for (const text of field.texts) seen.texts.add(text, number, outcome);
    }
  });
  return merged;
}
