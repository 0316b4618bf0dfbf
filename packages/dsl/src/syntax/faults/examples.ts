import { asSuggestions, type LocalFix, replaceWith } from "../../findings/finding.js";
import { isOutcome } from "../statement-words.js";
import { plainText } from "../text-literal.js";
import type { Token } from "../tokens.js";
import { VERDICT_WORDS } from "../vocabulary.js";
import { explainReasonPhrase, explainStatusLine, lastOfReasonPhrase } from "./examples/status-lines.js";
import type { Explainer, Explanation, Fault } from "./fault.js";
import { asString, changing, deleting, insertingWord, replacing, withBlanks, writing } from "./fixes.js";
import { explainLabelOfSeveralWords, explainLabelOnNextLine } from "./labels.js";
import { intended, misspelled } from "./misspelling.js";
import { quotingName } from "./names.js";
import { explainNeedless } from "./needless.js";
import { operatorAt } from "./operators.js";
import { isStatus, isStray, isText, isWord, placeBefore, spanFromTo, spanOf } from "./token-places.js";

const VERDICTS: readonly string[] = VERDICT_WORDS;

/** The body is wanted. */
export const explainBody: Explainer = (fault, found) => {
  const { before } = fault;
  if (found.image === "is" || (before?.image === "is" && VERDICTS.includes(found.image))) {
    const is = found.image === "is" ? found : before;
    if (is === null) return null;
    const fix = replaceWith(placeBefore(is), '"" ', "Expect an empty body", "suggested");
    return fault.explain(is, { problem: "missing-body" }, [fix]);
  }
  return (
    explainStatusLine(fault, found) ??
    explainWordForStatus(fault, found) ??
    explainPhraseBehindStatus(fault, found) ??
    explainNameAfterStatus(fault, found) ??
    explainNameOfSeveralWords(fault, found) ??
    explainUnquotedBody(fault, found)
  );
};

/** `example late status 200 "…"`, `example status: 200 "…"`, `example 200 status "…"`: the digits alone are the status. */
function explainWordForStatus(fault: Fault, found: Token): Explanation | null {
  const { before, next } = fault;
  if (found.image === "status" && (isStatus(next) || isStatus(before))) return explainNeedless(fault, found);
  const [word, mark, status] = found.image === "status" ? [found, next, fault.at(2)] : [before, found, next];
  if (word?.image !== "status" || !(mark?.image === ":" || mark?.image === "=") || !isStatus(status))
    return null;
  const span = spanFromTo(word, mark);
  const fix = deleting(fault.text, span, "automatic");
  return {
    parameters: { problem: "needless", found: fault.text.slice(span.from, span.to) },
    span,
    fixes: [fix],
  };
}

/** `example 200 OK "…"`, where the phrase may also be the name, and `example 200 OK {…} is …`. */
function explainPhraseBehindStatus(fault: Fault, found: Token): Explanation | null {
  const explained = explainReasonPhrase(fault, found);
  const last = explained === null ? null : lastOfReasonPhrase(fault);
  const next = last === null ? null : fault.behind(last);
  if (explained === null || next === null || next.image === "is") return null;
  const asName = isText(next) ? (explainNameAfterStatus(fault, found)?.fixes ?? []) : [];
  return { ...explained, fixes: [...explained.fixes, ...asName] };
}

/** `example 200 late "…"`. */
function explainNameAfterStatus(fault: Fault, found: Token): Explanation | null {
  const { before, index, text } = fault;
  if (index !== 2 || !isStatus(before) || !isWord(found)) return null;
  let last = found;
  let next = fault.next;
  for (let distance = 2; isWord(next); distance++) {
    last = next;
    next = fault.at(distance);
  }
  if (!isText(next)) return null;
  const span = spanFromTo(found, last);
  const name = last === found ? found.image : asString(text.slice(span.from, span.to));
  const parameters = { problem: "name-after-status" } as const;
  if (name === null) return { parameters, span, fixes: [] };
  const fix = changing(
    "Put the name before the status",
    "suggested",
    { span: placeBefore(before), newText: `${name} ` },
    { span: withBlanks(text, span), newText: "" },
  );
  return { parameters, span, fixes: [fix] };
}

/** `example two words 200 "…"`. */
function explainNameOfSeveralWords(fault: Fault, found: Token): Explanation | null {
  if (!isWord(found) || !isWord(fault.tokens[1] ?? null)) return null;
  let index = fault.index;
  while (isWord(fault.tokens[index + 1] ?? null) && !isStatus(fault.tokens[index + 1] ?? null)) index++;
  const next = fault.tokens[index + 1] ?? null;
  if (!isText(next) && !(isStatus(next) && isText(fault.tokens[index + 2] ?? null))) return null;
  return quotingName(fault, 1, index);
}

