import { type FixKind, type LocalFix, replaceWith } from "../../../findings/finding.js";
import { visible } from "../../../findings/quoted.js";
import type { LocalSpan } from "../../../text/span.js";
import { lex } from "../../lexer.js";
import { writeString } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import { isNumberMatchWord, isSpecialWord } from "../../vocabulary.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing } from "../fixes.js";
import { NEEDLESS_BEFORE_TEST } from "../lexicon.js";
import { type SpokenComparison, spokenComparisonAt } from "../spoken-comparisons.js";
import { isWord, placeBefore, spanFromTo } from "../token-places.js";
import { startOfTest } from "./test-start.js";

/*
 * Tests as people say them: `body starts with "ok"`, `json "$.a" does not contain "x"`. What is compared stands in the text
 * behind the phrase; that is read anew, since an apostrophe in the phrase opens a text.
 */

/** A phrase as the language has it. */
export interface WrittenComparison {
  readonly isNegated: boolean;
  /** The phrase and the values behind it, without the not. */
  readonly edits: LocalFix["edits"];
  /** Where the test ends. */
  readonly to: number;
  readonly isCertain: boolean;
  /** Whether a text goes on with anything. */
  readonly isOpen: boolean;
}

/** What `spoken`, which begins at `from`, is in the language; null where what is compared is not there. */
export function writeComparison(
  text: string,
  from: number,
  spoken: SpokenComparison,
): WrittenComparison | null {
  const { how, isNegated, openAt } = spoken;
  const phrase = { from, to: spoken.to };
  const values = valuesBehind(text, spoken.to);
  if (how === "empty") {
    if (values.list.length > 0 && !values.isBare) return null;
    const edits = [{ span: phrase, newText: how }];
    return { isNegated, edits, to: spoken.to, isCertain: spoken.isCertain, isOpen: false };
  }
  if (values.list.length === 0 || (openAt !== null && values.list.some(isUnknown))) return null;
  const isNumber = isNumberMatchWord(how);
  if (isNumber && values.list.length > 1) return null;
  const written = isNumber ? [] : values.list.flatMap((value) => editsOfValue(value, openAt));
  const isPlain = isNumber || (!values.isBare && values.list.every(({ pieces = [] }) => pieces.length === 1));
  return {
    isNegated,
    edits: [
      { span: phrase, newText: how },
      ...written,
      ...values.brackets.map((span) => ({ span, newText: "" })),
    ],
    to: values.to,
    isCertain: spoken.isCertain && (isPlain || (values.isBare && openAt === null)),
    isOpen: openAt !== null,
  };
}

/** Whether nobody can tell how the value would go on with anything. */
function isUnknown({ pieces, image }: Token): boolean {
  return pieces === undefined ? isSpecialWord(image) : pieces.join("").trim() === "";
}

/** A value in quotes, and with an asterisk where it goes on with anything and has none there. */
function editsOfValue(token: Token, openAt: SpokenComparison["openAt"]): LocalFix["edits"] {
  const { pieces = [token.image] as const, startOffset, endOffset } = token;
  const isOpen = pieces.length > 1 && (openAt === "start" ? pieces[0] : pieces.at(-1)) === "";
  if (token.pieces !== undefined && (openAt === null || isOpen)) return [];
  const [first, ...others] = pieces;
  const newText =
    openAt === null || isOpen
      ? writeString(pieces)
      : writeString(openAt === "start" ? ["", ...pieces] : [first, ...others, ""]);
  return [{ span: { from: startOffset, to: endOffset + 1 }, newText }];
}

interface Values {
  readonly list: readonly Token[];
  /** Whether the value is one word or number without quotes. */
  readonly isBare: boolean;
  /** Brackets around the list. */
  readonly brackets: readonly LocalSpan[];
  readonly to: number;
}

/** Longer lists are not written anew: no person wrote them. */
const LONGEST = 2000;

