import { Subject } from "../matching/subject.js";
import { isWithoutWildcards } from "../plan/relations/text-relations.js";
import type { WantedResponse } from "../solver/question.js";
import { naturalText } from "../solver/texts/single-text.js";
import { bodiesFor } from "../synthesis/bodies-for.js";
import type { BodyTemplates } from "../synthesis/body-templates.js";
import type { WantedField } from "../synthesis/wanted-body.js";
import type { ShownResponse } from "./rule-reachability.js";

/** A response that was made up or recorded, as the interpreter sees it. */
export interface MadeResponse {
  readonly status: number | null;
  readonly body: string;
  readonly subject: Subject;
}

/** A response with what the interpreter needs of it. */
function madeResponse(status: number | null, body: string): MadeResponse {
  return { status, body, subject: new Subject({ status, body }) };
}

/** The response without its status where it is right without. */
export function withoutNeedlessStatus(
  response: MadeResponse,
  isRight: (subject: Subject) => boolean,
): MadeResponse {
  if (response.status === null) return response;
  const bare = madeResponse(null, response.body);
  return isRight(bare.subject) ? bare : response;
}

/**
 * Makes real responses of a wish until one is right: like one of the shapes, where there are some; else the body that was found
 * for the tests of the body itself where that is enough, else one in which the fields pick what they are to.
 *
 * @param isRight asks the interpreter
 * @param shapes recorded responses that the made one is to look like; an answer depends on them, too
 * @returns null where none of those that were made is
 */
export function makeResponse(
  { status, body, fields }: WantedResponse,
  templates: BodyTemplates,
  isRight: (subject: Subject) => boolean,
  shapes: readonly ShownResponse[],
): MadeResponse | null {
  const statuses = new Set([...shapes.map((shape) => shape.status), status]);
  const likened = shapes.map((shape) => shape.body);
  for (const candidate of bodies(body, fields, templates, likened)) {
    for (const tried of statuses) {
      const made = madeResponse(tried, candidate);
      if (isRight(made.subject)) return made;
    }
  }
  return null;
}

function* bodies(
  { text, required }: WantedResponse["body"],
  fields: readonly WantedField[],
  templates: BodyTemplates,
  shapes: readonly string[],
): Iterable<string> {
  const texts = required.map(naturalText);
  if (shapes.length > 0) yield* bodiesFor({ fields, texts }, shapes);
  const isAboutFields = fields.some(({ picks }) => picks.length > 0);
  // A body that begins with a byte order mark loses it, so that one that is wanted is written twice.
  if (!isAboutFields) yield text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  if (fields.length === 0) return;
  if (shapes.length === 0) {
    const templated = required.length === 0 ? templatedBody(fields, templates) : null;
    if (templated !== null) yield templated;
    yield* bodiesFor({ fields, texts }, []);
    // What must not be found may stand in those texts as they are, and is not in the text that was found for all of them.
    if (texts.length > 0 && !texts.includes(text)) yield* bodiesFor({ fields, texts: [text] }, []);
  }
  for (const one of required) if (isWithoutWildcards(one)) yield naturalText(one);
}

/** What is wished most often: one field with one text. */
function templatedBody([one, ...others]: readonly WantedField[], templates: BodyTemplates): string | null {
  const [pick, ...more] = one?.picks ?? [];
  if (one === undefined || others.length > 0 || pick?.kind !== "text" || more.length > 0) return null;
  return templates.bodyWith(one.field, pick.text);
}
