import type { LocalFinding, LocalFix } from "../findings/finding.js";
import { replaceWith } from "../findings/finding.js";
import type { Expected, SyntaxProblem } from "../findings/syntax-problem.js";
import { closest } from "../text/similarity.js";
import type { LocalSpan } from "../text/span.js";
import type { ParserFault } from "./statement-parser.js";
import { isOutcome, isStatementWord, OUTCOMES, STATEMENT_WORDS } from "./statement-words.js";
import { plainText } from "./text-literal.js";
import { isSpecialWord, type Token } from "./tokens.js";

/*
 * From the place where a statement leaves the grammar to a sentence that helps. The grammar is small enough that what
 * was meant can be told from the unexpected token, the one before it and the grammar rule that was open.
 */

const TEST_WORDS = ["keyword", "word", "exact", "status", "json", "xml", "split", "not", "otherwise"] as const;
const MATCH_WORDS = ["keyword", "word", "exact", "above", "below", "empty"] as const;

/** What people write for the words of the language: other tools' terms and everyday words. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["contains", "keyword"],
  ["contain", "keyword"],
  ["includes", "keyword"],
  ["has", "keyword"],
  ["text", "keyword"],
  ["phrase", "keyword"],
  ["equals", "exact"],
  ["equal", "exact"],
  ["is", "exact"],
  ["matches", "exact"],
  ["match", "exact"],
  ["like", "exact"],
  ["regex", "exact"],
  ["body", "exact"],
  ["code", "status"],
  ["http", "status"],
  ["jsonpath", "json"],
  ["xpath", "xml"],
  ["greater", "above"],
  ["over", "above"],
  ["more", "above"],
  ["less", "below"],
  ["under", "below"],
  ["missing", "empty"],
  ["null", "empty"],
  ["blank", "empty"],
  ["else", "otherwise"],
  ["default", "otherwise"],
  ["any", "otherwise"],
  ["always", "otherwise"],
  ["accept", "success"],
  ["accepted", "success"],
  ["ok", "success"],
  ["sold", "success"],
  ["fail", "reject"],
  ["failure", "reject"],
  ["failed", "reject"],
  ["rejected", "reject"],
  ["rejection", "reject"],
  ["deny", "reject"],
  ["denied", "reject"],
  ["errors", "error"],
  ["none", "unmapped"],
  ["unknown", "unmapped"],
]);

/** The finding for the first place where the tokens of a statement leave the grammar. */
export function explainFault(tokens: readonly Token[], fault: ParserFault, text: string): LocalFinding {
  const explained = new FaultExplainer(tokens, fault, text).explain();
  return { name: "syntax", ...explained };
}

/** The finding for a stretch of text before the first statement. */
export function explainPreamble(tokens: readonly Token[]): LocalFinding | null {
  const [first] = tokens;
  if (first === undefined) return null;
  const { problem, fixes } = slashComment(first, spanOf(first)) ?? misspelled(first, "a statement", STATEMENT_WORDS);
  return { name: "syntax", parameters: problem, span: spanOf(first), fixes };
}

interface Explanation {
  readonly parameters: SyntaxProblem;
  readonly span: LocalSpan;
  readonly fixes: readonly LocalFix[];
}

class FaultExplainer {
  readonly #tokens: readonly Token[];
  readonly #index: number;
  readonly #found: Token | null;
  readonly #before: Token | null;
  readonly #rule: string;
  readonly #rules: readonly string[];
  readonly #text: string;

  constructor(tokens: readonly Token[], fault: ParserFault, text: string) {
    this.#tokens = tokens;
    this.#index = fault.tokenIndex;
    this.#found = tokens[fault.tokenIndex] ?? null;
    this.#before = tokens[fault.tokenIndex - 1] ?? null;
    this.#rules = fault.openRules;
    this.#rule = fault.openRules.at(-1) ?? "statement";
    this.#text = text;
  }

