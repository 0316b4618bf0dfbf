import { addAll, largestOf } from "../incremental/long-lists.js";
import type { BetweenFieldDescription } from "../model/fields/between-field.js";
import type { FormFieldDescription } from "../model/fields/form-field.js";
import type { SplitFieldDescription } from "../model/fields/split-field.js";
import { closerOf, joinStretches, type Stretch, stretchWith } from "./between-stretch.js";
import { writeFormPiece } from "./form-pieces.js";
import type { WantedPart } from "./part-wishes.js";
import { slotsFor, type WantedSlot } from "./split-parts.js";
import { taken } from "./taken.js";
import type { WritingStyle } from "./writing-style.js";

/** What bodies without a document are made of. */
export interface PlainPieces {
  /** Names and values of a form, as they are written. */
  readonly form: readonly string[];
  readonly stretches: readonly Stretch[];
  /** The parts of texts that are cut, a list for each separator. */
  readonly cuts: readonly (readonly WantedSlot[])[];
}

/** The pieces for these wishes; null where one of them cannot come true. */
export function plainPieces(wanted: readonly WantedPart[], style: WritingStyle): PlainPieces | null {
  const form: string[] = [];
  const stretches: Stretch[] = [];
  const cuts = new Map<string, WantedSlot[]>();
  for (const { part, picks } of wanted) {
    if (part.kind === "json" || part.kind === "xml") continue;
    const texts = picks.flatMap((pick) => (pick.kind === "text" ? [pick.text] : []));
    if (texts.length < picks.length || (part.kind !== "form" && texts.length > 1)) return null;
    if (part.kind === "form") addAll(form, piecesOf(part, texts, style));
    else if (part.kind === "between") addAll(stretches, stretchesOf(part, texts));
    else slotsIn(cuts, part).push({ field: part, text: texts[0] ?? null });
  }
  return { form, stretches, cuts: [...cuts.values()] };
}

function piecesOf(
  { name }: FormFieldDescription,
  texts: readonly string[],
  style: WritingStyle,
): readonly string[] {
  return texts.map((text) => writeFormPiece(name, text, style));
}

function stretchesOf(field: BetweenFieldDescription, texts: readonly string[]): readonly Stretch[] {
  return texts.map((text) => stretchWith(field, text));
}

function slotsIn(cuts: Map<string, WantedSlot[]>, { foldedSeparator }: SplitFieldDescription): WantedSlot[] {
  const slots = cuts.get(foldedSeparator) ?? [];
  cuts.set(foldedSeparator, slots);
  return slots;
}

/** Whether there is anything to be picked. */
function isNothing({ form, stretches, cuts }: PlainPieces): boolean {
  return (
    form.length === 0 && stretches.length === 0 && cuts.every((cut) => cut.every(({ text }) => text === null))
  );
}

/** What stands in a part of which nothing is asked. */
const FILLERS = ["-", "0", "x", ""] as const;

/** Bodies of these pieces and texts, the most natural first. */
export function* plainBodies(pieces: PlainPieces, texts: readonly string[]): Generator<string> {
  const [cut, ...cuts] = pieces.cuts.filter((slots) => slots.some(({ text }) => text !== null));
  if (cut === undefined) {
    const written = new Set(lines(pieces, texts));
    yield* written;
    // White space at a body's end, of a separator or a marker, may not count.
    for (const line of taken(written, MOST_INSIDE)) yield `- ${line} -`;
    return;
  }
  const absent = pieces.cuts.filter((slots) => slots.every(({ text }) => text === null));
  const others: PlainPieces = { ...pieces, cuts: [...cuts, ...absent] };
  const hasOthers = texts.length > 0 || !isNothing(others);
  const separator = cut[0]?.field.separator ?? "";
  for (const filler of FILLERS)
    for (const slots of slotsFor(cut))
      if (hasOthers) yield* withOthers(slots, separator, filler, () => plainBodies(others, texts));
      else yield joined(slots, separator, filler);
}

