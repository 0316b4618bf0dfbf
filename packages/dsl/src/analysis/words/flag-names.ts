import { withoutEnds } from "../../text/trimmed.js";

/** A field that systems say yes or no in: how it says no, and how yes, where that is always the same. */
export interface Flag {
  readonly name: string;
  /** As a member of a JSON object: the keyword is in it, though it says no. */
  readonly saysNo: string;
  /** The value that says yes; null where systems differ. */
  readonly yes: string | null;
}

/**
 * The names that systems give to flags, in lower case. This is the one list, and a short one: a name that is also what a
 * system says in a text (`duplicate`, `rejected`) would warn in every file.
 */
const FLAGS_SAYING_YES = [
  "accepted",
  "approved",
  "is_success",
  "is_test",
  "is_valid",
  "isaccepted",
  "issuccess",
  "issuccessful",
  "istest",
  "isvalid",
  "isvalidpost",
  "matched",
  "ok",
  "qualified",
  "sold",
  "success",
  "successful",
  "test",
  "valid",
  "verified",
];

const FLAGS_SAYING_ERROR = [
  { name: "error", saysNo: "null" },
  { name: "errors", saysNo: "[]" },
  { name: "has_error", saysNo: "false" },
  { name: "has_errors", saysNo: "false" },
  { name: "haserror", saysNo: "false" },
  { name: "haserrors", saysNo: "false" },
];

const flags: ReadonlyMap<string, Flag> = new Map([
  ...FLAGS_SAYING_YES.map((name): [string, Flag] => [name, { name, saysNo: "false", yes: "true" }]),
  ...FLAGS_SAYING_ERROR.map(({ name, saysNo }): [string, Flag] => [name, { name, saysNo, yes: null }]),
]);

/** The flag that a folded keyword names, quotes and a colon around it left aside; null where it names none. */
export function flagNamed(foldedKeyword: string): Flag | null {
  return flags.get(bareName(foldedKeyword)) ?? null;
}

/** A name without the quotes, colon and white space that a JSON body has around it. */
export function bareName(text: string): string {
  return withoutEnds(text, "\"' \t", "\"': \t");
}
