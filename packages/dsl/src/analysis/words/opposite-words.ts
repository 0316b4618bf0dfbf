import { addToGroup } from "../../incremental/groups.js";
import { isWordCharacter } from "../../text/character-classes.js";

/**
 * Words that systems say yes with (or name a failure by), and texts of opposite sense that they are a part of, the most
 * usual first. All in lower case. This is the one list: a new word is one more line.
 */
const OPPOSITES: readonly (readonly [word: string, ...opposites: readonly string[]])[] = [
  ["acceptable", "unacceptable", "not acceptable"],
  ["accept", "not accept", "unacceptable"],
  ["accepted", "not accepted", "unaccepted", "non-accepted"],
  ["activated", "deactivated", "not activated"],
  ["active", "inactive", "not active"],
  ["added", "not added"],
  ["agree", "disagree", "not agree"],
  ["allowed", "not allowed", "disallowed"],
  ["answered", "unanswered", "not answered"],
  ["approve", "disapprove", "not approve"],
  ["approved", "not approved", "disapproved", "unapproved"],
  ["assigned", "unassigned", "not assigned"],
  ["authenticated", "unauthenticated", "not authenticated"],
  ["authorised", "unauthorised", "not authorised"],
  ["authorized", "unauthorized", "not authorized"],
  ["available", "unavailable", "not available"],
  ["bid", "no bid", "forbidden"],
  ["billable", "non-billable", "not billable", "unbillable"],
  ["bought", "not bought"],
  ["buyer found", "no buyer found"],
  ["buyers found", "no buyers found"],
  ["claimed", "unclaimed"],
  ["compatible", "incompatible", "not compatible"],
  ["complete", "incomplete", "not complete"],
  ["completed", "not completed", "uncompleted"],
  ["confirmed", "unconfirmed", "not confirmed"],
  ["connected", "disconnected", "not connected"],
  ["converted", "not converted"],
  ["correct", "incorrect", "not correct"],
  ["covered", "not covered", "uncovered"],
  ["created", "not created"],
  ["credited", "not credited"],
  ["deliverable", "undeliverable", "not deliverable"],
  ["delivered", "undelivered", "not delivered"],
  ["eligible", "ineligible", "not eligible"],
  ["enabled", "not enabled"],
  ["exist", "does not exist", "doesn't exist"],
  ["filled", "unfilled", "not filled"],
  ["found", "not found"],
  ["fulfilled", "unfulfilled", "not fulfilled"],
  ["identified", "unidentified", "not identified"],
  ["inserted", "not inserted"],
  ["interested", "not interested", "uninterested", "disinterested"],
  ["known", "unknown", "not known"],
  ["legible", "illegible"],
  ["licensed", "unlicensed", "not licensed"],
  ["match", "no match", "mismatch", "not match"],
  ["match found", "no match found"],
  ["matched", "unmatched", "not matched", "mismatched"],
  ["matches", "no matches", "mismatches"],
  ["matches found", "no matches found"],
  ["monetized", "unmonetized", "not monetized"],
  ["ok", "not ok"],
  ["okay", "not okay"],
  ["paid", "unpaid", "not paid"],
  ["pass", "not pass"],
  ["passed", "not passed", "bypassed"],
  ["payable", "not payable"],
  ["permitted", "not permitted"],
  ["placed", "not placed", "unplaced", "misplaced"],
  ["posted", "not posted"],
  ["processed", "not processed", "unprocessed"],
  ["purchased", "not purchased"],
  ["qualified", "unqualified", "disqualified", "not qualified"],
  ["qualifies", "disqualifies"],
  ["qualify", "not qualify", "disqualify"],
  ["reachable", "unreachable", "not reachable"],
  ["ready", "already exists", "not ready"],
  ["received", "not received"],
  ["recognised", "unrecognised", "not recognised"],
  ["recognized", "unrecognized", "not recognized"],
  ["registered", "unregistered", "not registered"],
  ["resolved", "unresolved", "not resolved"],
  ["routed", "unrouted", "not routed"],
  ["saved", "not saved", "unsaved"],
  ["sent", "not sent", "unsent", "consent missing"],
  ["served", "not served", "unserved"],
  ["sold", "unsold", "not sold"],
  ["stored", "not stored"],
  ["submitted", "not submitted"],
  ["subscribed", "unsubscribed", "not subscribed"],
  ["succeeded", "not succeeded"],
  ["success", "unsuccessful", "no success", "not success"],
  ["successful", "unsuccessful", "not successful"],
  ["successfully", "unsuccessfully", "not successfully"],
  ["sufficient", "insufficient", "not sufficient"],
  ["suitable", "unsuitable", "not suitable"],
  ["supported", "unsupported", "not supported"],
  ["trusted", "untrusted", "not trusted"],
  ["unique", "not unique", "non-unique"],
  ["usable", "unusable", "not usable"],
  ["valid", "invalid", "not valid"],
  ["validated", "invalidated", "not validated", "unvalidated"],
  ["verified", "unverified", "not verified"],
  // German, Spanish, Portuguese, French, Italian
  ["angenommen", "nicht angenommen"],
  ["erfolgreich", "nicht erfolgreich"],
  ["gefunden", "nicht gefunden"],
  ["gültig", "ungültig", "nicht gültig"],
  ["verkauft", "unverkauft", "nicht verkauft"],
  ["aceptado", "no aceptado"],
  ["correcto", "incorrecto"],
  ["exitoso", "no exitoso"],
  ["válido", "inválido", "no válido"],
  ["aceito", "não aceito"],
  ["correto", "incorreto"],
  ["accepté", "non accepté"],
  ["trouvé", "non trouvé"],
  ["valide", "invalide", "non valide"],
  ["accettato", "non accettato"],
  ["valido", "non valido"],
];

