import { plainName } from "./plain-name.js";

/**
 * How the names of fields end in which systems say how it went, in a word or a sentence, as `plainName` gives them. This is
 * the one list.
 */
const ANSWER_ENDS = [
  "ack",
  "answer",
  "comment",
  "comments",
  "decision",
  "desc",
  "description",
  "detail",
  "details",
  "disposition",
  "info",
  "markedas",
  "message",
  "messages",
  "msg",
  "note",
  "notes",
  "outcome",
  "reason",
  "reasons",
  "reply",
  "response",
  "responsetext",
  "responsetype",
  "result",
  "results",
  "state",
  "status",
  "statustext",
  "text",
  "verdict",
  // German, Spanish, Portuguese, French, Italian
  "antwort",
  "ergebnis",
  "grund",
  "meldung",
  "nachricht",
  "estado",
  "mensaje",
  "motivo",
  "resultado",
  "mensagem",
  "resultat",
  "statut",
  "esito",
  "messaggio",
  "stato",
];

/** Whether systems say in a field of that name how it went. */
export function tellsHowItWent(name: string): boolean {
  const plain = plainName(name);
  return ANSWER_ENDS.some((end) => plain.endsWith(end));
}
