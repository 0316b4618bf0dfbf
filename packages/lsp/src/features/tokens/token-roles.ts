import {
  isFieldWord,
  isOutcome,
  isSpecialWord,
  isStatementWord,
  isVerdictWord,
  type SpecialWord,
  type StatementKind,
  statementKindOf,
  type Token,
  VOCABULARY,
  type WordRecord,
  wordsAt,
  wordsInside,
} from "@responses/dsl/editor";

/*
 * What each token of a statement is, told from the tokens alone, so that it can also be told while the statement is broken.
 * In a statement that can be read it is what the tree says.
 */

export type TokenRole =
  /** The word that begins a statement. */
  | "statement-word"
  /** A word before a label. */
  | "label-word"
  /** Any other word that joins parts of a statement. */
  | "connective"
  /** A word that says how to match, or that anything matches. */
  | "match-word"
  /** A word that names a part of the body. */
  | "field-word"
  /** The verdict of an example. */
  | "verdict-word"
  | "label"
  | "capture"
  | "example-name"
  | "system-name"
  | "include-path"
  /** The path of a field. */
  | "path"
  /** A text in which a bare asterisk stands for anything. */
  | "pattern"
  | "body"
  | "text"
  | "number"
  | "mark"
  /** What stands where the grammar knows nothing of it. */
  | "unknown";

/** The roles of a statement's tokens, one for each. Never throws. */
export function rolesOf(tokens: readonly Token[]): readonly TokenRole[] {
  const word = tokens[0]?.image ?? "";
  if (!isStatementWord(word)) return tokens.map((token) => roleByForm(token) ?? "unknown");
  const kind = statementKindOf(word);
  switch (kind) {
    case "system":
      return rolesOfOneText(tokens, "system-name");
    case "include":
      return rolesOfOneText(tokens, "include-path");
    case "rule":
      return new TestReader(tokens, kind).read(1, ["statement-word"]);
    case "capture":
      return rolesOfCapture(tokens);
    case "example":
      return rolesOfExample(tokens);
  }
}

function isText(token: Token | undefined): boolean {
  return token?.pieces !== undefined;
}

/** The token types that are no words, by their names. */
const OTHER_TYPES: ReadonlySet<string> = new Set([
  "StringText",
  "BlockText",
  "Decimal",
  "Comma",
  "DotDot",
  "Stray",
]);

/** The token types that can be numbers, statuses or parts. */
const NUMBER_TYPES: ReadonlySet<string> = new Set([
  "Integer",
  "NegativeInteger",
  "ExponentWord",
  "Decimal",
  "StatusClass",
]);

function isBareWord(token: Token | undefined): boolean {
  return token !== undefined && !OTHER_TYPES.has(token.tokenType.name);
}

/** What can be a label or a name. */
function isName(token: Token | undefined): boolean {
  return isText(token) || isBareWord(token);
}

function isInteger(token: Token | undefined): boolean {
  return token?.tokenType.name === "Integer";
}

function isOnLineOf(token: Token | undefined, other: Token): boolean {
  return token?.startLine === other.startLine;
}

/** What a token is, whatever stands around it; null for a word. */
function roleByForm(token: Token): TokenRole | null {
  if (isText(token)) return "text";
  if (token.image === "," || token.image === "..") return "mark";
  return NUMBER_TYPES.has(token.tokenType.name) ? "number" : null;
}

function rolesOfOneText(tokens: readonly Token[], role: TokenRole): readonly TokenRole[] {
  return tokens.map((token, index) => {
    if (index === 0) return "statement-word";
    return index === 1 && isText(token) ? role : (roleByForm(token) ?? "unknown");
  });
}

/** What a word of the language is in a place where it means something. */
function roleOfWord(word: SpecialWord): TokenRole {
  const record: WordRecord = VOCABULARY[word];
  switch (record.kind) {
    case "statement":
      return "statement-word";
    case "outcome":
      return "verdict-word";
    case "match":
      return "match-word";
    case "field":
    case "closer":
      return "field-word";
    case "value":
      return isVerdictWord(word) ? "verdict-word" : "match-word";
    case "connective":
      if (record.takes === "a label") return "label-word";
      return record.takes === "a part" ? "field-word" : "connective";
  }
}

/** The words that mean something inside a statement, and what each is there. */
function rolesInside(kind: StatementKind): ReadonlyMap<string, TokenRole> {
  return new Map(wordsInside(kind).map((word) => [word, roleOfWord(word)]));
}

const WORDS = { rule: rolesInside("rule"), capture: rolesInside("capture") } as const;

/** In a rule without a label somebody means another test by them. */
const WORDS_BEHIND_LABELS: ReadonlySet<string> = new Set(wordsAt("behind a label field"));

