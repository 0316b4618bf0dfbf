import type { BodyField } from "../../bodies/body-fields.js";
import { readExample } from "../../bodies/read-example.js";
import { memoized } from "../../incremental/memoized.js";
import type { ExampleModel } from "../../model/mapping.js";
import { isLetter } from "../../text/character-classes.js";
import { type FieldRole, roleOfName } from "../words/verdict-names.js";
import { senseOfSentence, senseOfValue } from "../words/verdict-words.js";

/** A field of an answer that says, or may say, whether the lead was taken. */
export interface TellingField {
  readonly field: BodyField;
  /** How it says so: by a value that is the same each time, by an amount, or by being there at all. */
  readonly by: "value" | "amount" | "presence";
  /** How likely it is that this field decides, among those of one answer. */
  readonly weight: number;
  /** Whether it only says that nothing went wrong: the lead can still be refused. */
  readonly isVague: boolean;
}

/** From this weight on a field says by its value that the lead was taken, or that all went well. */
export const SURE_WEIGHT = 50;

/** The fields of a success that may say that it is one, the likeliest first. */
export const tellingFieldsOf = memoized((example: ExampleModel): readonly TellingField[] => {
  const fields = (readExample(example)?.fields ?? []).flatMap(({ field }) => tellingField(field) ?? []);
  return fields
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TELLING);
});

/** What weighs less is there for reasons of its own. */
const LEAST_WEIGHT = 10;

/** Fields kept at most: a person would look at no more. */
const MOST_TELLING = 12;

function tellingField(field: BodyField): TellingField | null {
  const { name, text } = field;
  if (text.trim() !== text || text === "" || text === "null" || text.includes("\ufffd")) return null;
  const role = name === null ? "other" : roleOfName(name);
  const found = weightOf(role, text);
  if (found === null) return null;
  const isVague = role !== "flag" && senseOfValue(text) === "fine";
  return { field, by: found.by, weight: found.weight - depthOf(field.written), isVague };
}

function weightOf(role: FieldRole, text: string): Pick<TellingField, "by" | "weight"> | null {
  if (role === "kind") return null;
  // That there was no error is less than that the lead was taken.
  if (role === "error") return text === "0" ? { by: "value", weight: 45 } : null;
  // An id is another one for every lead, even if it is a 1 here.
  if (role === "id") return { by: "presence", weight: 15 };
  const sense = senseOfValue(text);
  if (sense === "refused") return null;
  if (sense !== null) return { by: "value", weight: VALUE_WEIGHTS[sense][role] };
  if (role === "price") return isPositive(text) ? { by: "amount", weight: 25 } : null;
  if (role === "code" && /^-?[0-9]{1,4}$/.test(text)) return { by: "value", weight: 30 };
  if (senseOfSentence(text) === "taken") return sentenceWeight(role, text);
  // The id of what was made, where a refusal has false or nothing.
  if (role === "verdict" && isPositive(text)) return { by: "amount", weight: 18 };
  // Words of a system's own, where it says how it went: `Routed`.
  return role === "verdict" && isOwnWords(text) ? { by: "value", weight: SURE_WEIGHT } : null;
}

/** One word or two: more of them are a message. */
function isOwnWords(text: string): boolean {
  const words = text.split(/[ _-]/, 3);
  return words.length < 3 && words.every((word) => word !== "" && Array.from(word).every(isLetterAlone));
}

function isLetterAlone(character: string): boolean {
  return isLetter(character.codePointAt(0) ?? 0);
}

/** A longer sentence, or one with numbers in it, tells of this one lead. */
function sentenceWeight(role: FieldRole, text: string): Pick<TellingField, "by" | "weight"> | null {
  const isFixed = !/[0-9]/.test(text) && text.split(/\s+/).length <= MOST_WORDS;
  if (!isFixed || (role !== "verdict" && role !== "message")) return null;
  return { by: "value", weight: role === "verdict" ? 60 : 35 };
}

/** What a value says, by what its field is for. A number that stands for "fine" is less sure than a word. */
const VALUE_WEIGHTS: Readonly<
  Record<"taken" | "fine", Readonly<Record<Exclude<FieldRole, "error" | "id" | "kind">, number>>>
> = {
  taken: { flag: 90, verdict: 95, code: 85, message: 70, price: 5, other: 60 },
  fine: { flag: 100, verdict: 75, code: 55, message: 55, price: 25, other: 20 },
};

/** Words of a sentence that is the same every time, at most. */
const MOST_WORDS = 3;

function isPositive(text: string): boolean {
  return /^[0-9]+(?:\.[0-9]+)?$/.test(text) && Number(text) > 0;
}

/** What stands far inside tells of a part; of a list, of any of its items. */
function depthOf(written: string): number {
  return 2 * (written.match(/[./]/g)?.length ?? 0) + (written.includes("[*]") ? 20 : 0);
}
