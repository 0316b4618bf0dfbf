import { foldText } from "../../text/case-folding.js";
import { withoutEnds } from "../../text/trimmed.js";
import { GOOD_NEWS_WORDS } from "./good-news.js";
import { plainName } from "./plain-name.js";

/**
 * Names of fields that systems fill only if something went wrong, as `plainName` gives them. This is the one list. `reason`
 * and `message` are not among them: they are filled for good news, too.
 */
const ERROR_NAMES: ReadonlySet<string> = new Set([
  "err",
  "errcode",
  "errdesc",
  "errmessage",
  "errmsg",
  "errno",
  "errnum",
  "errorcode",
  "errorcodes",
  "errordesc",
  "errordescription",
  "errordetail",
  "errordetails",
  "errorinfo",
  "errorlist",
  "errormessage",
  "errormessages",
  "errormsg",
  "errorno",
  "errornumber",
  "errorreason",
  "errortext",
  "errortype",
  "exceptionmessage",
  "faultcode",
  "faultreason",
  "faultstring",
  "declinereason",
  "declinedreason",
  "denialreason",
  "deniedreason",
  "failreason",
  "failurereason",
  "failuremessage",
  "refusalreason",
  "rejectcode",
  "rejectmessage",
  "rejectreason",
  "rejectreasons",
  "rejectedreason",
  "rejectioncode",
  "rejectionreason",
  "rejectionreasons",
  // German, Spanish, Portuguese, French, Italian, Dutch
  "fehler",
  "fehlermeldung",
  "ablehnungsgrund",
  "errores",
  "motivorechazo",
  "erro",
  "erros",
  "motivorejeicao",
  "erreur",
  "erreurs",
  "motifrejet",
  "errore",
  "errori",
  "fout",
  "foutmelding",
]);

/** Names may end so, as a word of their own: `validation_errors`, `apiError`, `API_ERROR`. `terror` is none. */
const ERROR_END = /(?:^|[_\-.\s]|[a-z0-9](?=[EF]))(?:[Ee]rrors?|ERRORS?|[Ff]ault|[Ee]xception)$/;

/** What stands before it where names have no capitals: `haserrors`. */
const JOINED_ERROR =
  /^(?:api|error|field|form|has|is|internal|last|lead|post|request|server|system|validation)?(?:errors?|fault|exception)$/;

/** `no_error: true` says that all is well. */
const GOOD_BEGINNINGS = ["no", "without"];

/** Whether a field of that name is filled only if something went wrong. */
export function isErrorName(name: string): boolean {
  const plain = plainName(name);
  if (GOOD_BEGINNINGS.some((beginning) => plain.startsWith(beginning))) return false;
  return ERROR_NAMES.has(plain) || JOINED_ERROR.test(plain) || ERROR_END.test(name);
}

/** What systems write into such a field when nothing went wrong. */
const NOTHING_WRONG: ReadonlySet<string> = new Set([
  ...GOOD_NEWS_WORDS,
  "",
  "0",
  "00",
  "000",
  "0000",
  "200",
  "201",
  "-",
  "--",
  "[]",
  "{}",
  "false",
  "f",
  "n",
  "n/a",
  "na",
  "nil",
  "no",
  "none",
  "null",
  "undefined",
  "completed",
  "okay",
  "keine",
  "nein",
  "ninguno",
  "nenhum",
  "aucune",
  "aucun",
  "nessuno",
  "geen",
  "brak",
]);

/** Words with which a sentence begins that says that nothing went wrong: `No errors found`. */
const NOTHING_WRONG_BEGINNING =
  /^(?:no|none|not an|0|zero|without|kein|keine|sin|sem|sans|nessun|geen|brak) /;

/** Whether the text of such a field says that nothing went wrong. */
export function saysNothingWrong(text: string): boolean {
  const plain = withoutEnds(foldText(text).trim(), "", ".!").replace(/[_\s]+/g, " ");
  return NOTHING_WRONG.has(plain) || NOTHING_WRONG_BEGINNING.test(plain) || /^0\.0+$/.test(plain);
}
