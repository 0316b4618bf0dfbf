import { replaceWith } from "../../../findings/finding.js";
import { plainText } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import { CAPTURE_SOURCE_WORDS } from "../../vocabulary.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { insertingWord, writing } from "../fixes.js";
import { misspelled } from "../misspelling.js";
import { quotingName } from "../names.js";
import { operatorAt } from "../operators.js";
import { pathKind } from "../path-kinds.js";
import { bareFieldAt } from "../rules/bare-paths.js";
import { isStray, isText, isWord, lastTouching, spanFromTo } from "../token-places.js";

const SOURCES: readonly string[] = CAPTURE_SOURCE_WORDS;

const INSTEAD_OF_FROM = [
  "=",
  "==",
  ":=",
  ":",
  "<-",
  "->",
  "=>",
  "→",
  "as",
  "is",
  "in",
  "at",
  "of",
  "by",
  "via",
];

/** Behind the capture's name, `from` is wanted. */
export const explainFrom: Explainer = (fault, found) => {
  const name = fault.tokens[1];
  if (name?.image === "from" && fault.index === 2)
    return fault.explain(name, { problem: "capture-without-name" });
  const from = fault.tokens.findIndex(({ image }) => image === "from");
  if (found.image === ",") return fault.explain(found, { problem: "several-captures" });
  if (isWord(found) && from > fault.index) return quotingName(fault, 1, from - 1);
  if (SOURCES.includes(found.image)) {
    const fix = insertingWord(fault.text, "from", found, "automatic");
    return fault.explain(found, { problem: "missing-word", word: "from", before: found.image }, [fix]);
  }
  const operator = operatorAt(fault);
  const image = operator?.image ?? found.image;
  const following = fault.at(operator?.length ?? 1)?.image ?? "";
  const isPath = operator !== null && /^[$/]$/.test(following);
  if (!(SOURCES.includes(following) || isPath) || isText(found)) return null;
  const span = spanFromTo(found, operator?.last ?? found);
  const fix = writing(fault.text, span, "from", INSTEAD_OF_FROM.includes(image) ? "automatic" : "suggested");
  return { parameters: { problem: "instead", found: image, write: "from" }, span, fixes: [fix] };
};

/** A capture's name is wanted. */
export const explainCaptureName: Explainer = (fault, found) => {
  return fault.statementWord === "capture" ? fault.explain(found, { problem: "capture-without-name" }) : null;
};

/** Behind `from` a field or `between` is wanted, behind the first marker `and`. */
export const explainCaptureSource: Explainer = (fault, found) => {
  if (fault.before?.image !== "from") return explainAndBetweenMarkers(fault, found);
  if (isText(found)) return explainBarePath(fault, found);
  if (isStray(found)) return explainUnquotedPath(fault, found);
  const { problem, fixes } = misspelled(found, "a field", SOURCES);
  const path = fixes.length === 0 ? bareFieldAt(fault, fault.index) : null;
  if (path === null || path.next !== null) return fault.explain(found, problem, fixes);
  const { field } = path;
  const span = spanFromTo(path.first, path.last);
  const fix = replaceWith(span, field, `Write ${field}`, "suggested");
  return { parameters: { problem: "bare-field", field }, span, fixes: [fix] };
};

const INSTEAD_OF_AND = [",", ";", "&", "+", "..", "…", "-", "–", "—", "to", "until", "till", "through"];

function explainAndBetweenMarkers(fault: Fault, found: Token): Explanation | null {
  if (isText(found)) {
    const fix = insertingWord(fault.text, "and", found, "automatic");
    return fault.explain(found, { problem: "missing-word", word: "and", before: found.image }, [fix]);
  }
  if (!isText(fault.next) || fault.before === null) return null;
  const span = { from: fault.before.endOffset + 1, to: found.endOffset + 1 };
  const fix = replaceWith(
    span,
    " and",
    "Write and",
    INSTEAD_OF_AND.includes(found.image) ? "automatic" : "suggested",
  );
  return fault.explain(found, { problem: "instead", found: found.image, write: "and" }, [fix]);
}

function explainBarePath(fault: Fault, found: Token): Explanation {
  const kind = pathKind(plainText(found.pieces ?? [""]));
  if (kind !== null) {
    const fix = insertingWord(fault.text, kind, found, "automatic");
    return fault.explain(found, { problem: "missing-word", word: kind, before: found.image }, [fix]);
  }
  const after = fault.before?.image ?? null;
  return fault.explain(found, { problem: "unexpected", found: found.image, expected: "a field", after });
}

/** `capture price from $.price`. */
function explainUnquotedPath(fault: Fault, found: Token): Explanation | null {
  const last = lastTouching(fault.tokens, fault.index) ?? found;
  const span = spanFromTo(found, last);
  const path = fault.text.slice(span.from, span.to);
  const kind = pathKind(path);
  if (kind === null || /["\\]/.test(path)) return null;
  return fault.explain(found, { problem: "missing-word", word: kind, before: path }, [
    replaceWith(span, `${kind} "${path}"`, `Write ${kind} and quotes`, "automatic"),
  ]);
}
