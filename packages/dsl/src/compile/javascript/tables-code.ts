import type { DescribedField } from "../../model/field.js";
import type { DescribedPart } from "../../model/field-part.js";
import { writtenLabel } from "../../model/written-label.js";
import type { RuleOrigin } from "../../plan/rule-origin.js";
import { searchedVariants } from "../../plan/searched-letters.js";
import { CURRENCY_SIGN_RANGES, LETTER_MARK_NUMBER_CONNECTOR_RANGES } from "../../text/unicode-data.js";
import { writeComment, writeStringLiteral } from "../string-literal.js";
import { writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { CharacterClass } from "./runtime-calls.js";

/** The tables of a module: letters with their variants, how fields are picked, and how captures are read. */
export function writeTables(scope: ModuleScope): string {
  const { plan } = scope;
  const variants = searchedVariants(plan).map((pair) => writeLiteral(pair));
  const fields = plan.fields.map(
    (field) => `  // ${writeComment(field.key)}\n  (response) => ${writePick(field, scope)},\n`,
  );
  const captures = plan.captures.map(
    ({ name, field, outcomes }) =>
      `  { name: ${writeStringLiteral(name)}, field: ${scope.fieldNumber(field)}, outcomes: ${writeLiteral(outcomes)} },\n`,
  );
  return `const TABLES = {
  // Letters outside ASCII that differ from a rule's only in case.
  variants: new Map([${variants.join(", ")}]),
  fields: ${writeArray(fields).replaceAll("\n", "\n  ")},
};

const CAPTURES = ${writeArray(captures)};`;
}

/** The classes of characters (Unicode 17.0) that the module asks about: for each a table and the function that asks it. */
export function writeCharacterClasses({ calls }: ModuleScope): readonly string[] {
  return CHARACTER_CLASSES.filter(({ name }) => calls.classes.has(name)).map(
    ({ name, table, ranges, asks }) => {
      const lines = (ranges.match(/.{1,100}(?: |$)/g) ?? []).map((line) => `  ${writeStringLiteral(line)}`);
      const decoded = calls.call("decodeRanges", `\n${lines.join(" +\n")},\n`);
      return `const ${table} = ${decoded};\n\nfunction ${name}(codePoint) {\n  return ${calls.call(asks, table, "codePoint")};\n}`;
    },
  );
}

interface ClassOfCharacters {
  readonly name: CharacterClass;
  readonly table: string;
  /** As `decodeRanges` reads them. */
  readonly ranges: string;
  /** The function of the runtime that tells whether a code point is in the ranges. */
  readonly asks: "extendsWord" | "isInRanges";
}

const CHARACTER_CLASSES: readonly ClassOfCharacters[] = [
  {
    name: "isWordCharacter",
    table: "WORD_CHARACTERS",
    ranges: LETTER_MARK_NUMBER_CONNECTOR_RANGES,
    asks: "extendsWord",
  },
  { name: "isCurrencySign", table: "CURRENCY_SIGNS", ranges: CURRENCY_SIGN_RANGES, asks: "isInRanges" },
];

function writePick(field: DescribedField, scope: ModuleScope): string {
  if (field.kind !== "chain") return writeReader(field, "body", scope);
  const [first, ...others] = field.parts;
  const known = scope.knownFieldNumber(first);
  const picked =
    known === null
      ? writeReader(first, "body", scope)
      : scope.calls.call("pickedOf", "response", String(known));
  const readers = others.map((part) => `\n    (text) => ${writeReader(part, "inner text", scope)},`);
  return scope.calls.call("pickChained", picked, `[${readers.join("")}\n  ]`);
}

/** The call that picks a part of the response's body, or of `text`, which another part has picked. */
function writeReader({ call }: DescribedPart, of: "body" | "inner text", { calls }: ModuleScope): string {
  const [text, folded] =
    of === "body"
      ? ["response.body", () => calls.call("foldedBodyOf", "response")]
      : ["text", () => calls.call("foldWith", "text", "response.tables.variants")];
  const read = call.reads === "text" ? [text] : [folded(), text];
  return calls.call(call.name, ...read, ...call.arguments.map(writeLiteral));
}

/** The rules as data, and the fields that labels come from. */
export function writeRuleTable(scope: ModuleScope, origins: readonly RuleOrigin[]): string {
  const { rules } = scope.plan;
  const entries = rules.map(({ outcome, label }, number) => {
    const { file = "", line = 1 } = origins[number] ?? {};
    const place = `file: ${writeStringLiteral(file)}, line: ${line}`;
    return `  { outcome: "${outcome}", label: ${writeLiteral(writtenLabel(label))}, ${place} },\n`;
  });
  const fields = rules.flatMap(({ label }, number) =>
    label.kind === "field" ? [`[${number}, ${scope.fieldNumber(label.field)}]`] : [],
  );
  return `/** The rules in the order in which they are tried, with their labels: of one from a field, what stands in for it. */
const rules = Object.freeze(${writeArray(entries)}.map(Object.freeze));

// The rules whose label comes from a field, and that field.
const LABEL_FIELDS = new Map([${fields.join(", ")}]);`;
}

function writeArray(elements: readonly string[]): string {
  return elements.length === 0 ? "[]" : `[\n${elements.join("")}]`;
}
