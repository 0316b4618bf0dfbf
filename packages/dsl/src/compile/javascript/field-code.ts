import { type FieldPaths, type FieldPlan, hasPass, searchesLetters } from "../../execution/field-paths.js";
import type { DescribedField } from "../../model/field.js";
import type { DescribedPart } from "../../model/field-part.js";
import { writeComment } from "../string-literal.js";
import { writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { RuntimeCalls } from "./runtime-calls.js";
import type { RuntimeName } from "./runtime-text.generated.js";

/** The paths of the body that rules ask about, by their formats. */
export function writeBodyPaths({ execution, calls }: ModuleScope): string {
  return writeArray(
    execution.fields.paths.map(
      (paths) => `  ${writePaths(paths, writePathLines(paths.parts), "VARIANTS", calls)},\n`,
    ),
  );
}

/** The same of verdicts: the paths of rules, which `tables` has, and behind them their own. */
export function writeVerdictPaths({ execution: { fields, verdictFields }, calls }: ModuleScope): string {
  const written = verdictFields.paths.map((paths, number) => {
    const known = fields.paths[number]?.parts.length ?? 0;
    if (known === paths.parts.length) return `tables.paths[${number}]`;
    const first = known === 0 ? "" : `    ...tables.paths[${number}].paths,\n`;
    return writePaths(paths, first + writePathLines(paths.parts.slice(known)), "variants", calls);
  });
  return writeArray(written.map((paths) => `  ${paths},\n`));
}

function writePathLines(parts: readonly DescribedPart[]): string {
  const lines = parts.map(({ key, call }) => {
    const path = call.name === "pickBetween" ? call.arguments : (call.arguments[0] ?? null);
    return `    // ${writeComment(key)}\n    ${writeLiteral(path)},\n`;
  });
  return lines.join("");
}

function writePaths(
  { kind, hasPass: isScanned }: FieldPaths,
  lines: string,
  variants: string,
  calls: RuntimeCalls,
): string {
  const list = `[\n${lines}  ]`;
  const write = (make: RuntimeName, pick: RuntimeName): string =>
    calls.call("bodyPaths", isScanned ? calls.reference(make) : "null", calls.reference(pick), list);
  switch (kind) {
    case "json":
      return write("createJsonPass", "pickJsonPaths");
    case "xml":
      return write("createXmlPass", "pickXmlPaths");
    case "form":
      return calls.call("formNames", list);
    case "between":
      return calls.call("betweenTexts", list, variants);
  }
}

/** For each of the fields how it is read of a response; `variants` is code. */
export function writeFields(
  fields: readonly FieldPlan[],
  variants: string,
  scope: ModuleScope,
): readonly string[] {
  return fields.map(({ field, place }) => {
    const reader =
      place === null
        ? writeFieldReader(field, variants, scope)
        : `{ paths: ${place.paths}, path: ${place.path}, read: null }`;
    return `  // ${writeComment(field.key)}\n  ${reader},\n`;
  });
}

/** What reads the field of a response. */
function writeFieldReader(field: DescribedField, variants: string, scope: ModuleScope): string {
  if (field.kind !== "chain") return `{ read: (response) => ${writeReader(field, BODY, scope.calls)} }`;
  const { calls } = scope;
  const [first, ...others] = field.parts;
  const readers = others.map((part) => `\n    ${writeInnerReader(part, variants, scope)},`);
  const find = calls.call("chainReader", String(scope.fieldNumber(first)), `[${readers.join("")}\n  ]`);
  return `{ find: ${find}, paths: null, read: null }`;
}

/** The function that reads a part of a text that another part has picked. */
function writeInnerReader(part: DescribedPart, variants: string, { calls }: ModuleScope): string {
  const write = (make: RuntimeName | null, pick: RuntimeName): string => {
    const pass = make === null ? "null" : calls.reference(make);
    return calls.call("innerReader", pass, calls.reference(pick), ...part.call.arguments.map(writeLiteral));
  };
  if (part.kind === "json") return write(hasPass(part) ? "createJsonPass" : null, "pickJsonPaths");
  if (part.kind === "xml") return write("createXmlPass", "pickXmlPaths");
  if (part.kind === "form") return write(null, "pickFormNames");
  const inner = { text: "text", folded: () => calls.call("foldWith", "text", variants) };
  return calls.call("readerOfParts", `(text) => ${writeReader(part, inner, calls)}`);
}

/** The code of a text, and of the same with its case folded. */
interface WrittenText {
  readonly text: string;
  readonly folded: () => string;
}

const BODY: WrittenText = { text: "response.text()", folded: () => "response.folded()" };

/** The call that picks a part of the text. */
function writeReader(part: DescribedPart, { text, folded }: WrittenText, calls: RuntimeCalls): string {
  const { call } = part;
  const read = call.reads === "text" ? [text] : [searchesLetters(part) ? folded() : text, text];
  return calls.call(call.name, ...read, ...call.arguments.map(writeLiteral));
}
