import { SPECIAL_WORDS, type SpecialWord, type TextMatchWord } from "../vocabulary.js";
import { COMPARING_WORDS } from "./spoken-comparisons.js";

/*
 * The everyday words that people write where the language has its own, or none. Data only: each list is named for what
 * its words are taken for, and the explanations of a place say what follows from that. Signs such as `==` are in
 * `operators.ts`.
 */

/** Words of one kind, in small letters where the text's letter case does not count. */
type Words = ReadonlySet<string>;

function words(list: string): Words {
  return new Set(list.split(" "));
}

/** What people write for the words of the language: other tools' terms and everyday words. */
export const SYNONYMS: ReadonlyMap<string, SpecialWord> = new Map([
  ...COMPARING_WORDS,
  ...synonymsIn({
    exact: "is matches match like regex regexp",
    status: "code http",
    json: "jsonpath",
    xml: "xpath",
    form: "urlencoded querystring param parameter",
    between: "after behind following",
    end: "eof finish",
    otherwise: "else default any always",
    success: "accept accepted ok sold bought purchased won approved matched",
    reject:
      "rejected rejects rejection refuse refused refusal deny denied decline declined unsold unmatched lost",
    // What failed was not judged, and so it is with what waits to be.
    error: "errors err fail fails failure failed pending queued waiting delayed timeout throttled retry",
    unmapped: "none unknown",
    include: "import",
    capture: "extract",
    example: "test",
  }),
]);

function synonymsIn(
  lists: Readonly<Partial<Record<SpecialWord, string>>>,
): readonly (readonly [written: string, meant: SpecialWord])[] {
  return SPECIAL_WORDS.flatMap((meant) =>
    (lists[meant]?.split(" ") ?? []).map((written) => [written, meant] as const),
  );
}

const ALL_OTHERS = words(
  "else default fallback any anything everything all always rest other others catchall catch-all",
);

/** Whether the word means all responses that no rule above has taken, as `otherwise` does. */
export function isAllOthers(word: string): boolean {
  return ALL_OTHERS.has(word.toLowerCase());
}

/* Around a test. */

/** Before a test; the test is complete without them. */
const BEFORE_TEST = "if when where the a that with body for on its";

export const NEEDLESS_BEFORE_TEST = words(`${BEFORE_TEST} response`);

/** No field is named like these where a test should begin. */
export const NO_FIELD_NAMES = words(`${BEFORE_TEST} has find does do did must should`);

/** Between the word that says how to match and the text. */
const BEFORE_TEXT = "of is equals contains the text value any one either";

export const NEEDLESS_BEFORE_TEXT = words(BEFORE_TEXT);

/** Before a text, and hardly of it. */
export const NEAR_TEXTS = words(`${BEFORE_TEXT} are a name called named`);

/** What the words before a text say of how it is matched. */
export const WAYS_TO_MATCH: ReadonlyMap<string, TextMatchWord> = new Map([
  ["equals", "exact"],
  ["contains", "keyword"],
]);

/** Between `status` and the status. */
export const NEEDLESS_BEFORE_STATUS = words("code is in of");

/** Before a test that is not to hold: `not`, whatever follows. */
export const SURELY_NOT = words("unless except without excluding");

/** The same before a word that begins a test; elsewhere it may be a label. */
export const NOT_BEFORE_TEST = words("no never neither nor");

/** What a field is compared with and hardly anything else: `json "$.sold" true`. */
export const VALUES_OF_FLAGS = words("true false yes no");

/** Between two tests: `and`. */
export const JOINTS_OF_TESTS = words("with but plus also while then");

/** A regular expression follows. */
export const REGULAR_EXPRESSION = words("regex regexp pattern ~");

/** A regular expression follows, if what follows looks like one. */
export const MATCHING = words("matches match matching like");

/** Letter case does not count: it never does. */
export const IGNORING_CASE = /^(?:case[- ]?insensitive|ignor(?:e|ing)[- ]?case|nocase)$/i;

/** Parts of a split body that have a name: the first, and from the end. */
export const NAMED_PARTS: ReadonlyMap<string, string> = new Map([
  ["first", "1"],
  ["last", "-1"],
]);

/** Between two statuses of a range: `..`. */
export const RANGE_WORDS = words("to through until");