  explain(): Explanation {
    const found = this.#found;
    if (found === null) return this.#explainEnd();
    return (
      this.#explainMark(found) ?? this.#explainStatementTypo(found) ?? this.#explainByRule(found) ?? this.#generic(found)
    );
  }

  get #expected(): Expected {
    return expectedIn(this.#rule, this.#before?.image ?? null);
  }

  #at(token: Token, parameters: SyntaxProblem, fixes: readonly LocalFix[] = []): Explanation {
    return { parameters, span: spanOf(token), fixes };
  }

  #generic(found: Token): Explanation {
    const after = this.#before?.image ?? null;
    return this.#at(found, { problem: "unexpected", found: found.image, expected: this.#expected, after });
  }

  #explainEnd(): Explanation {
    const before = this.#before;
    const end = before === null ? 0 : before.endOffset + 1;
    const span = before === null ? { from: 0, to: 0 } : spanOf(before);
    if (before?.image === ",") {
      const fix = replaceWith(span, "", "Delete the comma", "automatic");
      return { parameters: { problem: "trailing-comma" }, span, fixes: [fix] };
    }
    if (this.#index === 1 && before !== null && isOutcome(before.image)) {
      return { parameters: { problem: "empty-rule", word: before.image }, span, fixes: [] };
    }
    const parameters: SyntaxProblem = {
      problem: "unexpected",
      found: null,
      expected: this.#expected,
      after: before?.image ?? null,
    };
    const label = this.#expected === "a label" ? [replaceWith({ from: end, to: end }, ' "…"', "Add a label", "suggested")] : [];
    return { parameters, span, fixes: label };
  }

  /** Characters that mean something in other languages. */
  #explainMark(found: Token): Explanation | null {
    const image = found.image;
    const span = spanOf(found);
    const comment = slashComment(found, span);
    if (comment !== null) return this.#at(found, comment.problem, comment.fixes);
    if ("“”„‟‘’‚‛«»`´".includes(image)) return this.#explainCurlyQuotes(found);
    if ("=:;()[]{}|&!<>~+?/\\".includes(image) && found.tokenType.name === "Stray") {
      return this.#explainNeedlessMark(found);
    }
    if (image === "," && this.#before !== null && this.#expected !== "the end of the statement") {
      const remove = replaceWith(span, "", "Delete the comma", "automatic");
      return this.#at(found, { problem: "needless-mark", mark: "," }, [remove]);
    }
    return null;
  }

  #explainNeedlessMark(found: Token): Explanation {
    const next = this.#tokens[this.#index + 1];
    if (found.image === "$" || found.image === "/") return this.#unquotedRun(found);
    if (found.image === "+" && next !== undefined && next.startOffset === found.endOffset + 1) {
      return this.#malformedNumber(found);
    }
    const last = this.#runOfSame(found);
    const span = { from: found.startOffset, to: last.endOffset + 1 };
    const mark = this.#text.slice(span.from, span.to);
    const afterField = this.#rules.includes("fieldMatch");
    const replacement = afterField && mark.startsWith("=") ? "exact" : "";
    const title = replacement === "" ? `Delete ${mark}` : "Write exact instead";
    return {
      parameters: { problem: "needless-mark", mark },
      span,
      fixes: [replaceWith(span, replacement, title, "suggested")],
    };
  }

  #runOfSame(found: Token): Token {
    let last = found;
    for (let index = this.#index + 1; index < this.#tokens.length; index++) {
      const next = this.#tokens[index];
      if (next === undefined || next.image !== found.image || next.startOffset !== last.endOffset + 1) break;
      last = next;
    }
    return last;
  }

  #explainCurlyQuotes(found: Token): Explanation {
    const line = this.#lineRest(found);
    const closing = /[“”„‟‘’‚‛«»`´]/u.exec(line.slice(1));
    const parameters: SyntaxProblem = { problem: "curly-quotes" };
    if (closing === null) return this.#at(found, parameters);
    const from = found.startOffset;
    const to = from + 1 + closing.index;
    const inner = this.#text.slice(from + 1, to);
    const span = { from, to: to + 1 };
    const fixes = inner.includes('"') || inner.includes("\\")
      ? []
      : [replaceWith(span, `"${inner}"`, "Use straight quotes", "automatic")];
    return { parameters, span, fixes };
  }

  #lineRest(token: Token): string {
    return /^[^\r\n]*/.exec(this.#text.slice(token.startOffset))?.[0] ?? "";
  }

  /** `sucess …` at a line's start was to be a statement of its own. */
  #explainStatementTypo(found: Token): Explanation | null {
    const startsLine = this.#before !== null && this.#before.startLine < found.startLine;
    if (!startsLine || this.#index === 0 || !isWord(found) || isSpecialWord(found.image)) return null;
    const { problem, fixes } = misspelled(found, "a statement", STATEMENT_WORDS);
    return this.#at(found, problem, fixes);
  }

  #explainByRule(found: Token): Explanation | null {
    switch (this.#rule) {
      case "condition":
      case "test":
      case "bodyTest":
        return this.#explainTest(found);
      case "fieldMatch":
        return this.#explainFieldMatch(found);
      case "textMatch":
      case "text":
        return this.#explainText(found);
      case "statusTest":
      case "statusRange":
        return this.#explainNumber(found, "status");
      case "numberMatch":
        return this.#explainNumber(found, "number");
      case "partNumber":
        return this.#explainNumber(found, "part");
      case "labelName":
      case "labelClause":
        return this.#explainLabel(found);
      case "verdict":
        return this.#explainVerdict(found);
      case "captureSource":
        return this.#explainField(found);
      case "statement":
        return this.#explainRest(found);
      default:
        return null;
    }
  }

  #explainTest(found: Token): Explanation | null {
    const image = found.image;
    if (image === "not" && this.#before?.image === "not") return this.#at(found, { problem: "not-twice" });
    if (image === "otherwise") {
      const problem = this.#before?.image === "not" ? "not-otherwise" : "otherwise-and";
      return this.#at(found, { problem });
    }
    if (image === "as") return this.#at(found, { problem: "label-not-at-end" });
    if (image === "above" || image === "below" || image === "empty") {
      return this.#at(found, { problem: "needs-field", word: image });
    }
    if (["if", "when", "where", "response", "the", "that", "with"].includes(image)) {
      const fix = replaceWith(spanOf(found), "", `Delete ${image}`, "automatic");
      return this.#at(found, { problem: "needless-word", word: image }, [fix]);
    }
    if (isText(found)) {
      const fix = replaceWith(before(found), "keyword ", "Look for it as a keyword", "suggested");
      const exact = replaceWith(before(found), "exact ", "Compare the whole body", "suggested");
      const parameters: SyntaxProblem = {
        problem: "unexpected",
        found: image,
        expected: "a way to match",
        after: this.#before?.image ?? null,
      };
      return this.#at(found, parameters, [fix, exact]);
    }
    if (isNumber(found)) {
      const fix = replaceWith(before(found), "status ", "Test the HTTP status", "automatic");
      return this.#at(found, { problem: "unknown-word", found: image, expected: "a way to match", suggestion: `status ${image}` }, [fix]);
    }
    if (isWord(found)) {
      const { problem, fixes } = misspelled(found, "a way to match", TEST_WORDS);
      return this.#at(found, problem, fixes);
    }
    return null;
  }

  #explainFieldMatch(found: Token): Explanation | null {
    if (found.image === "status") return this.#at(found, { problem: "status-of-field" });
    if (found.image === "not") {
      const next = this.#tokens[this.#index + 1]?.image ?? "exact";
      return this.#at(found, { problem: "not-in-place", word: next });
    }
    if (isText(found)) {
      const fix = replaceWith(before(found), "exact ", "Compare the whole field", "suggested");
      const parameters: SyntaxProblem = {
        problem: "unexpected",
        found: found.image,
        expected: "a way to match",
        after: this.#before?.image ?? null,
      };
      return this.#at(found, parameters, [fix]);
    }
    if (!isWord(found)) return null;
    const { problem, fixes } = misspelled(found, "a way to match", MATCH_WORDS);
    return this.#at(found, problem, fixes);
  }

  #explainText(found: Token): Explanation | null {
    if (found.image === "not") {
      return this.#at(found, { problem: "not-in-place", word: this.#before?.image ?? "keyword" });
    }
    if (isWord(found) || found.image === "$" || found.image === "/" || found.image === ".") {
      return this.#unquotedRun(found);
    }
    return null;
  }

  /** A text without quotes: as far as the line goes without a word of the language. */
  #unquotedRun(found: Token): Explanation {
    let last = found;
    for (let index = this.#index + 1; index < this.#tokens.length; index++) {
      const token = this.#tokens[index];
      if (token === undefined || token.startLine !== found.startLine || isText(token) || token.image === ",") break;
      const touches = token.startOffset === last.endOffset + 1;
      if (!touches && isSpecialWord(token.image)) break;
      last = token;
    }
    const span = { from: found.startOffset, to: last.endOffset + 1 };
    const written = this.#text.slice(span.from, span.to);
    const literal = `"${written.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
    const inWith = this.#rules.includes("expectedCapture");
    const parameters: SyntaxProblem = inWith
      ? { problem: "unquoted-value", found: written }
      : { problem: "unquoted", found: written };
    return { parameters, span, fixes: [replaceWith(span, literal, "Put it in quotes", "automatic")] };
  }

  #explainNumber(found: Token, expected: "status" | "number" | "part"): Explanation | null {
    if (isText(found)) {
      const number = plainText(found.pieces ?? [""]).trim();
      if (!/^-?[0-9]+(\.[0-9]+)?$/.test(number)) return null;
      const fix = replaceWith(spanOf(found), number, "Take the quotes off", "automatic");
      return this.#at(found, { problem: "quoted-number", number }, [fix]);
    }
    if (expected === "status" && found.image === "not") {
      return this.#at(found, { problem: "not-in-place", word: "status" });
    }
    return isWord(found) && !/^[0-9+-]/.test(found.image)
      ? this.#at(found, {
          problem: "unknown-word",
          found: found.image,
          expected: expected === "status" ? "a status" : expected === "part" ? "a part number" : "a number",
          suggestion: null,
        })
      : null;
  }

  #malformedNumber(found: Token): Explanation {
    const parameters: SyntaxProblem = { problem: "needless-mark", mark: "+" };
    return this.#at(found, parameters, [replaceWith(spanOf(found), "", "Delete the +", "automatic")]);
  }

  #explainLabel(found: Token): Explanation | null {
    const onLater = this.#before !== null && found.startLine > this.#before.startLine;
    if (onLater && (isWord(found) || isText(found))) {
      const gap = { from: this.#before === null ? 0 : this.#before.endOffset + 1, to: found.startOffset };
      const fixes = /[#]/.test(this.#text.slice(gap.from, gap.to))
        ? []
        : [replaceWith(gap, " ", "Put the label on the line before", "automatic")];
      return this.#at(found, { problem: "label-on-next-line" }, fixes);
    }
    return null;
  }

  #explainVerdict(found: Token): Explanation | null {
    if (isText(found)) {
      const label = plainText(found.pieces ?? [""]);
      return this.#at(found, { problem: "outcome-first", label }, [
        replaceWith(before(found), "reject ", "Expect a rejection with this label", "suggested"),
      ]);
    }
    if (!isWord(found)) return null;
    const meant = intended(found.image, [...OUTCOMES, "unmapped"]);
    if (meant !== null) {
      const { problem, fixes } = misspelled(found, "a verdict", [...OUTCOMES, "unmapped"]);
      return this.#at(found, problem, fixes);
    }
    return this.#at(found, { problem: "outcome-first", label: found.image }, [
      replaceWith(before(found), "reject ", "Expect a rejection with this label", "suggested"),
    ]);
  }

  #explainField(found: Token): Explanation | null {
    if (isText(found)) {
      const path = plainText(found.pieces ?? [""]);
      const kind = path.startsWith("/") ? "xml" : "json";
      const fix = replaceWith(before(found), `${kind} `, `Read it as ${kind}`, "suggested");
      const parameters: SyntaxProblem = {
        problem: "unexpected",
        found: found.image,
        expected: "a field",
        after: this.#before?.image ?? null,
      };
      return this.#at(found, parameters, [fix]);
    }
    if (!isWord(found)) return null;
    const { problem, fixes } = misspelled(found, "a field", ["json", "xml", "split", "between"]);
    return this.#at(found, problem, fixes);
  }

  /** The statement was complete, and something follows. */
  #explainRest(found: Token): Explanation | null {
    const kind = this.#tokens[0]?.image ?? "";
    if (kind === "example") return this.#explainRestOfExample(found);
    if (isOutcome(kind)) return this.#explainRestOfRule(found);
    return null;
  }

  #explainRestOfExample(found: Token): Explanation | null {
    const before = this.#before;
    if (before?.image === "unmapped") {
      const fix = replaceWith(spanOf(found), "", "Delete it", "automatic");
      return this.#at(found, { problem: "unmapped-label" }, [fix]);
    }
    if (before !== null && isWord(found) && (isWord(before) || isText(before))) return this.#severalWords(found);
    return null;
  }

  #explainRestOfRule(found: Token): Explanation | null {
    const previous = this.#before;
    const labelled = this.#tokens.slice(0, this.#index).some((token) => token.image === "as");
    if (found.image === "or") return this.#at(found, { problem: "or-between-tests" });
    if (found.image === "and" && previous?.image === "otherwise") return this.#at(found, { problem: "otherwise-and" });
    if (isText(found) && previous !== null && isText(previous) && !labelled) {
      const fix = replaceWith(behind(previous), ",", "Add the comma", "automatic");
      return this.#at(found, { problem: "missing-comma" }, [fix]);
    }
    if (labelled) {
      if (isTestWord(found.image) || found.image === "and") return this.#at(found, { problem: "label-not-at-end" });
      return isWord(found) && previous !== null && isWord(previous) ? this.#severalWords(found) : null;
    }
    if (isTestWord(found.image)) {
      const fix = replaceWith(before(found), "and ", "Join the tests with and", "suggested");
      return this.#at(found, { problem: "unexpected", found: found.image, expected: "and", after: previous?.image ?? null }, [fix]);
    }
    if (found.image === "is" || found.image === "=>" || found.image === "called") {
      const fix = replaceWith(spanOf(found), "as", "Write as", "suggested");
      return this.#at(found, { problem: "unknown-word", found: found.image, expected: "a test", suggestion: "as" }, [fix]);
    }
    if (isWord(found) && previous !== null && (isText(previous) || /^[0-9]/.test(previous.image))) {
      const fix = replaceWith(before(found), "as ", "Make it the label", "suggested");
      return this.#at(found, { problem: "missing-as", label: found.image }, [fix]);
    }
    return null;
  }

  #severalWords(found: Token): Explanation {
    let first = this.#before ?? found;
    let index = this.#index - 2;
    while (index > 0 && !["as", "or", ...OUTCOMES].includes(this.#tokens[index]?.image ?? "as")) {
      first = this.#tokens[index] ?? first;
      index--;
    }
    let last = found;
    for (let next = this.#index + 1; next < this.#tokens.length; next++) {
      const token = this.#tokens[next];
      if (token === undefined || !isWord(token) || token.startLine !== found.startLine || token.image === "with") break;
      last = token;
    }
    const span = { from: first.startOffset, to: last.endOffset + 1 };
    const words = this.#text.slice(span.from, span.to);
    const plain = !/["\\\n\r]/.test(words);
    const fixes = plain ? [replaceWith(span, `"${words}"`, "Put the label in quotes", "automatic")] : [];
    return { parameters: { problem: "label-of-several-words", words }, span, fixes };
  }
}