/** The texts behind the offset, in brackets or without; or one word or number. In offsets of the statement. */
function valuesBehind(text: string, from: number): Values {
  const rest = /^[^\n\r]*/.exec(text.slice(from, from + LONGEST))?.[0] ?? "";
  const tokens = lex(rest).tokens.map((token) => ({
    ...token,
    startOffset: token.startOffset + from,
    endOffset: (token.endOffset ?? token.startOffset) + from,
  }));
  const closing = CLOSING.get(tokens[0]?.image ?? "");
  let index = closing === undefined ? 0 : 1;
  const list: Token[] = [];
  for (let token = tokens[index]; token !== undefined && token.pieces !== undefined; token = tokens[index]) {
    list.push(token);
    if (tokens[index + 1]?.image !== ",") break;
    index += 2;
  }
  const [open] = tokens;
  const end = tokens[index + 1];
  const isClosed = closing !== undefined && open !== undefined && end?.image === closing && list.length > 0;
  const brackets = isClosed && open !== undefined ? [open, end].map(spanWithin) : [];
  const last = list.at(-1);
  if (last !== undefined) {
    return { list, isBare: false, brackets, to: (isClosed ? end.endOffset : last.endOffset) + 1 };
  }
  const [bare, next] = tokens;
  const isAlone = next === undefined || ["and", "as", "or", ","].includes(next.image);
  const canBeValue = bare !== undefined && (isWord(bare) || /^-?[0-9]/.test(bare.image)) && isAlone;
  return canBeValue && !isSpecialWord(bare.image)
    ? { list: [bare], isBare: true, brackets: [], to: bare.endOffset + 1 }
    : { list: [], isBare: false, brackets: [], to: from };
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
]);

function spanWithin({ startOffset, endOffset }: Token): LocalSpan {
  return { from: startOffset, to: endOffset + 1 };
}

/** `starts with "ok"`, `the body does not contain "ok"`: where a test begins, so that it is of the body. */
export const explainSpokenTest: Explainer = (fault, found) => {
  let phrase = found;
  let isBodyNamed = false;
  for (let distance = 1; NEEDLESS_BEFORE_TEST.has(phrase.image); distance++) {
    const next = fault.at(distance);
    if (next === null || next.startLine !== found.startLine) return null;
    isBodyNamed ||= phrase.image === "body" || phrase.image === "response";
    phrase = next;
  }
  const from = phrase.startOffset;
  const spoken = spokenOfBody(fault.text, from, isBodyNamed);
  if (spoken === null) return null;
  if (isNumberMatchWord(spoken.how)) {
    return problemAt({ from, to: spoken.to }, { problem: "needs-field", word: spoken.how });
  }
  if (spoken.how !== "empty") {
    return explanation(fault, found, from, { ...spoken, isCertain: spoken.isCertain && !spoken.isOfList });
  }
  // Of the body alone empty is not said.
  const not = spoken.isNegated ? "not " : "";
  const span = { from: found.startOffset, to: spoken.to };
  const form = `${not}exact ""`;
  const parameters = {
    problem: "spoken",
    found: fault.text.slice(span.from, span.to),
    form,
    isOpen: false,
  } as const;
  return problemAt(span, parameters, [replaceWith(span, form, `Write ${form}`, kindOf(spoken))]);
};

/** Where the body is not named, a word such as `missing` may be a label. */
function spokenOfBody(text: string, from: number, isBodyNamed: boolean): SpokenComparison | null {
  const spoken = spokenComparisonAt(text, from);
  const start = text.slice(from, from + "empty".length + 1);
  if (spoken !== null) {
    return spoken.how !== "empty" || isBodyNamed || /^is[ \tn]/i.test(start) ? spoken : null;
  }
  if (!isBodyNamed || !/^empty(?:[ \t\n\r]|$)/.test(start)) return null;
  const to = from + "empty".length;
  return { how: "empty", isNegated: false, openAt: null, isCertain: true, isOfList: false, to };
}

