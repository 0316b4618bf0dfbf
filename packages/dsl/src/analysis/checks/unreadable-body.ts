import { bodyKindOf } from "../../bodies/body-kind.js";
import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { partsOf } from "../../model/field.js";
import type { FieldPartKind } from "../../model/field-part.js";
import { lowerStatement } from "../../model/lower.js";
import type { Mapping } from "../../model/mapping.js";
import { fieldsOfRule } from "../../model/rule-parts.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { writtenPlace } from "../../syntax/text-literal.js";
import type { StatementSyntax } from "../../syntax/tree.js";
import { type PathFieldWord, VOCABULARY } from "../../syntax/vocabulary.js";
import { checkOfMapping } from "../check-definition.js";
import { findingAt } from "../placing/placed-finding.js";

export const checkUnreadableBody = checkOfMapping(function* ({ mapping }) {
  const broken = mapping.examples.flatMap((example) => {
    const fault = faultIn(example.statement.syntax);
    return fault === null ? [] : [{ example, ...fault }];
  });
  if (broken.length === 0) return;
  const asked = kindsOfFields(mapping);
  for (const { example, format, reason, span } of broken) {
    if (!asked.has(format)) continue;
    const parameters = { format: VOCABULARY[format].format, reason };
    yield findingAt({ name: "unreadable-body", parameters }, example, span);
  }
});

/** Why an example's body is not what it is meant to be, and where. */
const faultIn = memoized((syntax: StatementSyntax) => {
  const { model } = lowerStatement(syntax);
  if (model.kind !== "example") return null;
  const subject = subjectOf(model);
  const format = formatOf(subject.body);
  const fault = format === null ? null : subject.faultFor(format);
  if (format === null || fault === null) return null;
  // Offsets count from behind a byte order mark, which a body loses.
  const dropped = model.body.length - subject.body.length;
  const span = writtenPlace(syntax.text, model.bodySpan, fault.at + dropped);
  return { format, reason: fault.reason, span };
});

/** What the body is meant to be, by how it begins. */
function formatOf(body: string): PathFieldWord | null {
  const { start } = trimmedRange(body, 0, body.length);
  // `[ERROR] …` is a line of a log; no value of JSON begins like that.
  if (/^(?:\{|\[[ \t\r\n]*[\]{["0-9tfn-])/.test(body.slice(start, start + 50))) return "json";
  return bodyKindOf(body) === "xml" ? "xml" : null;
}

/** The kinds of fields that read the body itself. */
function kindsOfFields({ rules, captures }: Mapping): ReadonlySet<FieldPartKind> {
  const fields = [
    ...rules.flatMap(({ model }) => fieldsOfRule(model)),
    ...captures.map(({ model }) => model.field),
  ];
  return new Set(fields.map((field) => partsOf(field)[0].kind));
}