/** Reads tests, fields and labels: what rules and captures are made of. */
class TestReader {
  readonly #tokens: readonly Token[];
  readonly #words: ReadonlyMap<string, TokenRole>;
  /** What a text is that comes next. */
  #textRole: TokenRole = "text";
  #hasLabel = false;

  constructor(tokens: readonly Token[], kind: keyof typeof WORDS) {
    this.#tokens = tokens;
    this.#words = WORDS[kind];
  }

  /** The roles of all tokens, given those of the first ones. */
  read(from: number, before: readonly TokenRole[]): readonly TokenRole[] {
    const roles = [...before];
    for (const token of this.#tokens.slice(from)) roles.push(this.#roleOf(token, roles));
    return roles;
  }

  #roleOf(token: Token, roles: readonly TokenRole[]): TokenRole {
    const index = roles.length;
    const before = this.#tokens[index - 1];
    if (before !== undefined && roles.at(-1) === "label-word" && this.#isLabel(token, index, before)) {
      return "label";
    }
    const form = roleByForm(token);
    if (form !== null) return form === "text" ? this.#textRole : form;
    const role = this.#words.get(token.image);
    if (role === undefined || (WORDS_BEHIND_LABELS.has(token.image) && !this.#hasLabel)) return "unknown";
    if (role === "label-word") this.#hasLabel = true;
    this.#textRole = textRoleAfter(token.image);
    return role;
  }

  #isLabel(token: Token, index: number, before: Token): boolean {
    if (!isName(token) || !isOnLineOf(token, before)) return false;
    const isField = isFieldWord(token.image) && isText(this.#tokens[index + 1]);
    return WORDS_BEHIND_LABELS.has(before.image) || !isField;
  }
}

function textRoleAfter(word: string): TokenRole {
  if (!isSpecialWord(word)) return "text";
  const record: WordRecord = VOCABULARY[word];
  if (record.takes === "a path") return "path";
  return record.takes === "texts" && record.asteriskIsWildcard ? "pattern" : "text";
}

function rolesOfCapture(tokens: readonly Token[]): readonly TokenRole[] {
  const [, name, next] = tokens;
  // `from` can be a name; before anything but another one it is the word, and the name is not there yet.
  const isThere = isName(name) && (name?.image !== "from" || next?.image === "from");
  const before: readonly TokenRole[] = isThere ? ["statement-word", "capture"] : ["statement-word"];
  return new TestReader(tokens, "capture").read(before.length, before);
}

function rolesOfExample(tokens: readonly Token[]): readonly TokenRole[] {
  const roles: TokenRole[] = ["statement-word"];
  if (isExampleName(tokens)) roles.push("example-name");
  while (roles.length < tokens.length) {
    const token = tokens[roles.length];
    if (token?.image === "is") break;
    const form = token === undefined ? null : roleByForm(token);
    roles.push(form === "text" ? "body" : (form ?? "unknown"));
  }
  return [...roles, ...rolesOfVerdict(tokens.slice(roles.length))];
}

function isExampleName([, first, second, third]: readonly Token[]): boolean {
  if (isText(first)) return isText(second) || (isInteger(second) && isText(third));
  if (!isBareWord(first) || (isInteger(first) && isText(second))) return false;
  // `is` can be a name; the body comes after it then.
  return first?.image !== "is" || isText(second) || isInteger(second);
}

/** The roles of an example's tokens from `is` on. */
function rolesOfVerdict(tokens: readonly Token[]): readonly TokenRole[] {
  if (tokens.length === 0) return [];
  const roles: TokenRole[] = ["connective"];
  const outcome = tokens[1];
  if (outcome === undefined) return roles;
  if (!isVerdictWord(outcome.image)) {
    return [...roles, ...tokens.slice(1).map((token) => roleByForm(token) ?? "unknown")];
  }
  roles.push("verdict-word");
  const label = tokens[2];
  const isLabel = isName(label) && isOnLineOf(label, outcome) && !beginsList(tokens, 2);
  if (isLabel && isOutcome(outcome.image)) roles.push("label");
  let isInList = false;
  for (const token of tokens.slice(roles.length)) {
    const before = roles.at(-1);
    const beginsPair = isInList && (before === "connective" || before === "mark");
    if (!isInList && token.image === "with") {
      isInList = true;
      roles.push("connective");
    } else {
      roles.push(beginsPair && isName(token) ? "capture" : (roleByForm(token) ?? "unknown"));
    }
  }
  return roles;
}

/** `with` begins a list only if a name follows it, else it is the label. */
function beginsList(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.image === "with" && isName(tokens[index + 1]);
}
