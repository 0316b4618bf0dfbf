import { OUTCOMES, type Token } from "@responses/dsl";

/*
 * What each token of a statement is, told from the tokens alone, so that it can also be told while the statement is broken.
 * In a statement that can be read it is what the tree says.
 */

export type TokenRole =
  /** The word that begins a statement. */
  | "statement-word"
  /** `as` and `or` before a label. */
  | "label-word"
  /** `and`, `not`, `from`, `between`, `is`, `with`. */
  | "connective"
  /** `status`, `keyword`, `word`, `exact`, `above`, `below`, `empty`, `otherwise`. */
  | "match-word"
  /** `json`, `xml`, `split`, `part`. */
  | "field-word"
  /** The outcome of an example's verdict, or `unmapped`. */
  | "verdict-word"
  | "label"
  | "capture"
  | "example-name"
  | "system-name"
  | "include-path"
  /** The path of `json` or `xml`. */
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
  switch (tokens[0]?.image) {
    case "system":
      return rolesOfOneText(tokens, "system-name");
    case "include":
      return rolesOfOneText(tokens, "include-path");
    case "success":
    case "reject":
    case "error":
      return new TestReader(tokens, RULE_WORDS).read(1, ["statement-word"]);
    case "capture":
      return rolesOfCapture(tokens);
    case "example":
      return rolesOfExample(tokens);
    default:
      return tokens.map((token) => roleByForm(token) ?? "unknown");
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

const TEST_WORDS: readonly (readonly [string, TokenRole])[] = [
  ...["json", "xml", "split", "part"].map((word) => [word, "field-word"] as const),
  ["and", "connective"],
];

const RULE_WORDS: ReadonlyMap<string, TokenRole> = new Map([
  ...TEST_WORDS,
  ["not", "connective"],
  ["as", "label-word"],
  ...["status", "keyword", "word", "exact", "above", "below", "empty", "otherwise"].map(
    (word) => [word, "match-word"] as const,
  ),
]);

const CAPTURE_WORDS: ReadonlyMap<string, TokenRole> = new Map([
  ...TEST_WORDS,
  ["from", "connective"],
  ["between", "connective"],
]);

/** Reads tests, fields and labels: what rules and captures are made of. */
class TestReader {
  readonly #tokens: readonly Token[];
  readonly #words: ReadonlyMap<string, TokenRole>;
  /** What a text is that comes next. */
  #textRole: TokenRole = "text";
  #hasLabel = false;

  constructor(tokens: readonly Token[], words: ReadonlyMap<string, TokenRole>) {
    this.#tokens = tokens;
    this.#words = words;
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
    // In a rule without a label somebody means another test by "or".
    const role = token.image === "or" && this.#hasLabel ? "label-word" : this.#words.get(token.image);
    if (role === undefined) return "unknown";
    if (role === "label-word") this.#hasLabel = true;
    this.#textRole = textRoleAfter(token.image);
    return role;
  }

  #isLabel(token: Token, index: number, before: Token): boolean {
    if (!isName(token) || !isOnLineOf(token, before)) return false;
    const isField = ["json", "xml", "split"].includes(token.image) && isText(this.#tokens[index + 1]);
    return before.image === "or" || !isField;
  }
}

function textRoleAfter(word: string): TokenRole {
  if (word === "exact") return "pattern";
  return word === "json" || word === "xml" ? "path" : "text";
}

function rolesOfCapture(tokens: readonly Token[]): readonly TokenRole[] {
  const [, name, next] = tokens;
  // `from` can be a name; before anything but another one it is the word, and the name is not there yet.
  const isThere = isName(name) && (name?.image !== "from" || next?.image === "from");
  const before: readonly TokenRole[] = isThere ? ["statement-word", "capture"] : ["statement-word"];
  return new TestReader(tokens, CAPTURE_WORDS).read(before.length, before);
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
  if (outcome.image !== "unmapped" && !OUTCOMES.some((known) => known === outcome.image)) {
    return [...roles, ...tokens.slice(1).map((token) => roleByForm(token) ?? "unknown")];
  }
  roles.push("verdict-word");
  const label = tokens[2];
  const isLabel = isName(label) && isOnLineOf(label, outcome) && !beginsList(tokens, 2);
  if (isLabel && outcome.image !== "unmapped") roles.push("label");
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
