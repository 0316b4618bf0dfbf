/**
 * The language on one screen, for whoever reads that a text is not in it: at most 24 lines of 100 columns. The statements
 * at the top can be read as they stand.
 */
export const CHEAT_SHEET: readonly string[] = [
  "syntax (error): the text is not in the language. All of the language on one screen:",
  "",
  'system "Acme Insurance"                      # whose responses these are; # begins a comment',
  'include "shared.responses"                   # the rules and captures of another file',
  'success status 2xx and json "$.sold" exact "true"',
  'reject keyword "dup", "already" as Duplicate     # any of several texts; the label comes last',
  'reject not xml "//why" empty as xml "//why" or "No reason"           # a label from a field',
  'error otherwise as "Anything else"               # all that no rule above has taken',
  'capture price from json "$.price" for success',
  'example 200 \'{"sold":true,"price":5}\' is success with price "5"',
  "",
  "RULES    the first that holds decides: success, reject (refused), error (not judged); else unmapped",
  'TESTS    status 200, 4xx, 500..503     keyword "anywhere"    word "whole word"    exact "all of it"',
  '         in exact, * stands for anything: "ok*" starts with ok, "*ok" ends with it',
  "         on a field also: above 5, below 0.5, empty (not there, or nothing in it)",
  "         not before a test; and between tests; instead of or, a comma between values or another rule",
  'FIELDS   before the test: json "$.a[0].b"   xml "//a/@b"   form "name"   split "|" part 2',
  '         between "id=" and "&", end     between "(" and last ")"',
  '         side by side: json "$.data" xml "//ok" reads XML inside of JSON',
  'TEXTS    in "…" or \'…\', with \\" \\\' \\\\ \\n \\t \\*; as they are, over several lines, in """ … """',
  "LABELS   one word, or a text in quotes, on the line of its as",
  "",
  "responses help language prints the whole reference; responses check --fix fixes what is certain.",
];