/** `example 200 {"success":true} is success`: everything up to the verdict. */
function explainUnquotedBody(fault: Fault, found: Token): Explanation | null {
  if (found.image === "," || found.image === ":" || found.image === "=") return null;
  const tokens = fault.tokens;
  const isVerdict = (index: number) =>
    tokens[index]?.image === "is" &&
    VERDICTS.includes(tokens[index + 1]?.image ?? "") &&
    tokens[index]?.startLine === found.startLine;
  const ends = tokens.map((_, index) => index).filter((index) => index > fault.index && isVerdict(index));
  const parameters = { problem: "unquoted-body" } as const;
  const last = tokens[(ends[0] ?? 0) - 1];
  if (last === undefined) return fault.explain(found, parameters);
  const span = spanFromTo(found, last);
  const written = fault.text.slice(span.from, span.to);
  const literal = asString(written, "'");
  // Words may also be a name or the status's; what stands in brackets can only be the body.
  const isBody = /^(?:\{.*\}|\[.*\]|<.*>)$/s.test(written) && ends.length === 1;
  const kind = isBody && !isText(fault.before) ? "automatic" : "suggested";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the body in quotes", kind)];
  return { parameters, span, fixes };
}

/** Behind the body, `is` is wanted. */
export const explainIs: Explainer = (fault, found) => {
  const { before, next } = fault;
  if (VERDICTS.includes(found.image)) {
    // `example is "OK" success`: there is one, in another place.
    const isBefore = fault.tokens[1]?.image === "is";
    const fix = insertingWord(
      fault.text,
      "is",
      found,
      isBefore || next?.image === "is" ? "suggested" : "automatic",
    );
    return fault.explain(found, { problem: "missing-word", word: "is", before: found.image }, [fix]);
  }
  const status = found.image === "status" ? next : found;
  const isStatusBehind = isStatus(status) && isText(before) && !isStatus(fault.at(-2));
  if (isStatusBehind && fault.behind(status)?.image === "is") {
    const fix = changing(
      "Put the status before the body",
      "automatic",
      { span: placeBefore(before), newText: `${status.image} ` },
      { span: withBlanks(fault.text, spanFromTo(found, status)), newText: "" },
    );
    return { parameters: { problem: "status-after-body" }, span: spanFromTo(found, status), fixes: [fix] };
  }
  const operator = operatorAt(fault);
  const last = operator?.last ?? (isWord(found) ? lastBeforeVerdict(fault) : null);
  const following = last === null ? null : fault.behind(last);
  if (last === null || following === null || !VERDICTS.includes(following.image)) return null;
  const span = spanFromTo(found, last);
  const image = fault.text.slice(span.from, span.to);
  const isSign = operator !== null;
  const certain = isSign ? /^(?:=+>?|:=?|-+>|→)$/.test(image) : INSTEAD_OF_IS.includes(found.image);
  if (isSign && !certain) return null;
  if (!certain && intended(image, ["is"]) === null) return null;
  const fix = writing(fault.text, span, "is", certain ? "automatic" : "suggested");
  return { parameters: { problem: "instead", found: image, write: "is" }, span, fixes: [fix] };
};

/** Words that people put before a verdict: `should be a success`. */
const INSTEAD_OF_IS = [
  "as",
  "gives",
  "must",
  "should",
  "will",
  "be",
  "is",
  "a",
  "an",
  "the",
  "to",
  "expect",
  "expects",
  "expected",
  "means",
  "returns",
  "counts",
];

/** The last of such words from the unexpected token on. */
function lastBeforeVerdict(fault: Fault): Token | null {
  let last = fault.found;
  for (let distance = 1; INSTEAD_OF_IS.includes(fault.at(distance)?.image ?? ""); distance++)
    last = fault.at(distance);
  return last;
}

/** Behind `is` a verdict is wanted. */
export const explainVerdict: Explainer = (fault, found) => {
  if (!isText(found) && !isWord(found)) return null;
  if (["a", "an", "the", "be"].includes(found.image) && VERDICTS.includes(fault.next?.image ?? ""))
    return explainNeedless(fault, found);
  if (isWord(found)) {
    const { problem, fixes } = misspelled(found, "a verdict", VERDICTS);
    if (fixes.length > 0) return fault.explain(found, problem, withLabelToo(fault, found, fixes));
  }
  const label = isText(found) ? plainText(found.pieces ?? [""]) : found.image;
  if (isText(found) && VERDICTS.includes(label)) {
    return fault.explain(found, { problem: "quoted-word", word: label }, [
      replacing(found, label, "automatic"),
    ]);
  }
  if (found.image === "not") {
    return fault.explain(found, {
      problem: "unknown-word",
      found: "not",
      expected: "a verdict",
      suggestion: null,
    });
  }
  return fault.explain(found, { problem: "verdict-without-outcome", label }, [
    replaceWith(placeBefore(found), "reject ", "Expect a rejection with this label", "suggested"),
  ]);
};

