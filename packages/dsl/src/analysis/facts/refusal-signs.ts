import type { BodyField } from "../../bodies/body-fields.js";
import { bodyKindOf } from "../../bodies/body-kind.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { looksLikeForm } from "../../bodies/form-outline.js";
import { fieldsOfBody } from "../../bodies/inner-fields.js";
import { readField } from "../../bodies/read-field.js";
import { memoized } from "../../incremental/memoized.js";
import type { Subject } from "../../matching/subject.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { foldText } from "../../text/case-folding.js";
import { tellsHowItWent } from "../words/answer-names.js";
import { isErrorName, saysNothingWrong } from "../words/error-names.js";
import { flagNamed } from "../words/flag-names.js";
import { plainName } from "../words/plain-name.js";
import { refusalIn } from "../words/refusal-words.js";

/** A place in a body that says that the lead was refused, or that something went wrong. */
export interface RefusalSign {
  /** A field for errors that is filled, a flag that says no, or a word of refusal. */
  readonly kind: "error" | "flag" | "word";
  /** The field as a file writes it, and what it means; null for a place in plain text. */
  readonly written: string | null;
  readonly field: Field | null;
  /** The text of the field, or the word. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer bodies are no recorded answers that somebody reads a verdict out of, and lines of a text beyond these no answer. */
const LONGEST_BODY = 100_000;
const LONGEST_TEXT = 1000;

/** The first such place in an example's body; null where there is none. */
export const refusalSignIn = memoized((example: ExampleModel): RefusalSign | null => {
  const subject = subjectOf(example);
  const { body } = subject;
  if (body.length > LONGEST_BODY) return null;
  for (const field of fieldsOfBody(subject)) {
    const sign = signInField(field);
    if (sign !== null) return { ...sign, ...placeOf(field, subject) };
  }
  const isText = bodyKindOf(body) === "text" && body.length <= LONGEST_TEXT && !looksLikeForm(body);
  return isText ? signInText(body) : null;
});

function signInField({ name, written, text }: BodyField): Pick<RefusalSign, "kind" | "text"> | null {
  if (namesIn(written).some(isErrorName)) return saysNothingWrong(text) ? null : { kind: "error", text };
  if (name === null) return null;
  if (isFlag(name)) return SAYS_NO.test(foldText(text)) ? { kind: "flag", text } : null;
  const refusal = tellsHowItWent(name) ? refusalIn(text) : null;
  return refusal === null ? null : { kind: "word", text: refusal.text };
}

/** The names on the way to a field, as it is written. */
function namesIn(written: string): readonly string[] {
  return written.split(/["'$./@[\]*\s]+/);
}

/** A test lead is none that was refused. */
function isFlag(name: string): boolean {
  const plain = plainName(name);
  return flagNamed(plain)?.yes === "true" && !plain.endsWith("test");
}

const SAYS_NO = /^(?:false|no|n|0|f)$/;

/** Where the field's text stands in the body; all of the body where the field picks another text. */
function placeOf(
  { written, text }: BodyField,
  subject: Subject,
): Pick<RefusalSign, "written" | "field" | "start" | "end"> {
  const field = readField(written);
  const picked = field === null ? undefined : subject.pick(field).find((part) => part.text === text);
  const { start, end } = picked ?? { start: 0, end: subject.body.length };
  return { written, field, start, end };
}

/** `Name: value`, `NAME=value`: a line that says something under a name. */
const NAMED_LINE = /^\s*([A-Za-z][\w .-]{0,30}?)\s*[:=]/;

function signInText(body: string): RefusalSign | null {
  for (const { index, 0: line } of body.matchAll(/[^\r\n]+/g)) {
    const name = NAMED_LINE.exec(line)?.[1];
    // What stands under a name that is none of an answer's is what somebody filled in.
    if (name !== undefined && !tellsHowItWent(name) && !isErrorName(name) && refusalIn(name) === null)
      continue;
    const refusal = refusalIn(line);
    if (refusal === null) continue;
    const { text, start, end } = refusal;
    return { kind: "word", written: null, field: null, text, start: index + start, end: index + end };
  }
  return null;
}
