import { foldText } from "../../text/case-folding.js";

/**
 * What a value says of a lead: that it was taken (`accepted`), only that all went well so far (`ok`, `received`), or that it
 * was not taken (`rejected`).
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

/** What the first word says that says anything, in a short text of several: `Lead accepted`, `SUCCESS: added`. */
export function senseOfSentence(text: string): VerdictSense | null {
  if (text.length > LONGEST_SENTENCE) return null;
  const found = new Set(
    foldText(text)
      .split(/[^\p{L}]+/u)
      .flatMap((word) => (word.length > 3 ? (senses.get(word) ?? []) : [])),
  );
  // A sentence with a word of refusal is no good news, whatever else it says.
  if (found.has("refused") || NEGATION.test(foldText(text))) return "refused";
  if (found.has("taken")) return "taken";
  return found.has("fine") ? "fine" : null;
}

/** Characters of a sentence at most; a longer text tells of many things. */
const LONGEST_SENTENCE = 120;

const NEGATION =
  /(?:^|[^a-z])(?:not|no|never|cannot|without|unable|nicht|kein|keine|nein|no se|não|pas|non|niet|geen)(?:[^a-z]|$)/;

function plainValue(value: string): string {
  return foldText(value)
    .replace(/[_-]+/g, " ")
    .replace(/^[\s.!:;'"]+|[\s.!:;'"]+$/g, "");
}

/** What a system writes where it says no instead of the value; in the value's own case. */
export function denialOf(value: string): string {
  const plain = plainValue(value);
  const denial = DENIALS.get(plain) ?? (/^[0-9]+$/.test(plain) ? "0" : "rejected");
  if (value === value.toUpperCase() && /\p{L}{2}/u.test(value)) return denial.toUpperCase();
  const first = value.charAt(0);
  return first !== first.toLowerCase() ? denial.charAt(0).toUpperCase() + denial.slice(1) : denial;
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
