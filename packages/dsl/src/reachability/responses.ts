import { Subject } from "../matching/subject.js";
import { isWithoutWildcards } from "../plan/relations/text-relations.js";
import type { WantedResponse } from "../solver/question.js";
import { writtenText } from "../solver/texts/single-text.js";
import { bodiesFor } from "../synthesis/bodies-for.js";
import type { BodyTemplates } from "../synthesis/body-templates.js";
import type { WantedField } from "../synthesis/wanted-body.js";

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

/**
 * Makes real responses of a wish until one is right: the body that was found for the tests of the body itself where that is
 * enough, else one in which the fields pick what they are to.
 *
 * @param isRight asks the interpreter
 * @returns null where none of those that were made is
 */
export function makeResponse(
  { status, body, fields }: WantedResponse,
  templates: BodyTemplates,
  isRight: (subject: Subject) => boolean,
): MadeResponse | null {
  for (const candidate of bodies(body, fields, templates)) {
    const made = madeResponse(status, candidate);
    if (isRight(made.subject)) return made;
  }
  return null;
}

function* bodies(
  { text, required }: WantedResponse["body"],
  fields: readonly WantedField[],
  templates: BodyTemplates,
): Iterable<string> {
  const isAboutFields = fields.some(({ picks }) => picks.length > 0);
  // A body that begins with a byte order mark loses it, so that one that is wanted is written twice.
  if (!isAboutFields) yield text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  if (fields.length === 0) return;
  const templated = required.length === 0 ? templatedBody(fields, templates) : null;
  if (templated !== null) yield templated;
  const texts = required.map((one) => writtenText(one, ""));
  // None is to look like an example: answers depend on the rules alone, and examples change with every edit of one.
  yield* bodiesFor({ fields, texts }, []);
  for (const one of required) if (isWithoutWildcards(one)) yield writtenText(one, "");
}

/** What is wished most often: one field with one text. */
function templatedBody([one, ...others]: readonly WantedField[], templates: BodyTemplates): string | null {
  const [pick, ...more] = one?.picks ?? [];
  if (one === undefined || others.length > 0 || pick?.kind !== "text" || more.length > 0) return null;
  return templates.bodyWith(one.field, pick.text);
}
