import { createTextIndex } from "../matching/text-index.js";
import type { Mapping } from "../model/mapping.js";
import { findText } from "../runtime/text-matching.js";
import type { ExampleBodies, JsonExample } from "./example-bodies.js";
import type { JsonMember } from "./json-outline.js";
import { ownSoughtTexts } from "./sought-texts.js";

/** Where a keyword stands in the file's JSON examples. */
export interface KeywordPlaces {
  /** The first examples in which it stands only in names. */
  readonly onlyInNames: readonly JsonExample[];
  /** Whether there is an example in which it stands in a value, or reaches into one. */
  readonly inValues: boolean;
}

const NOWHERE: KeywordPlaces = { onlyInNames: [], inValues: false };

const MOST_KEPT = 8;

/** How many keywords are looked for in one body: no response has more, and each costs a pass over it. */
const MOST_SOUGHT = 1000;

/** Finds where the keywords and words that the mapping's own rules look for in the body stand in its JSON examples. */
export function placesOfKeywords(mapping: Mapping, bodies: ExampleBodies): (folded: string) => KeywordPlaces {
  if (bodies.json.length === 0) return () => NOWHERE;
  const keywords = new Set<string>();
  for (const { textTest, text } of ownSoughtTexts(mapping)) {
    if (textTest.field === null && textTest.how !== "exact") keywords.add(text.folded);
  }
  const index = createTextIndex(Array.from(keywords, (text) => ({ text, value: text })));
  const places = new Map<string, { readonly onlyInNames: JsonExample[]; inValues: boolean }>();
  for (const example of bodies.json) {
    const candidates = new Set(index.candidates([example.subject.foldedBody]));
    for (const keyword of Array.from(candidates).slice(0, MOST_SOUGHT)) {
      const where = whereIs(keyword, example);
      if (where === "nowhere") continue;
      const known = places.get(keyword) ?? { onlyInNames: [], inValues: false };
      places.set(keyword, known);
      if (where === "values") known.inValues = true;
      else if (known.onlyInNames.length < MOST_KEPT) known.onlyInNames.push(example);
    }
  }
  return (folded) => places.get(folded) ?? NOWHERE;
}

function whereIs(keyword: string, { subject, outline }: JsonExample): "nowhere" | "names" | "values" {
  const body = subject.foldedBody;
  let found = findText(body, keyword, 0);
  if (found < 0) return "nowhere";
  while (found >= 0) {
    const member = memberAt(outline.members, found);
    if (member === null || found + keyword.length > member.to) return "values";
    found = findText(body, keyword, found + 1);
  }
  return "names";
}

/** The member in whose name the place is: the last that begins at or before it, if its name ends behind it. */
function memberAt(members: readonly JsonMember[], place: number): JsonMember | null {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle]?.from ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  const member = members[low - 1];
  return member !== undefined && place < member.to ? member : null;
}
