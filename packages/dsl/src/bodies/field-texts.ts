import { Subject } from "../matching/subject.js";
import type { Field } from "../model/field.js";
import { generalPath } from "../model/json-path.js";
import type { BodyIndex } from "./body-index.js";
import { SeenTexts } from "./seen-texts.js";
import { withinCharacters } from "./within-characters.js";
import { reachesXml } from "./xml-reach.js";

/** Texts of a field kept at most, as of any field of the index. */
const MOST_TEXTS = 1000;

/** Examples that such fields read at most, and characters of their bodies: whoever completes waits for it. */
const MOST_EXAMPLES = 200;
const MOST_CHARACTERS = 2_000_000;

/** The texts that a field has in the examples; null where none of them has the field. */
export function seenTextsOf(field: Field, bodies: BodyIndex): SeenTexts | null {
  if (field.kind === "json") return bodies.jsonField(generalPath(field.written))?.texts ?? null;
  if (field.kind === "xml") return xmlTexts(field, bodies);
  return pickedTexts(field, bodies);
}

function xmlTexts({ path }: Extract<Field, { kind: "xml" }>, bodies: BodyIndex): SeenTexts | null {
  const reached = [...bodies.fields].filter(
    ({ kind, names, attribute }) => kind === "xml" && reachesXml(path, names, attribute),
  );
  const [first, ...others] = reached;
  if (first === undefined || others.length === 0) return first?.texts ?? null;
  const texts = new SeenTexts(MOST_TEXTS);
  for (const field of reached) for (const seen of field.texts.all) texts.addSeen(seen);
  return texts;
}

/** What a field of any kind picks of the examples; what paths lead to the index knows already. */
function pickedTexts(field: Field, bodies: BodyIndex): SeenTexts | null {
  const texts = new SeenTexts(MOST_TEXTS);
  withinCharacters(bodies.examples.slice(0, MOST_EXAMPLES), MOST_CHARACTERS).forEach((example, number) => {
    for (const { text } of new Subject(example).pick(field)) {
      if (text !== null) texts.add(text, number, example.verdict.outcome);
    }
  });
  return texts.size === 0 ? null : texts;
}