function slashComment(
  token: Token,
  span: LocalSpan,
): { readonly problem: SyntaxProblem; readonly fixes: readonly LocalFix[] } | null {
  if (token.image !== "/" && token.image !== ";") return null;
  const problem: SyntaxProblem =
    token.image === "/" ? { problem: "slash-comment" } : { problem: "needless-mark", mark: ";" };
  const fix =
    token.image === "/"
      ? replaceWith({ from: span.from, to: span.from + 2 }, "#", "Begin the comment with #", "suggested")
      : replaceWith(span, "", "Delete it", "automatic");
  return { problem, fixes: [fix] };
}

function misspelled(
  found: Token,
  expected: Expected,
  words: readonly string[],
): { readonly problem: SyntaxProblem; readonly fixes: readonly LocalFix[] } {
  const lower = found.image.toLowerCase();
  if (lower !== found.image && words.includes(lower)) {
    const fix = replaceWith(spanOf(found), lower, `Write ${lower}`, "automatic");
    return { problem: { problem: "upper-case", found: found.image, word: lower }, fixes: [fix] };
  }
  const suggestion = intended(found.image, words);
  const fixes =
    suggestion === null ? [] : [replaceWith(spanOf(found), suggestion, `Write ${suggestion}`, "automatic")];
  return { problem: { problem: "unknown-word", found: found.image, expected, suggestion }, fixes };
}