/** With another body in a part of which nothing is asked. */
function* withOthers(
  slots: readonly (string | null)[],
  separator: string,
  filler: string,
  others: () => Iterable<string>,
): Generator<string> {
  for (const other of new Set(taken(others(), MOST_INSIDE))) {
    for (const [index, slot] of slots.entries()) {
      if (slot === null)
        yield joined(
          slots.map((own, at) => (at === index ? other : own)),
          separator,
          filler,
        );
    }
    yield `${joined(slots, separator, filler)} ${other}`;
  }
}

/** Bodies inside one part that are tried at most, each in every part. */
const MOST_INSIDE = 4;

function joined(slots: readonly (string | null)[], separator: string, filler: string): string {
  return slots.map((slot) => slot ?? filler).join(separator);
}

/** Forms, stretches and texts, without a text that is cut. */
function* lines({ form, stretches }: PlainPieces, texts: readonly string[]): Generator<string> {
  const said = texts.length === 0 ? [] : [texts.join(" ")];
  const choices = Math.min(
    MOST_CHOICES,
    largestOf(
      stretches.map(({ closers }) => closers.length),
      1,
    ),
  );
  for (let choice = 0; choice < choices; choice++) {
    for (const ordered of [stretches, [...stretches].reverse()]) {
      if (form.length > 0) yield* forms(form, ordered, said, choice);
      else yield* plainLines(ordered, texts, choice);
    }
  }
}

const MOST_CHOICES = 4;

function* plainLines(
  stretches: readonly Stretch[],
  texts: readonly string[],
  choice: number,
): Generator<string> {
  const said = texts.length === 0 ? [] : [texts.join(" ")];
  for (const isLast of [true, false]) {
    const line = joinStretches(stretches, choice, isLast);
    const parts = line === "" ? said : [...said, line];
    yield parts.join(" ");
    if (line === "" && texts.length > 1) {
      yield [...texts].reverse().join(" ");
      yield texts.join("\n");
    }
    if (said.length > 0 && line !== "") {
      yield [line, ...said].join(" ");
      yield [...said, line].join("\n");
      yield [line, ...said].join("\n");
    }
  }
}

/** Pieces of a form, with the rest among them. */
function* forms(
  form: readonly string[],
  stretches: readonly Stretch[],
  said: readonly string[],
  choice: number,
): Generator<string> {
  const stretched = stretches.map((stretch, index) => {
    const closer = closerOf(stretch, choice);
    const isClosed = closer === "&" || (index === stretches.length - 1 && stretch.endsWithBody);
    return isClosed ? stretch.opened : stretch.opened + closer;
  });
  const messages = said.map((text) => `message=${text}`);
  yield [...form, ...messages, ...stretched].join("&");
  yield [...stretched, ...form, ...messages].join("&");
  yield `${[...form, ...stretched].join("&")}&${said.join("&")}&`;
  yield [...said, ...stretched, ...form].join("&");
  yield `${[...stretched, ...said, ...form].join("&")}&`;
}

/** Texts by which a document that holds them as they are lets the pieces be picked; several ways. */
export function* carriersOf({ form, stretches, cuts }: PlainPieces): Generator<readonly string[]> {
  const forms = form.length === 0 ? [] : [`&${form.join("&")}&`];
  for (let choice = 0; choice < MOST_CHOICES; choice++) {
    const closed = stretches.map((stretch) => stretch.opened + closerOf(stretch, choice));
    const cut = cuts.flatMap((slots) => {
      if (slots.every(({ text }) => text === null)) return [];
      const [first] = slotsFor(slots, "free");
      return first === undefined ? [] : [joined(first, slots[0]?.field.separator ?? "", "")];
    });
    yield [...forms, ...closed, ...cut];
    if (stretches.every(({ closers }) => choice + 1 >= closers.length)) return;
  }
}
