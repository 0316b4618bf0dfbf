import type { ExampleModel } from "@responses/dsl";
import { type BodyIndex, foldText, type SeenText, SeenTexts, withinCharacters } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** Bodies looked through at most, and characters of them: more show no other markers. */
const MOST_BODIES = 50;
const MOST_CHARACTERS = 1_000_000;
const MOST_MARKERS = 300;

/** Texts behind which a value stands in what is read here: `id=`, `Lead: `, `<id>`, `"id":"`, `callback(`. */
export function startMarkerSuggestions(context: CompletionContext): readonly Suggestion[] {
  const markers = new SeenTexts(MOST_MARKERS);
  shortBodies(context.bodiesReadAt("start marker")).forEach(({ body, verdict }, number) => {
    for (const [marker] of body.matchAll(START_MARKER)) markers.add(marker, number, verdict.outcome);
  });
  return markers.mostTellingFirst(null).map(markerSuggestion);
}

/** A name and what stands between it and its value. Each alternative is short, so that time stays linear. */
const START_MARKER =
  /<[A-Za-z][\w.:-]{0,40}>(?=[^<\s])|"[\w. -]{1,40}" {0,3}: {0,3}"?|\b[A-Za-z][\w-]{0,40}(?:\((?=\s{0,3}[{[])|=["']?(?=[^\s"'=:/])|: {0,2}(?=[^\s"'=:/]))/g;

/** Texts that stand behind such a value: what ends it in the examples, then what mostly does. None that is listed already. */
export function endMarkerSuggestions(context: CompletionContext): readonly Suggestion[] {
  const part = context.partSoFar("end marker");
  const markers = new SeenTexts(MOST_MARKERS);
  const listed = new Set<string>();
  if (part?.kind === "between" && part.open.text !== "") {
    const { open, closing } = part;
    if (closing.kind === "nearest") for (const { text } of closing.closers.slice(0, -1)) listed.add(text);
    shortBodies(context.bodiesReadAt("end marker")).forEach(({ body, verdict }, number) => {
      const at = foldText(body).indexOf(open.folded);
      if (at < 0) return;
      const value = body.slice(at + open.text.length);
      const found =
        closing.kind === "last" ? lastClosers(value, open.text) : nearestClosers(value, open.text);
      for (const text of found) markers.add(text, number, verdict.outcome);
    });
  }
  const usual = USUAL_ENDS.map(
    (text): SeenText => ({ text, counts: { success: 0, reject: 0, error: 0, unmapped: 0 } }),
  );
  return [...markers.mostTellingFirst(null), ...usual]
    .filter(({ text }) => !listed.has(text))
    .map(markerSuggestion);
}

const LONGEST_VALUE = 500;

/** Where a value ends: at a tag, a quotation mark, a mark between parts, a line's end. */
const END_MARKER = /<\/?[A-Za-z][\w.:-]{0,40}>?|&amp;|\r?\n|["'&|;,\t]/;

/** The bracket or quotation mark that the opener leaves open, then the first mark, and a blank before it. */
function* nearestClosers(rest: string, open: string): Iterable<string> {
  const value = rest.slice(0, LONGEST_VALUE);
  yield* partnerIn(value, open);
  const mark = END_MARKER.exec(value);
  if (mark !== null) yield mark[0];
  const blank = value.indexOf(" ");
  if (blank > 0 && (mark === null || blank < mark.index)) yield " ";
}

/** The bracket that the opener leaves open, then the mark with which the body ends. */
function* lastClosers(rest: string, open: string): Iterable<string> {
  yield* partnerIn(rest, open);
  const last = rest.trimEnd().at(-1);
  if (last !== undefined && /[^\p{L}\p{N}\ufffd]/u.test(last)) yield last;
}

function* partnerIn(value: string, open: string): Iterable<string> {
  const partner = PARTNERS.get(open.trimEnd().at(-1) ?? "");
  if (partner !== undefined && value.includes(partner)) yield partner;
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ['"', '"'],
  ["'", "'"],
]);

const USUAL_ENDS = ['"', "<", "&", ",", ";", "|", " ", "\n"] as const;

function shortBodies({ examples }: BodyIndex): readonly ExampleModel[] {
  return withinCharacters(examples, MOST_CHARACTERS).slice(0, MOST_BODIES);
}

function markerSuggestion({ text, counts }: SeenText): Suggestion {
  const seen = outcomeCountsInWords(counts);
  return {
    content: { kind: "text", pieces: [text] },
    kind: CompletionItemKind.Value,
    label: NAMES.get(text) ?? text,
    detail: seen === "" ? "what often ends a value" : seen,
    about: null,
  };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [" ", "blank"],
  ["\n", "end of the line"],
  ["\r\n", "end of the line (CR LF)"],
  ["\t", "tab"],
]);