function intended(written: string, words: readonly string[]): string | null {
  const lower = written.toLowerCase();
  const synonym = SYNONYMS.get(lower);
  if (synonym !== undefined && words.includes(synonym)) return synonym;
  return closest(lower, words);
}

/** What the open grammar rule wanted next; `before` is the token before the fault. */
function expectedIn(rule: string, before: string | null): Expected {
  switch (rule) {
    case "condition":
    case "test":
    case "bodyTest":
      return "a test";
    case "fieldMatch":
      return "a way to match";
    case "text":
    case "textMatch":
      return "a text in quotes";
    case "statusTest":
    case "statusRange":
      return "a status";
    case "numberMatch":
      return "a number";
    case "partNumber":
      return "a part number";
    case "labelClause":
    case "labelName":
      return "a label";
    case "name":
    case "expectedCapture":
      return "a name";
    case "captureSource":
      return before === "from" ? "a field" : "and";
    case "field":
      return "part";
    case "capture":
      return "from";
    case "example":
      return "is";
    case "verdict":
    case "outcomeVerdict":
      return "a verdict";
    default:
      return before !== null && isStatementWord(before) ? "a text in quotes" : "the end of the statement";
  }
}

function isTestWord(image: string): boolean {
  return (TEST_WORDS as readonly string[]).includes(image);
}

function isWord(token: Token): boolean {
  const categories = token.tokenType.CATEGORIES ?? [];
  return categories.some((category) => category.name === "Word");
}

function isNumber(token: Token): boolean {
  return /^[0-9]/.test(token.image);
}

function isText(token: Token): boolean {
  return token.pieces !== undefined;
}

function spanOf(token: Token): LocalSpan {
  return { from: token.startOffset, to: token.endOffset + 1 };
}

/** The empty place before a token. */
function before(token: Token): LocalSpan {
  return { from: token.startOffset, to: token.startOffset };
}

/** The empty place behind a token. */
function behind(token: Token): LocalSpan {
  return { from: token.endOffset + 1, to: token.endOffset + 1 };
}
