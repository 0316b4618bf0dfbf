import { hasNameOfObjects } from "../../model/capture-names.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import { searchedVariants, variantsSearchedByRules } from "../../plan/searched-letters.js";
import { writeStringLiteral } from "../string-literal.js";
import { writeFields, writeVerdictPaths } from "./field-code.js";
import { indented, PURE, writeArray, writeLiteral } from "./literal.js";
import type { ModuleScope } from "./module-scope.js";

/*
 * What verdicts have of fields: captures, and labels from fields. `classify` needs nothing of it, and names nothing of it, so that
 * bundlers leave it out where nobody imports `match`.
 */

/** Whether verdicts have parts that are read of fields. */
export function readsParts({ plan }: ModuleScope): boolean {
  return plan.captures.length > 0 || hasLabelFields(plan);
}

function hasLabelFields({ rules }: MappingPlan): boolean {
  return rules.some(({ label }) => label.kind === "field");
}

/** How parts are read, as tables; nothing where there are none. */
export function writePartTables(scope: ModuleScope): readonly string[] {
  if (!readsParts(scope)) return [];
  return [
    writeCaptures(scope),
    ...(hasLabelFields(scope.plan) ? [writeLabelFields(scope)] : []),
    ...(readsMoreFields(scope) ? [writeVerdictTables(scope)] : []),
  ];
}

/** How captures are read. */
function writeCaptures(scope: ModuleScope): string {
  const captures = scope.plan.captures.map(
    ({ name, field, outcomes }) =>
      `  { name: ${writeStringLiteral(name)}, field: ${scope.fieldNumber(field)}, outcomes: ${writeLiteral(outcomes)} },\n`,
  );
  return `const CAPTURES = ${writeArray(captures)};
// The object of the texts of all of them; null where verdicts of some outcome have only some, or it is made otherwise.
const ALL_CAPTURES = ${writeAllCaptures(scope)};`;
}

function writeAllCaptures({ plan: { captures } }: ModuleScope): string {
  const names = new Set(captures.map(({ name }) => name));
  if (hasNameOfObjects(captures)) return "null";
  if (names.size < captures.length || captures.some(({ outcomes }) => outcomes !== null)) return "null";
  const members = captures.map(({ name }, index) => `${writeStringLiteral(name)}: texts[${index}]`);
  return `(texts) => ({ ${members.join(", ")} })`;
}

/** The rules whose label comes from a field, and that field. */
function writeLabelFields(scope: ModuleScope): string {
  const fields = scope.plan.rules.flatMap(({ label }, number) =>
    label.kind === "field" ? [`[${number}, ${scope.fieldNumber(label.field)}]`] : [],
  );
  return `// The rules whose label comes from a field, and that field.
const LABEL_FIELDS = ${PURE} new Map([${fields.join(", ")}]);`;
}

/** Whether verdicts need fields that rules do not ask about. */
export function readsMoreFields({ execution: { fields, verdictFields } }: ModuleScope): boolean {
  return verdictFields.fields.length > fields.fields.length;
}

/**
 * The function `verdictTables`. What rules ask about has the same numbers there as in the tables of the decision, and is read in the
 * same pass over the body as what only verdicts need.
 */
function writeVerdictTables(scope: ModuleScope): string {
  const { fields, verdictFields } = scope.execution;
  const written = writeFields(verdictFields.fields.slice(fields.fields.length), "variants", scope);
  const { isDirect } = scope.execution;
  const read = isDirect ? written : ["  ...tables.fields,\n", ...written];
  // In the order of the decision's tables, so that engines take both for objects of one kind.
  const members = [
    "variants",
    `paths: ${writeVerdictPaths(scope)}`,
    `fields: ${writeArray(read)}`,
    ...(isDirect
      ? ["tests: []", "conditions: new Map()", "bodyTexts: null"]
      : ["tests: tables.tests", "conditions: tables.conditions", "bodyTexts: tables.bodyTexts"]),
  ];
  const lines = members.map((member) => `  ${indented(member)},\n`);
  const tables = isDirect ? "" : "const { tables } = decision();\n";
  const variants = `const variants = ${writeVerdictVariants(scope)};\n`;
  const body = `${tables}${variants}return {\n${lines.join("")}};`;
  return `let verdictTablesMade = null;

function verdictTables() {
  if (verdictTablesMade === null) verdictTablesMade = makeVerdictTables();
  return verdictTablesMade;
}

/** The tables of a decision, with what is read for verdicts beside that. */
function makeVerdictTables() {
  ${indented(body)}
}`;
}

/** The case variants of all letters that verdicts search, as code. */
function writeVerdictVariants({ plan, execution }: ModuleScope): string {
  const known = new Set(variantsSearchedByRules(plan).map(([variant]) => variant));
  const more = searchedVariants(plan).filter(([variant]) => !known.has(variant));
  const hasTable = execution.fewTexts === null;
  if (more.length === 0) return hasTable ? "VARIANTS" : "new Map()";
  const pairs = more.map((pair) => writeLiteral(pair));
  return `new Map([${(hasTable ? ["...VARIANTS", ...pairs] : pairs).join(", ")}])`;
}

/** The end of `match`: gives a verdict of `outcome` and `label` with what it has of fields. */
export function writeVerdict(scope: ModuleScope): string {
  const { calls, plan } = scope;
  if (!readsParts(scope)) return "  return { outcome, label, captures: {} };";
  // One that is absent must not be what every object has.
  const isBare = String(hasNameOfObjects(plan.captures));
  const captures = calls.call("readCaptures", "response", "CAPTURES", "outcome", "ALL_CAPTURES", isBare);
  if (!hasLabelFields(plan)) return `  return { outcome, label, captures: ${captures} };`;
  return `  const captures = ${captures};
  const labelField = LABEL_FIELDS.get(index);
  const picked = labelField === undefined ? null : ${calls.call("firstTextOf", "response", "labelField")};
  return { outcome, label: picked === null ? label : picked, captures };`;
}
