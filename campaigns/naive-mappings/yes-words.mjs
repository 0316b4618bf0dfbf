/* Words that say yes, as a person looks for them in an answer; the person reads one of five languages. */

const YES_WORDS = [
  "success successful successfully succeeded accepted approved valid sold matched created inserted stored added",
  "sent queued received delivered purchased subscribed completed paid done ok okay yes true thanks thank",
  "erfolgreich erfolg angenommen akzeptiert gültig gesendet eingetragen danke dank fertig ja",
  "aceptado aceptada éxito exitoso exitosa correcto enviado enviada recibido gracias sí",
  "accepté acceptée succès réussi valide envoyé envoyée reçu merci oui",
  "aceito aceita sucesso recebido obrigado sim",
]
  .join(" ")
  .split(" ");

const YES = wholeWord(YES_WORDS);
/** Nobody takes a number for the word that says yes where there is another one. */
const YES_NUMBER = wholeWord(["1"]);

/**
 * The first word of a text that says yes; null where none does.
 *
 * @param {string} text
 */
export function yesWordIn(text) {
  return (YES.exec(text) ?? YES_NUMBER.exec(text))?.[0] ?? null;
}

/** @param {readonly string[]} words */
function wholeWord(words) {
  return new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${words.join("|")})(?![\\p{L}\\p{N}_]|\\.\\d)`, "iu");
}
