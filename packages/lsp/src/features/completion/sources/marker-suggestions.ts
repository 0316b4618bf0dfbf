import { type SeenText, SeenTexts } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { outcomeCountsInWords } from "../../presentation/outcome-counts.js";
import type { Suggestion } from "../items/suggestion.js";
import type { CompletionContext } from "./completion-context.js";

/** Bodies looked through at most, and how long they may be: more show no other markers. */
const MOST_BODIES = 50;
const LONGEST_BODY = 5_000;
const MOST_MARKERS = 300;

/** Texts behind which a value stands in the examples' bodies: `id=`, `Lead: `, `<id>`, `"id":"`. */
export function startMarkerSuggestions(context: CompletionContext): readonly Suggestion[] {
  const markers = new SeenTexts(MOST_MARKERS);
  shortBodies(context).forEach(({ body, verdict }, number) => {
    for (const [marker] of body.matchAll(START_MARKER)) markers.add(marker, number, verdict.outcome);
  });
  return markers.mostTellingFirst(null).map(markerSuggestion);
}

/** A name and what stands between it and its value. Each alternative is short, so that time stays linear. */
const START_MARKER =
  /<[A-Za-z][\w.:-]{0,40}>(?=[^<\s])|"[\w. -]{1,40}" {0,3}: {0,3}"?|\b[A-Za-z][\w-]{0,40}(?:=["']?|: {0,2})(?=[^\s"'=:/])/g;

/** Texts that stand behind such a value. */
export function endMarkerSuggestions(context: CompletionContext): readonly Suggestion[] {
  const field = context.partSoFar("end marker");
  const start = field?.kind === "between" ? field.open.text : "";
  const markers = new SeenTexts(MOST_MARKERS);
  if (start !== "") {
    shortBodies(context).forEach(({ body, verdict }, number) => {
      const at = body.indexOf(start);
      const end =
        at === -1 ? null : END_MARKER.exec(body.slice(at + start.length, at + start.length + LONGEST_VALUE));
      if (end !== null) markers.add(end[0], number, verdict.outcome);
    });
  }
  const usual = USUAL_ENDS.map(
    (text): SeenText => ({ text, counts: { success: 0, reject: 0, error: 0, unmapped: 0 } }),
  );
  return [...markers.mostTellingFirst(null), ...usual].map(markerSuggestion);
}

const LONGEST_VALUE = 500;

/** Where a value ends: at a tag, a quotation mark, a mark between parts, a line's end. */
const END_MARKER = /<\/?[A-Za-z][\w.:-]{0,40}>?|["'&|;,\n]|\s/;

const USUAL_ENDS = ['"', "<", "&", ",", ";", "|", " ", "\n"] as const;

function shortBodies({ bodies }: CompletionContext) {
  return bodies.examples.filter(({ body }) => body.length <= LONGEST_BODY).slice(0, MOST_BODIES);
}

function markerSuggestion({ text, counts }: SeenText): Suggestion {
  const seen = outcomeCountsInWords(counts);
  return {
    content: { kind: "text", pieces: [text] },
    kind: CompletionItemKind.Value,
    label: NAMES.get(text) ?? text,
    detail: seen === "" ? null : seen,
    about: null,
  };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [" ", "blank"],
  ["\n", "end of the line"],
  ["\t", "tab"],
]);
