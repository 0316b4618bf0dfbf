import { foldText } from "../../text/case-folding.js";
import { isLetter } from "../../text/character-classes.js";
import { withoutEnds } from "../../text/trimmed.js";
import { wordsOf } from "./sentence-words.js";

/**
 * What a value says of a lead: that it was taken (`accepted`), only that all went well so far (`ok`, `received`), or that it
 * was not taken (`rejected`). These are whole values, of which fixes choose; what says no inside a sentence of a success, which
 * is a finding, is in `refusal-words.ts`.
 */
export type VerdictSense = "taken" | "fine" | "refused";

/** Values by which systems say that a lead was taken. In lower case; this is the one list, and a new word is one more. */
const TAKEN = [
  "accept",
  "accepted",
  "added",
  "approved",
  "authorised",
  "authorized",
  "booked",
  "bought",
  "captured",
  "complete",
  "completed",
  "confirmed",
  "converted",
  "created",
  "delivered",
  "enrolled",
  "fulfilled",
  "imported",
  "inserted",
  "match",
  "matched",
  "pass",
  "passed",
  "posted",
  "purchased",
  "qualified",
  "registered",
  "saved",
  "scheduled",
  "sent",
  "sold",
  "stored",
  "submitted",
  "subscribed",
  "succeeded",
  "success",
  "successful",
  "successfully",
  "updated",
  "valid",
  "validated",
  "verified",
  "won",
  // German, Spanish, Portuguese, French, Italian, Dutch, Polish
  "akzeptiert",
  "angenommen",
  "erfolg",
  "erfolgreich",
  "gültig",
  "verkauft",
  "aceptado",
  "aceptada",
  "creado",
  "correcto",
  "exito",
  "éxito",
  "exitoso",
  "vendido",
  "válido",
  "aceito",
  "criado",
  "sucesso",
  "accepté",
  "acceptée",
  "créé",
  "succès",
  "valide",
  "vendu",
  "accettato",
  "successo",
  "valido",
  "venduto",
  "geaccepteerd",
  "gelukt",
  "verkocht",
  "przyjęty",
  "sukces",
] as const;

/** Values by which systems say that a request arrived, or that there was no fault; the lead can still be refused. */
const FINE = [
  "0",
  "1",
  "100",
  "200",
  "201",
  "active",
  "done",
  "in progress",
  "ok",
  "okay",
  "open",
  "pending",
  "processed",
  "processing",
  "queued",
  "received",
  "s",
  "si",
  "sí",
  "sim",
  "ja",
  "oui",
  "t",
  "true",
  "y",
  "yes",
] as const;

/** Values by which systems say that a lead was not taken. */
const REFUSED = [
  "bad",
  "blocked",
  "cancelled",
  "declined",
  "decline",
  "denied",
  "disqualified",
  "duplicate",
  "duplicated",
  "error",
  "expired",
  "f",
  "fail",
  "failed",
  "failure",
  "false",
  "fault",
  "invalid",
  "n",
  "nack",
  "no",
  "no match",
  "notauthed",
  "refused",
  "reject",
  "rejected",
  "rejection",
  "returned",
  "skipped",
  "unaccepted",
  "unauthorized",
  "unmatched",
  "unqualified",
  "unsold",
  "unsubscribed",
  "unsuccessful",
  // German, Spanish, Portuguese, French, Italian, Dutch
  "abgelehnt",
  "doppelt",
  "fehler",
  "ungültig",
  "duplicado",
  "inválido",
  "rechazado",
  "recusado",
  "rejeitado",
  "doublon",
  "invalide",
  "refusé",
  "rejeté",
  "duplicato",
  "rifiutato",
  "afgewezen",
  "geweigerd",
] as const;

const senses: ReadonlyMap<string, VerdictSense> = new Map([
  ...TAKEN.map((word): [string, VerdictSense] => [word, "taken"]),
  ...FINE.map((word): [string, VerdictSense] => [word, "fine"]),
  ...REFUSED.map((word): [string, VerdictSense] => [word, "refused"]),
]);

/** What a whole value says, its case, underscores and punctuation around it left aside; null for any other text. */
export function senseOfValue(value: string): VerdictSense | null {
  return senses.get(plainValue(value)) ?? null;
}

/**
 * What a short text of several words says by those that say something: `Lead accepted`, `SUCCESS: added`. One that refuses, or
 * a negation, counts for more than one that says that the lead was taken, and that for more than one that says that all went
 * well.
 */
export function senseOfSentence(text: string): VerdictSense | null {
  if (text.length > LONGEST_SENTENCE) return null;
  const folded = foldText(text);
  const found = new Set(
    wordsOf(folded).flatMap(({ word }) => (word.length >= SHORTEST_WORD ? (senses.get(word) ?? []) : [])),
  );
  if (found.has("refused") || NEGATION.test(folded)) return "refused";
  if (found.has("taken")) return "taken";
  return found.has("fine") ? "fine" : null;
}

/** Characters of a sentence at most; a longer text tells of many things. */
const LONGEST_SENTENCE = 120;

/** Shorter words (`no`, `ok`, `add`) say something by themselves, and in a sentence something else or nothing. */
const SHORTEST_WORD = 4;

const NEGATION =
  /(?:^|[^a-z])(?:not|no|never|cannot|without|unable|nicht|kein|keine|nein|no se|não|pas|non|niet|geen)(?:[^a-z]|$)/;

function plainValue(value: string): string {
  return withoutEnds(foldText(value).replace(/[_-]+/g, " "), AROUND_VALUES, AROUND_VALUES);
}

const AROUND_VALUES = " \t\r\n.!:;'\"";

/** What a system writes where it says no instead of the value; in the value's own case. */
export function denialOf(value: string): string {
  const plain = plainValue(value);
  return inCaseOf(value, DENIALS.get(plain) ?? (/^[0-9]+$/.test(plain) ? "0" : "rejected"));
}

/** A word in capitals, or with one in front, as another value is written. */
export function inCaseOf(value: string, word: string): string {
  const letters = Array.from(value).filter((character) => isLetter(character.codePointAt(0) ?? 0));
  if (letters.length > 1 && letters.every(isCapital)) return word.toUpperCase();
  return isCapital(value.charAt(0)) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function isCapital(letter: string): boolean {
  return foldText(letter) !== letter;
}

const DENIALS: ReadonlyMap<string, string> = new Map([
  ["0", "1"],
  ["accepted", "rejected"],
  ["approved", "declined"],
  ["created", "skipped"],
  ["match", "no match"],
  ["matched", "unmatched"],
  ["ok", "error"],
  ["okay", "error"],
  ["pass", "fail"],
  ["passed", "failed"],
  ["qualified", "disqualified"],
  ["s", "n"],
  ["sold", "unsold"],
  ["subscribed", "unsubscribed"],
  ["success", "failed"],
  ["successful", "failed"],
  ["successfully", "failed"],
  ["t", "f"],
  ["true", "false"],
  ["valid", "invalid"],
  ["y", "n"],
  ["yes", "no"],
]);
