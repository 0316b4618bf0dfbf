import { bodyFaultFor } from "../../matching/body-fault.js";
import { Subject } from "../../matching/subject.js";
import type { CaptureModel, Example, Field, Mapping, RuleModel } from "../../model/mapping.js";
import type { BodyFault } from "../../runtime/picked.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { writtenPlace } from "../../syntax/text-literal.js";
import { findingAt } from "../analysed-mapping.js";
import { bodyKindOf } from "../body-kind.js";
import type { Check } from "../check-definition.js";

type Format = "json" | "xml";

export const checkUnreadableBody: Check = function* ({ mapping }) {
  const asked = kindsOfFields(mapping);
  if (!asked.has("json") && !asked.has("xml")) return;
  for (const example of mapping.examples) {
    const { body } = new Subject(example.model);
    const format = formatOf(body);
    if (format === null || !asked.has(format)) continue;
    const fault = bodyFaultFor(format, body);
    if (fault === null) continue;
    const parameters = { format: format === "json" ? "JSON" : "XML", reason: fault.reason } as const;
    yield findingAt({ name: "unreadable-body", parameters }, example, placeOf(fault, body, example));
  }
};

/** What the body is meant to be, by how it begins. */
function formatOf(body: string): Format | null {
  const { start } = trimmedRange(body, 0, body.length);
  // `[ERROR] …` is a line of a log; no value of JSON begins like that.
  if (/^(?:\{|\[[ \t\r\n]*[\]{["0-9tfn-])/.test(body.slice(start, start + 50))) return "json";
  return bodyKindOf(body) === "xml" ? "xml" : null;
}

/** Where the fault stands in the source: offsets count from behind a byte order mark, which a body loses. */
function placeOf(fault: BodyFault, body: string, { model, statement }: Example) {
  const dropped = model.body.length - body.length;
  return writtenPlace(statement.syntax.text, model.bodySpan, fault.at + dropped);
}

function kindsOfFields({ rules, captures }: Mapping): ReadonlySet<Field["kind"]> {
  const kinds = new Set<Field["kind"]>();
  for (const { model } of rules) for (const { kind } of fieldsOfRule(model)) kinds.add(kind);
  for (const { model } of captures) for (const { kind } of fieldsOfCapture(model)) kinds.add(kind);
  return kinds;
}

function* fieldsOfRule({ condition, label }: RuleModel): Iterable<Field> {
  if (label.kind === "field") yield label.field;
  if (condition.kind === "otherwise") return;
  for (const { test } of condition.tests) if (test.kind !== "status" && test.field !== null) yield test.field;
}

function fieldsOfCapture({ from }: CaptureModel): readonly Field[] {
  return from.kind === "field" ? [from.field] : [];
}