/** Words that name a failure. Their opposites are rarer, and mostly told by a field of that name. */
const OPPOSITES_OF_FAILURE: readonly (readonly [word: string, ...opposites: readonly string[]])[] = [
  ["error", "no error", "no_error", "without error"],
  ["errors", "no errors", "0 errors", "without errors"],
  ["failure", "no failure"],
  ["failures", "no failures", "0 failures"],
];

export interface Opposites {
  /** Texts of opposite sense that hold the whole keyword; the most usual first. */
  readonly texts: readonly [string, ...string[]];
  /** Whether the keyword names a failure, so that its opposites are good news. */
  readonly ofFailure: boolean;
}

interface OppositeEntry {
  readonly word: string;
  readonly opposites: readonly string[];
  readonly ofFailure: boolean;
}

const entriesByFirstWord = groupByFirstWord();

/**
 * The texts of opposite sense that a keyword is a part of; null where none is known. The keyword is folded: `valid lead`
 * is in `invalid lead`, `"valid"` with its quotes is not in `"invalid"`.
 */
export function oppositesOf(foldedKeyword: string): Opposites | null {
  const body = foldedKeyword.trimStart();
  const lead = foldedKeyword.slice(0, foldedKeyword.length - body.length);
  let longest: OppositeEntry | null = null;
  for (const entry of entriesByFirstWord.get(firstWordOf(body)) ?? []) {
    const longer = longest === null || entry.word.length > longest.word.length;
    if (longer && beginsWithWord(body, entry.word)) longest = entry;
  }
  if (longest === null) return null;
  const { word, opposites, ofFailure } = longest;
  const rest = body.slice(word.length);
  // "match not found" says no already.
  if (NEGATED.test(rest)) return null;
  // "no error" says the opposite of "error"; of "error 603" there is none.
  if (ofFailure && holdsWord(rest)) return null;
  const [first, ...more] = opposites.flatMap((opposite) => oppositeWith(opposite, word, lead, rest) ?? []);
  return first === undefined ? null : { texts: [first, ...more], ofFailure };
}

/** The opposite with the rest of the keyword behind it, if the keyword is a part of that. */
function oppositeWith(opposite: string, word: string, lead: string, rest: string): string | null {
  const at = opposite.indexOf(word);
  const before = opposite.slice(0, at);
  const after = opposite.slice(at + word.length);
  const isItself = before === lead && after === "";
  if (!before.endsWith(lead) || isItself) return null;
  if (after !== "" && rest !== "") return null;
  if (before.endsWith(" ") && holdsWord(rest) && !continuesPhrase(before, rest)) return null;
  return opposite + rest;
}

const NEGATED = /(?:^|[^a-z])(?:not|no|never|cannot|without|nicht|kein|keine|pas|non)(?:[^a-z]|$)/;

/** "not sold to Smith" is a phrase; "not success: 17" and "no matches found: 5" are none that a system would send. */
function continuesPhrase(before: string, rest: string): boolean {
  return rest.startsWith(" ") && !/(?:^| )no $/.test(before);
}

function beginsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !isWordCharacter(text.codePointAt(word.length) ?? -1);
}

function holdsWord(text: string): boolean {
  for (const character of text) {
    if (isWordCharacter(character.codePointAt(0) ?? -1)) return true;
  }
  return false;
}

/** The letters and digits at the text's start. */
function firstWordOf(text: string): string {
  let end = 0;
  for (const character of text) {
    if (!isWordCharacter(character.codePointAt(0) ?? -1)) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function groupByFirstWord(): ReadonlyMap<string, readonly OppositeEntry[]> {
  const groups = new Map<string, OppositeEntry[]>();
  const add = (lists: typeof OPPOSITES, ofFailure: boolean) => {
    for (const [word, ...opposites] of lists) {
      const first = firstWordOf(word);
      addToGroup(groups, first, { word, opposites, ofFailure });
    }
  };
  add(OPPOSITES, false);
  add(OPPOSITES_OF_FAILURE, true);
  return groups;
}
