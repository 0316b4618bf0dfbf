import type { DescribedField } from "../../model/field.js";
import type { DescribedPart } from "../../model/field-part.js";
import { writeComment } from "../string-literal.js";
import { writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";

/** The paths that are read of the body, by their formats. */
export function writeBodyPaths({ execution, calls }: ModuleScope): string {
  return writeArray(
    execution.fields.paths.map(({ kind, parts, hasPass }) => {
      const [make, pick] =
        kind === "json"
          ? (["createJsonPass", "pickJsonPaths"] as const)
          : (["createXmlPass", "pickXmlPaths"] as const);
      const paths = parts.map(({ key, call }) => {
        const [path = []] = call.arguments;
        return `    // ${writeComment(key)}\n    ${writeLiteral(path)},\n`;
      });
      const list = `[\n${paths.join("")}  ]`;
      return `  ${calls.call("bodyPaths", hasPass ? calls.reference(make) : "null", calls.reference(pick), list)},\n`;
    }),
  );
}

/** For each field how it is read of a response. */
export function writeFields(scope: ModuleScope): readonly string[] {
  return scope.execution.fields.fields.map(({ field, place }) => {
    const reader =
      place === null
        ? `{ paths: -1, path: -1, read: (response) => ${writePick(field, scope)} }`
        : `{ paths: ${place.paths}, path: ${place.path}, read: null }`;
    return `  // ${writeComment(field.key)}\n  ${reader},\n`;
  });
}

function writePick(field: DescribedField, scope: ModuleScope): string {
  if (field.kind !== "chain") return writeReader(field, "body", scope);
  const [first, ...others] = field.parts;
  const picked = scope.calls.call("pickedOf", "response", String(scope.fieldNumber(first)));
  const readers = others.map((part) => `\n    (text) => ${writeReader(part, "inner text", scope)},`);
  return scope.calls.call("pickChained", picked, `[${readers.join("")}\n  ]`);
}

/** The call that picks a part of the response's body, or of `text`, which another part has picked. */
function writeReader({ call }: DescribedPart, of: "body" | "inner text", { calls }: ModuleScope): string {
  const [text, folded] =
    of === "body"
      ? ["response.text()", () => "response.folded()"]
      : ["text", () => calls.call("foldWith", "text", "VARIANTS")];
  const read = call.reads === "text" ? [text] : [folded(), text];
  return calls.call(call.name, ...read, ...call.arguments.map(writeLiteral));
}