/** Before a status, in small letters: `status`. */
export const STATUS_NAMES = new Set([
  "code",
  "http",
  "http code",
  "http status",
  "http status code",
  "response code",
  "response status",
  "statuscode",
  "status_code",
  "http_code",
  "httpcode",
]);

/** Words of a name of the status, at most. */
export const MOST_WORDS_OF_STATUS_NAME = 3;

/** Parts of a response that a mapping does not see: it reads the status and the body. */
export const OF_HEADERS = words("header headers http-header cookie cookies");

/** Between two fields, or a field and a text, that are to be put together. */
export const JOINTS_OF_FIELDS = words("+ & , . and || | ++ ~");

/* At a statement's beginning. */

/** Before a rule. */
export const BEFORE_RULE = words("rule if when");

/** Between a test and the outcome behind it: `status 200 then success`. */
export const JOINTS_OF_OUTCOME = words("then is means -");

/* Around a label. */

/** Before a label, and nothing else: `as`. */
export const SURELY_AS = words("is called labelled label named");

/** Before a label, or before something that the language has no place for: `as`. */
export const PERHAPS_AS = words("because reason name for means");

/** Between `as` and a label in quotes. */
export const NEEDLESS_BEHIND_AS = words("because reason label name called");

/** Words with one of these among them may say more than a label: another part of the statement, a reason, a condition. */
export const NOT_OF_LABELS = words(
  "between from otherwise as is with because if when unless where else then",
);

/** At the end of a label one of these was to join it to something. */
export const JOINTS_AT_END = /^(?:and|or|not|the|an?|of|to)\s|\s(?:and|or|not|the|an?|of|to)$/i;

/* Between two fields. */

/** Between a field and one that is read in what it picks: nothing. */
export const BETWEEN_OUTER_AND_INNER = words(". / | : then");

/** Between a field and the one that it is read in, which comes first. */
export const INNER_BEFORE_OUTER = words("of in from inside within");

/* In a capture. */

/** Between the capture's name and the field: `from`. */
export const INSTEAD_OF_FROM = words("as is in at of by via");

/** Before the outcomes of a capture: `for`. */
export const INSTEAD_OF_FOR = words("if when on only where with in at by");

/** After a capture's field: what other languages make of a text. */
export const CONVERSIONS = words(
  "number num int integer float decimal money amount string text boolean without trim trimmed upper lower",
);

/** Between two outcomes of a capture: a comma. */
export const JOINTS_OF_OUTCOMES = words("and or for & | ; + /");

/** Between two markers: `and`. */
export const INSTEAD_OF_AND = words("to until till through");

/** Texts at which a part of the body ends and that nobody sees, by name. */
export const NAMED_MARKERS: ReadonlyMap<string, string> = new Map([
  ["newline", '"\\n"'],
  ["linebreak", '"\\n"'],
  ["line", '"\\n"'],
  ["eol", '"\\n"'],
  ["tab", '"\\t"'],
  ["space", '" "'],
  ["blank", '" "'],
]);

/* In an example. */

/** Before the status of an example, with signs between them. */
export const NAMES_OF_STATUS = words("status code http : = statuscode");

/** The same before the body. */
export const NAMES_OF_BODY = words("body response content text");

/** Beside its name. */
export const SIGNS_OF_BODY = words(": = , with and");

/** Between the body and the verdict: `should be a success`. */
export const INSTEAD_OF_IS = words(
  "as gives must should will be is a an the to expect expects expected means returns counts",
);

/** Between `is` and the verdict. */
export const NEEDLESS_BEFORE_VERDICT = words("a an the be");

/** The names of the statuses that people meet, in small letters (RFC 9110, RFC 6585). */
export const REASON_PHRASES: Words = new Set([
  "ok",
  "created",
  "accepted",
  "no content",
  "moved permanently",
  "found",
  "see other",
  "not modified",
  "temporary redirect",
  "permanent redirect",
  "bad request",
  "unauthorized",
  "payment required",
  "forbidden",
  "not found",
  "method not allowed",
  "not acceptable",
  "request timeout",
  "conflict",
  "gone",
  "length required",
  "precondition failed",
  "payload too large",
  "content too large",
  "unsupported media type",
  "unprocessable entity",
  "unprocessable content",
  "too many requests",
  "internal server error",
  "not implemented",
  "bad gateway",
  "service unavailable",
  "gateway timeout",
]);

/** Words of a status's name, at most. */
export const MOST_WORDS_OF_PHRASE = 3;
