import { memoized } from "../incremental/memoized.js";
import type { Subject } from "../matching/subject.js";
import type { ExampleModel } from "../model/mapping.js";
import { foldText } from "../text/case-folding.js";
import { bodyKindOf } from "./body-kind.js";
import { subjectOf } from "./example-subject.js";
import { type JsonMember, type JsonOutline, type JsonValue, outlineJson } from "./json-outline.js";

/** An example whose body is JSON, and what stands in it. */
export interface JsonExample {
  readonly example: ExampleModel;
  readonly subject: Subject;
  /** The body with its case folded. */
  readonly folded: string;
  readonly outline: JsonOutline;
  readonly members: readonly FoundPart<JsonMember>[];
  readonly values: readonly FoundPart<JsonValue>[];
}

/** A part of an example's body, and by what it is found. */
export interface FoundPart<Part> {
  readonly in: JsonExample;
  readonly part: Part;
  readonly key: string;
}

/** A longer body is no recorded response that a suggestion could be learnt from, and would make every check wait. */
const LONGEST_OUTLINED = 1_000_000;

/** What an example's body looks like. */
export const kindOfExample = memoized(({ body }: ExampleModel) => bodyKindOf(body));

/** What stands in an example's body; null where it cannot be read as JSON. */
export const readAsJson = memoized((example: ExampleModel): JsonExample | null => {
  if (example.body.length > LONGEST_OUTLINED || kindOfExample(example) !== "json") return null;
  const subject = subjectOf(example);
  const outline = outlineJson(subject.body);
  if (outline === null) return null;
  const members: FoundPart<JsonMember>[] = [];
  const values: FoundPart<JsonValue>[] = [];
  const read: JsonExample = { example, subject, folded: subject.foldedBody, outline, members, values };
  for (const part of outline.members) members.push({ in: read, part, key: part.name });
  for (const part of outline.values) values.push({ in: read, part, key: foldText(part.text) });
  return read;
});
