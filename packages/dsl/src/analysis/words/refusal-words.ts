import { foldText } from "../../text/case-folding.js";
import { GOOD_NEWS_WORDS } from "./good-news.js";
import { type SentenceWord, wordsOf } from "./sentence-words.js";

/**
 * Words with which systems say that a lead was refused, or that something failed, in lower case. This is the one list; a word
 * that also stands in good news (`error free`, `expired`, `returned`) needs the words around it, or stays out.
 */
const REFUSALS: ReadonlySet<string> = new Set([
  "blacklisted",
  "declined",
  "denied",
  "disqualified",
  "dupe",
  "duplicate",
  "duplicated",
  "duplicates",
  "error",
  "errors",
  "failed",
  "failure",
  "invalid",
  "nomatch",
  "refused",
  "rejected",
  "rejection",
  "suppressed",
  "unauthorised",
  "unauthorized",
  "unmatched",
  "unqualified",
  "unsold",
  "unsuccessful",
  // German
  "abgelehnt",
  "abgewiesen",
  "dublette",
  "duplikat",
  "fehler",
  "fehlgeschlagen",
  "ungültig",
  // Spanish
  "denegado",
  "denegada",
  "duplicada",
  "duplicado",
  "fallido",
  "inválida",
  "inválido",
  "rechazada",
  "rechazado",
  // Portuguese
  "falha",
  "negado",
  "recusada",
  "recusado",
  "rejeitada",
  "rejeitado",
  // French
  "doublon",
  "échec",
  "échoué",
  "erreur",
  "invalide",
  "refusé",
  "refusée",
  "rejeté",
  "rejetée",
  // Italian
  "duplicato",
  "errore",
  "fallito",
  "respinto",
  "rifiutata",
  "rifiutato",
  // Dutch
  "afgewezen",
  "geweigerd",
  "mislukt",
  "ongeldig",
  // Polish, Czech
  "błąd",
  "nieprawidłowy",
  "odrzucono",
  "odrzucony",
  "chyba",
  "duplicitní",
  "zamítnuto",
  // Scandinavian
  "afvist",
  "avvisad",
  "avvist",
  "fejl",
  "ogiltig",
  "ugyldig",
  // Turkish
  "geçersiz",
  "hata",
  "reddedildi",
  // Russian
  "дубликат",
  "неверный",
  "отклонен",
  "отклонено",
  "отклонён",
  "ошибка",
]);

/** Words that refuse only where they are all that a field says. */
const REFUSALS_ALONE: ReadonlySet<string> = new Set([
  "decline",
  "dup",
  "fail",
  "nack",
  "reject",
  "unaccepted",
]);

/** Good words that refuse if one of the negations stands directly before them: `not accepted`, `no match`. */
const GOOD_WORDS: ReadonlySet<string> = new Set([
  "accept",
  "accepted",
  "approved",
  "buyer",
  "buyers",
  "delivered",
  "demand",
  "eligible",
  "interested",
  "match",
  "matched",
  "purchased",
  "qualified",
  "sold",
  "successful",
  "valid",
]);

/** Words that say that all went well: a sentence that has one of them mentions a refusal only in passing. */
const GOOD_NEWS: ReadonlySet<string> = new Set<string>([
  ...GOOD_NEWS_WORDS,
  "angenommen",
  "aceptado",
  "accepté",
  "erfolgreich",
]);

/** Words that take back what stands up to three words behind them, or make it a case among others. */
const NEGATIONS: ReadonlySet<string> = new Set([
  "0",
  "avoid",
  "cannot",
  "could",
  "if",
  "may",
  "might",
  "neither",
  "never",
  "no",
  "non",
  "none",
  "nor",
  "not",
  "prevent",
  "unless",
  "until",
  "without",
  "zero",
  "falls",
  "kein",
  "keine",
  "nicht",
  "ohne",
  "wenn",
  "ningún",
  "ninguna",
  "sin",
  "si",
  "nenhum",
  "não",
  "sem",
  "aucun",
  "aucune",
  "pas",
  "sans",
  "nessun",
  "senza",
  "geen",
  "niet",
  "zonder",
  "bez",
  "brak",
  "nie",
]);

/** Of these, the ones that turn a good word directly behind them into a refusal. */
const REFUSING_NEGATIONS: ReadonlySet<string> = new Set([
  "no",
  "not",
  "non",
  "nicht",
  "kein",
  "pas",
  "niet",
  "geen",
  "nie",
]);

/** Words looked back at for one that takes the refusal back. */
const NEGATION_REACH = 3;

/** What may stand behind a refusal, and says that there was none: `duplicates: 0`, `errors = none`. */
const COUNTED_NONE = /^s?["')\]]*\s*[:=]\s*["'([]*(?:0|no|none|false|null|nil|n\/a|keine?)(?![a-z\d.])/;

/** A word of refusal and where it stands in the text. */
export interface Refusal {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters of a text that is looked at, at most: a longer one tells of many things. */
const LONGEST_SENTENCE = 100;

/** The first refusal in a short text, of a word or a few sentences, unless it is taken back or there is good news as well. */
export function refusalIn(text: string): Refusal | null {
  if (text.length > LONGEST_SENTENCE) return null;
  const words = wordsOf(foldText(text));
  const [only] = words;
  if (words.length === 1 && only !== undefined && REFUSALS_ALONE.has(only.word))
    return refusalAt(text, only, only);
  const negated = words.findIndex((_, index) => isNegatedGoodWord(words, index));
  const at = words.findIndex(
    ({ word, end }, index) =>
      REFUSALS.has(word) && !isTakenBack(words, index) && !COUNTED_NONE.test(foldText(text.slice(end))),
  );
  const first = [negated, at].filter((index) => index >= 0).sort((a, b) => a - b)[0];
  const last = first === undefined ? undefined : words[first];
  if (first === undefined || last === undefined) return null;
  const isGoodNews = words.some(({ word }, index) => GOOD_NEWS.has(word) && !isNegatedGoodWord(words, index));
  if (isGoodNews) return null;
  return refusalAt(text, first === negated ? (words[first - 1] ?? last) : last, last);
}

function refusalAt(text: string, first: SentenceWord, last: SentenceWord): Refusal {
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end };
}

function isNegatedGoodWord(words: readonly SentenceWord[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (before === undefined || word === undefined || before.clause !== word.clause) return false;
  return GOOD_WORDS.has(word.word) && REFUSING_NEGATIONS.has(before.word);
}

function isTakenBack(words: readonly SentenceWord[], index: number): boolean {
  const own = words[index]?.clause;
  return words
    .slice(Math.max(0, index - NEGATION_REACH), index)
    .some(({ word, clause }) => clause === own && NEGATIONS.has(word));
}
