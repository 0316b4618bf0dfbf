import { type FieldPaths, hasPass, searchesLetters } from "../../execution/field-paths.js";
import type { DescribedField } from "../../model/field.js";
import type { DescribedPart } from "../../model/field-part.js";
import { writeComment } from "../string-literal.js";
import { writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { RuntimeCalls } from "./runtime-calls.js";
import type { RuntimeName } from "./runtime-text.generated.js";

/** The paths that are read of the body, by their formats. */
export function writeBodyPaths({ execution, calls }: ModuleScope): string {
  return writeArray(execution.fields.paths.map((paths) => `  ${writePaths(paths, calls)},\n`));
}

function writePaths({ kind, parts, hasPass: isScanned }: FieldPaths, calls: RuntimeCalls): string {
  const lines = parts.map(({ key, call }) => {
    const [path = null] = call.arguments;
    return `    // ${writeComment(key)}\n    ${writeLiteral(path)},\n`;
  });
  const list = `[\n${lines.join("")}  ]`;
  const write = (make: RuntimeName, pick: RuntimeName): string =>
    calls.call("bodyPaths", isScanned ? calls.reference(make) : "null", calls.reference(pick), list);
  switch (kind) {
    case "json":
      return write("createJsonPass", "pickJsonPaths");
    case "xml":
      return write("createXmlPass", "pickXmlPaths");
    case "form":
      return calls.call("formNames", list);
  }
}

/** For each field how it is read of a response. */
export function writeFields(scope: ModuleScope): readonly string[] {
  return scope.execution.fields.fields.map(({ field, place }) => {
    const reader =
      place === null
        ? `{ read: ${writeFieldReader(field, scope)} }`
        : `{ paths: ${place.paths}, path: ${place.path}, read: null }`;
    return `  // ${writeComment(field.key)}\n  ${reader},\n`;
  });
}

/** The function that reads the field of a response. */
function writeFieldReader(field: DescribedField, scope: ModuleScope): string {
  if (field.kind !== "chain") return `(response) => ${writeReader(field, "body", scope)}`;
  const { calls } = scope;
  const [first, ...others] = field.parts;
  const readers = others.map((part) => `\n    ${writeInnerReader(part, scope)},`);
  return calls.call("chainReader", String(scope.fieldNumber(first)), `[${readers.join("")}\n  ]`);
}

/** The function that reads a part of a text that another part has picked. */
function writeInnerReader(part: DescribedPart, scope: ModuleScope): string {
  const { calls } = scope;
  if (!hasPass(part)) return `(text) => ${writeReader(part, "inner text", scope)}`;
  const make = calls.reference(part.kind === "json" ? "createJsonPass" : "createXmlPass");
  return calls.call(
    "innerReader",
    make,
    calls.reference(part.call.name),
    ...part.call.arguments.map(writeLiteral),
  );
}

/** The call that picks a part of the response's body, or of `text`, which another part has picked. */
function writeReader(part: DescribedPart, of: "body" | "inner text", { calls }: ModuleScope): string {
  const { call } = part;
  const text = of === "body" ? "response.text()" : "text";
  const writeFolded = (): string =>
    of === "body" ? "response.folded()" : calls.call("foldWith", "text", "VARIANTS");
  const read = call.reads === "text" ? [text] : [searchesLetters(part) ? writeFolded() : text, text];
  return calls.call(call.name, ...read, ...call.arguments.map(writeLiteral));
}
