import type { DescribedField } from "../../model/field.js";
import type { PlanLabel, PlanSource } from "../../plan/mapping-plan.js";
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
    ({ name, from }) =>
      `  { name: ${writeStringLiteral(name)}, read: (response) => ${writeSource(from, scope)} },\n`,
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

function writePick({ call }: DescribedField, { calls }: ModuleScope): string {
  const body =
    call.reads === "text" ? ["response.body"] : [calls.call("foldedBodyOf", "response"), "response.body"];
  return calls.call(call.name, ...body, ...call.arguments.map(writeLiteral));
}

function writeSource(from: PlanSource, scope: ModuleScope): string {
  switch (from.kind) {
    case "field":
      return scope.calls.call("firstTextOf", "response", `${scope.fieldNumber(from.field)}`);
    case "between": {
      const markers = [from.open, from.close].map(({ folded }) => writeStringLiteral(folded.join("*")));
      return scope.calls.call("textBetween", "response", ...markers);
    }
  }
}

/** The rules as data, and the fields that labels come from. */
export function writeRuleTable(scope: ModuleScope, origins: readonly RuleOrigin[]): string {
  const { rules } = scope.plan;
  const entries = rules.map(({ outcome, label }, number) => {
    const { file = "", line = 1 } = origins[number] ?? {};
    const place = `file: ${writeStringLiteral(file)}, line: ${line}`;
    return `  { outcome: "${outcome}", label: ${writeLiteral(fixedLabel(label))}, ${place} },\n`;
  });
  const fields = rules.flatMap(({ label }, number) =>
    label.kind === "field" ? [`[${number}, ${scope.fieldNumber(label.field)}]`] : [],
  );
  return `/** The rules in the order in which they are tried, with their labels: of one from a field, what stands in for it. */
const rules = Object.freeze(${writeArray(entries)}.map(Object.freeze));

// The rules whose label comes from a field, and that field.
const LABEL_FIELDS = new Map([${fields.join(", ")}]);`;
}

/** The label that needs no response. */
function fixedLabel(label: PlanLabel): string | null {
  switch (label.kind) {
    case "none":
      return null;
    case "fixed":
      return label.text;
    case "field":
      return label.fallback;
  }
}

function writeArray(elements: readonly string[]): string {
  return elements.length === 0 ? "[]" : `[\n${elements.join("")}]`;
}
