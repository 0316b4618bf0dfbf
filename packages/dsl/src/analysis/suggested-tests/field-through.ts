import type { InnerBody } from "../../bodies/inner-bodies.js";
import { readField } from "../../bodies/read-field.js";
import { writeField } from "../../bodies/written-field.js";
import { type Field, partsOf } from "../../model/field.js";
import type { FieldPart } from "../../model/field-part.js";
import { type JsonPath, writeJsonPath } from "../../model/json-path.js";
import { writeXmlPath } from "../../model/xml-path.js";
import type { JsonSegment } from "../../runtime/json-field.js";
import type { XmlPath } from "../../runtime/xml-steps.js";
import type { LocalSpan } from "../../text/span.js";

/** How a field is written anew, so that it reads a body inside the body. */
export interface FieldBeginning {
  /** How many of the field's parts go; 0 if it only gets others before it. */
  readonly parts: number;
  /** What stands in their place. */
  readonly newText: string;
}

/** The stretch of a statement that the new beginning replaces. */
export function replacedBy(field: Field, { parts }: FieldBeginning): LocalSpan {
  const { from } = field.span;
  const last = partsOf(field)[parts - 1];
  return { from, to: last === undefined ? from : last.span.to };
}

/** The field with its new beginning, as the statement of that text would have it. */
export function writtenAnew(field: Field, source: string, beginning: FieldBeginning): string {
  return beginning.newText + source.slice(replacedBy(field, beginning).to, field.span.to);
}

/**
 * The ways in which a field that reads the whole body can be written to read an inner one: its path goes on inside the text
 * that holds the inner body (`json "$.d.Status"` becomes `json "$.d" json "$.Status"`), or all of it reads that text.
 */
export function* beginningsThrough(field: Field, inner: InnerBody): Iterable<FieldBeginning> {
  const chain = readField(inner.written);
  if (chain === null) return;
  yield* pathsInto(partsOf(field), partsOf(chain), inner);
  if (partsOf(field)[0].kind === inner.kind) yield { parts: 0, newText: `${inner.written} ` };
}

/** A field may ask as if all but the outermost parts of the chain were not needed: each of them may be its first. */
function* pathsInto(
  parts: readonly FieldPart[],
  chain: readonly FieldPart[],
  inner: InnerBody,
): Iterable<FieldBeginning> {
  const last = chain.at(-1);
  for (let first = 0; first < chain.length; first++) {
    const count = chain.length - first;
    const own = parts[count - 1];
    const others = parts.slice(0, count - 1);
    if (own === undefined || last === undefined) continue;
    if (!others.every(({ key }, index) => key === chain[first + index]?.key)) continue;
    const before = inner.parts
      .slice(0, -1)
      .map((part) => `${part} `)
      .join("");
    for (const written of splitPaths(own, last, inner.kind))
      yield { parts: count, newText: before + written };
  }
}

/** The path of a part in two: the one that leads to the text, and what is left of it, which reads that text. */
function* splitPaths(own: FieldPart, holder: FieldPart, kind: InnerBody["kind"]): Iterable<string> {
  if (own.kind === "json" && holder.kind === "json") {
    const { length } = holder.path;
    if (length >= own.path.length || !holder.path.every((step, index) => leadsTo(step, own.path[index])))
      return;
    const to = writeField("json", writeJsonPath(own.path.slice(0, length)));
    for (const rest of pathsOf(kind, namesIn(own.path.slice(length)), own.path.slice(length)))
      yield `${to} ${rest}`;
  } else if (own.kind === "xml" && holder.kind === "xml" && holder.path.attribute === null) {
    const name = holder.path.steps.at(-1)?.name;
    const index = own.path.steps.findIndex((step) => step.name === name);
    const steps = own.path.steps.slice(index + 1);
    if (index < 0 || steps.length === 0) return;
    const to = writeField(
      "xml",
      writeXmlPath({ steps: own.path.steps.slice(0, index + 1), attribute: null }),
    );
    const rest: XmlPath = { steps, attribute: own.path.attribute };
    if (kind === "xml") yield `${to} ${writeField("xml", writeXmlPath(rest))}`;
    for (const path of pathsOf(
      kind,
      steps.map((step) => step.name),
      null,
    ))
      yield `${to} ${path}`;
  }
}

/** How names that follow one another are asked for in JSON or XML. */
function pathsOf(
  kind: InnerBody["kind"],
  names: readonly string[] | null,
  path: JsonPath | null,
): readonly string[] {
  switch (kind) {
    case "json": {
      const asked = path ?? names?.map((name): JsonSegment => ({ kind: "name", name })) ?? [];
      return [writeField("json", writeJsonPath(asked))];
    }
    case "xml":
      return names === null ? [] : [writeField("xml", `//${names.join("/")}`)];
  }
}

function namesIn(path: JsonPath): readonly string[] | null {
  const names = path.flatMap((step) => (step.kind === "name" ? [step.name] : []));
  return names.length === path.length ? names : null;
}

/** Whether a step that leads to several places leads to the other's, too. */
function leadsTo(step: JsonSegment, own: JsonSegment | undefined): boolean {
  if (own === undefined) return false;
  if (step.kind === "all") return own.kind !== "name";
  return writeJsonPath([step]) === writeJsonPath([own]);
}