/** `is Error`: also a label that systems give; then reject is missing before it. */
function withLabelToo(fault: Fault, found: Token, fixes: readonly LocalFix[]): readonly LocalFix[] {
  const isName = found.image === "Error" && fault.next === null;
  if (!isName && !VERDICTS.includes(fault.next?.image ?? "")) return fixes;
  const asLabel = replaceWith(
    placeBefore(found),
    "reject ",
    "Expect a rejection with this label",
    "suggested",
  );
  return [...asSuggestions(fixes), ...(isName ? [asLabel] : [])];
}

/** An example was complete, and something follows. */
export const explainRestOfExample: Explainer = (fault, found) => {
  const { before } = fault;
  if (before === null) return null;
  if (before.image === "unmapped") return explainRestOfUnmapped(fault, found);
  const label = explainLabelAfterOutcome(fault, found, before);
  if (label !== null) return label;
  return (
    explainMissingWith(fault, found) ??
    explainAndBetweenCaptures(fault, found) ??
    explainLabelOfSeveralWords(fault, found)
  );
};

function explainRestOfUnmapped(fault: Fault, found: Token): Explanation | null {
  const parameters = { problem: "unmapped-label" } as const;
  if (fault.startsLine) return null;
  const remove = deleting(fault.text, spanOf(found), "suggested");
  const isLabel = (isWord(found) && found.image !== "with") || isText(found);
  const unmapped = fault.before;
  if (!isLabel || unmapped === null) return fault.explain(found, parameters, [remove]);
  return fault.explain(found, parameters, [remove, replacing(unmapped, "reject", "suggested")]);
}

/** Directly behind the outcome: `is reject as Duplicate`, or the label on the next line. */
function explainLabelAfterOutcome(fault: Fault, found: Token, before: Token): Explanation | null {
  if (isOutcome(before.image) && fault.startsLine) return explainLabelOnNextLine(fault, found);
  const wordBefore = fault.at(-2)?.image ?? "";
  if (
    before.image === "as" &&
    isOutcome(wordBefore) &&
    (isWord(found) || isText(found)) &&
    !fault.startsLine
  ) {
    return explainNeedless(fault, before);
  }
  return null;
}

/** `is success price "12.50"`. */
function explainMissingWith(fault: Fault, found: Token): Explanation | null {
  const { before, next } = fault;
  const meant = isWord(before) && isWord(found) && isText(next) ? intended(before.image, ["with"]) : null;
  if (isWord(before) && meant !== null) {
    const { problem, fixes } = misspelled(before, "with", ["with"]);
    return fault.explain(before, problem, fixes);
  }
  const name = isText(found) && isWord(before) ? before : isWord(found) && isText(next) ? found : null;
  if (name === null || fault.tokens.some(({ image }) => image === "with")) return null;
  // Directly behind the outcome it may be the label, and an outcome may be the one that was meant.
  const mayBeLabel = isOutcome(name.image) || (name === before && fault.at(-2)?.image !== "success");
  const fix = insertingWord(fault.text, "with", name, mayBeLabel ? "suggested" : "automatic");
  return fault.explain(name, { problem: "missing-word", word: "with", before: name.image }, [fix]);
}

/** `with price "1" and id "2"`. */
function explainAndBetweenCaptures(fault: Fault, found: Token): Explanation | null {
  const { before, next } = fault;
  const joins =
    (found.image === "and" || found.image === "with" || found.image === ";") &&
    isText(before) &&
    isText(fault.at(2));
  if (!joins || before === null || !(isWord(next) || isText(next))) return null;
  const span = { from: before.endOffset + 1, to: found.endOffset + 1 };
  const fix = replaceWith(span, ",", "Write a comma", "automatic");
  return fault.explain(found, { problem: "instead", found: found.image, write: "," }, [fix]);
}

/** A value of a capture is wanted. */
export const explainCaptureValue: Explainer = (fault, found) => {
  if ((found.image === "=" || found.image === ":" || found.image === "is") && isText(fault.next)) {
    return explainNeedless(fault, found);
  }
  return isStray(found) && isText(fault.next) ? explainNeedless(fault, found, "suggested") : null;
};
