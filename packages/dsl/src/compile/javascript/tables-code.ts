import { writtenLabel } from "../../model/written-label.js";
import type { RuleOrigin } from "../../plan/rule-origin.js";
import { variantsSearchedByRules } from "../../plan/searched-letters.js";
import { CURRENCY_SIGN_RANGES, LETTER_MARK_NUMBER_CONNECTOR_RANGES } from "../../text/unicode-data.js";
import { writeComment, writeStringLiteral } from "../string-literal.js";
import { PURE, writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";
import type { CharacterClass, RuntimeCalls } from "./runtime-calls.js";

/** Letters outside ASCII that differ from a rule's only in case. */
export function writeVariants({ plan }: ModuleScope): string {
  const variants = variantsSearchedByRules(plan).map((pair) => writeLiteral(pair));
  return `// Letters outside ASCII that differ from a rule's only in case, and those.
const VARIANTS = ${PURE} new Map([${variants.join(", ")}]);`;
}

/** The classes of characters (Unicode 17.0) that were asked about: for each a table and the function that asks it. */
export function writeCharacterClasses(calls: RuntimeCalls): readonly string[] {
  return CHARACTER_CLASSES.filter(({ name }) => calls.classes.has(name)).map(
    ({ name, table, ranges, asks }) => {
      const lines = (ranges.match(/.{1,100}(?: |$)/g) ?? []).map((line) => `  ${writeStringLiteral(line)}`);
      const decoded = calls.call("decodeRanges", `\n${lines.join(" +\n")},\n`);
      return `let ${table}Made = null;

function ${table}() {
  if (${table}Made === null) ${table}Made = ${decoded.replaceAll("\n", "\n  ")};
  return ${table}Made;
}

function ${name}(codePoint) {
  return ${calls.call(asks, `${table}()`, "codePoint")};
}`;
    },
  );
}

interface ClassOfCharacters {
  /** The function that tells whether a code point is of the class. */
  readonly name: CharacterClass;
  /** The function that gives the table it asks. */
  readonly table: string;
  /** As `decodeRanges` reads them. */
  readonly ranges: string;
  /** The function of the runtime that tells whether a code point is in the ranges. */
  readonly asks: "extendsWord" | "isInRanges";
}

export const CHARACTER_CLASSES: readonly ClassOfCharacters[] = [
  {
    name: "isWordCharacter",
    table: "wordCharacters",
    ranges: LETTER_MARK_NUMBER_CONNECTOR_RANGES,
    asks: "extendsWord",
  },
  { name: "isCurrencySign", table: "currencySigns", ranges: CURRENCY_SIGN_RANGES, asks: "isInRanges" },
];

/** The rules as data, each below what the file says, and the fields that labels come from. */
export function writeRuleTable(scope: ModuleScope, origins: readonly RuleOrigin[]): string {
  const { rules } = scope.plan;
  const entries = rules.map(({ outcome, label }, number) => {
    const { file = "", line = 1, statement = "" } = origins[number] ?? {};
    const place = `file: ${writeStringLiteral(file)}, line: ${line}`;
    const comment = writeComment(`${number}: ${statement}`);
    return `  // ${comment}\n  { outcome: "${outcome}", label: ${writeLiteral(writtenLabel(label))}, ${place} },\n`;
  });
  return `/** The rules in the order in which they are tried, with their labels: of one from a field, what stands in for it. */
const rules = ${PURE} Object.freeze(${PURE} ${writeArray(entries)}.map(Object.freeze));`;
}