/** `json "$.a" starts with "ok"`, `json "$.price" above or equal 5`: the words begin with the token. */
export const explainSpokenMatch: Explainer = (fault, first) => {
  const spoken = spokenComparisonAt(fault.text, first.startOffset);
  return spoken === null ? null : explanation(fault, first, first.startOffset, spoken);
};

/** `json "$.price" between 1 and 5`. */
export const explainBetweenNumbers: Explainer = (fault, found) => {
  const { before: between, text } = fault;
  const start = startOfTest(fault);
  const last = fault.at(2);
  if (between?.image !== "between" || start === null || start === between) return null;
  if (!isNumber(found) || fault.next?.image !== "and" || !isNumber(last)) return null;
  const field = text.slice(start.startOffset, between.startOffset).trimEnd();
  const form = `not ${field} below ${found.image} and not ${field} above ${last.image}`;
  const span = spanFromTo(between, last);
  const parameters = {
    problem: "spoken",
    found: text.slice(span.from, span.to),
    form: visible(form),
    isOpen: false,
  } as const;
  const isNegated = fault.tokens[fault.tokens.indexOf(start) - 1]?.image === "not";
  const fixes = isNegated
    ? []
    : [replaceWith(spanFromTo(start, last), form, "Compare with each of them", "suggested")];
  return problemAt(span, parameters, fixes);
};

function isNumber(token: Token | null): token is Token {
  return token !== null && /^-?[0-9]+(?:\.[0-9]+)?$/.test(token.image);
}

/** `found` is where what is written anew begins, `from` where the phrase does. */
function explanation(fault: Fault, found: Token, from: number, spoken: SpokenComparison): Explanation | null {
  const { text } = fault;
  const written = writeComparison(text, from, spoken);
  const start = startOfTest(fault) ?? found;
  const span = { from: found.startOffset, to: spoken.to };
  if (written === null) return spoken.openAt === null ? null : openForm(text, span, spoken.openAt);
  const [phrase, ...values] = written.edits;
  if (phrase === undefined) return null;
  const isNegated = fault.tokens[fault.tokens.indexOf(start) - 1]?.image === "not";
  const not = written.isNegated ? "not " : "";
  const isAtStart = start === found;
  const edits = [
    ...(isAtStart || not === "" ? [] : [{ span: placeBefore(start), newText: not }]),
    { span, newText: (isAtStart ? not : "") + phrase.newText },
    ...values,
  ];
  const form = applied(text, { from: start.startOffset, to: written.to }, edits);
  const shownForm =
    form.length > LONGEST_SHOWN
      ? `${not}${start === found ? "" : `${start.image} … `}${phrase.newText}`
      : form;
  const parameters = {
    problem: "spoken",
    found: text.slice(span.from, span.to),
    form: visible(shownForm),
    isOpen: written.isOpen,
  } as const;
  // `not … is not "x"`: two of them cancel out, or were meant as one.
  if (isNegated && written.isNegated) return problemAt(span, parameters);
  const kind = kindOf(written);
  const title = shownForm === form ? `Write ${visible(form)}` : `Write ${phrase.newText}`;
  return problemAt(span, parameters, [changing(title, kind, edits)]);
}

/** Words that can mean something else are nothing to write anew without being asked. */
function kindOf({ isCertain }: Pick<SpokenComparison, "isCertain">): FixKind {
  return isCertain ? "automatic" : "suggested";
}

/** What is said where the text is missing, or cannot be written anew. */
function openForm(text: string, span: LocalSpan, openAt: "start" | "end"): Explanation {
  const form = openAt === "start" ? 'exact "*…"' : 'exact "…*"';
  return problemAt(span, { problem: "spoken", found: text.slice(span.from, span.to), form, isOpen: true });
}

/** Of a longer test the sentence shows the words alone. */
const LONGEST_SHOWN = 60;

/** A stretch of the text with the edits in it, which follow one another. */
function applied(text: string, { from, to }: LocalSpan, edits: LocalFix["edits"]): string {
  let result = "";
  let at = from;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.from) + newText;
    at = span.to;
  }
  return result + text.slice(at, to);
}
