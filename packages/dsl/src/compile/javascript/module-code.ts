import type { Field } from "../../model/field.js";
import type { CaptureSource, Label, Rule } from "../../model/mapping.js";
import type { JsonSegment } from "../../runtime/json-field.js";
import { CURRENCY_SIGN_RANGES, LETTER_MARK_NUMBER_CONNECTOR_RANGES } from "../../text/unicode-data.js";
import { LANGUAGE_VERSION, type MatchPlan } from "../match-plan.js";
import { writeComment, writeStringLiteral } from "../string-literal.js";
import { fieldNumber, writeRule } from "./rule-code.js";
import { selectRuntime } from "./runtime-selection.js";

export type ModuleFormat = "esm" | "cjs";

/** Engines leave very long functions unoptimised: so many rules at most stand in one. */
const RULES_PER_FUNCTION = 200;

/**
 * The mapping as a JavaScript module (ES2020) that imports nothing and needs nothing of its host. It exports `match`,
 * `classify` and `rules`. The same plan always gives the same text, in ASCII.
 */
export function writeModule(plan: MatchPlan, source: string, format: ModuleFormat): string {
  const own = [
    writeTables(plan),
    writeRuleTable(plan),
    writeDecide(plan.mapping.rules, plan),
    EXPORTS[format],
  ].join("\n\n");
  const runtime = selectRuntime(own);
  const strict = format === "cjs" ? '"use strict";\n\n' : "";
  return `${writeHeader(plan, source)}${strict}${own}\n\n${RUNTIME_HEADING}\n\n${runtime}\n`;
}

function writeHeader({ mapping }: MatchPlan, source: string): string {
  const system =
    mapping.system === null ? "" : `How to read the responses of ${writeStringLiteral(mapping.system)}. `;
  return `// ${writeComment(`${system}Compiled from ${writeStringLiteral(source)}, Responses language version ${LANGUAGE_VERSION}.`)}
// Do not edit: change the mapping file and compile it again.

`;
}

const RUNTIME_HEADING =
  "// What follows is the same for every mapping that needs it: how texts are compared and fields are read.";

const MATCH = `/** The verdict on a response, { status, body }; the body is a string or UTF-8 bytes. Never throws. */
function match(given) {
  const { status, body } = partsOf(given);
  const response = prepareResponse(status, body, TABLES);
  const index = decide(response);
  const captures = readCaptures(response, CAPTURES);
  if (index < 0) return { outcome: "unmapped", label: null, captures };
  const labelField = LABEL_FIELDS.get(index);
  const picked = labelField === undefined ? null : firstTextOf(response, labelField);
  const { outcome, label } = rules[index];
  return { outcome, label: picked === null ? label : picked, captures };
}

/** The index in \`rules\` of the deciding rule, or -1. Never throws. */
function classify(status, body) {
  return decide(prepareResponse(status, body, TABLES));
}`;

const EXPORTS: Readonly<Record<ModuleFormat, string>> = {
  esm: `${MATCH}\n\nexport { match, classify, rules };`,
  cjs: `${MATCH}\n\nexports.match = match;\nexports.classify = classify;\nexports.rules = rules;`,
};

function writeTables(plan: MatchPlan): string {
  const variants = plan.variants.map((pair) => `[${pair.map(writeStringLiteral).join(", ")}]`);
  const fields = plan.fields.map(
    (field) => `  // ${writeComment(field.key)}\n  (response) => ${writePick(field)},\n`,
  );
  const captures = plan.mapping.captures.map(
    ({ model }) =>
      `  { name: ${writeStringLiteral(model.name)}, read: (response) => ${writeCapture(model.from, plan)} },\n`,
  );
  const tables = [
    `const TABLES = {\n  // Letters outside ASCII that differ from a rule's only in case.\n  variants: new Map([${variants.join(", ")}]),\n  fields: ${writeArray(fields).replaceAll("\n", "\n  ")},\n};`,
    `const CAPTURES = ${writeArray(captures)};`,
  ];
  if (plan.needsWordCharacters)
    tables.push(
      writeClass("isWordCharacter", "WORD_CHARACTERS", LETTER_MARK_NUMBER_CONNECTOR_RANGES, "extendsWord"),
    );
  if (plan.needsCurrencySigns)
    tables.push(writeClass("isCurrencySign", "CURRENCY_SIGNS", CURRENCY_SIGN_RANGES, "isInRanges"));
  return tables.join("\n\n");
}

/** A class of characters (Unicode 17.0) as a table and the function that asks it. */
function writeClass(asks: string, table: string, encoded: string, runtime: string): string {
  const lines = (encoded.match(/.{1,100}(?: |$)/g) ?? []).map((line) => `  ${writeStringLiteral(line)}`);
  return `const ${table} = decodeRanges(\n${lines.join(" +\n")},\n);\n\nfunction ${asks}(codePoint) {\n  return ${runtime}(${table}, codePoint);\n}`;
}

function writeArray(elements: readonly string[]): string {
  return elements.length === 0 ? "[]" : `[\n${elements.join("")}]`;
}

function writePick(field: Field): string {
  switch (field.kind) {
    case "json":
      return `pickJson(response.body, [${field.path.map(writeSegment).join(", ")}])`;
    case "xml": {
      const steps = field.path.steps.map(writeStep).join(", ");
      const attribute = field.path.attribute === null ? "null" : writeStep(field.path.attribute);
      return `pickXml(response.body, { steps: [${steps}], attribute: ${attribute} })`;
    }
    case "split":
      return `pickSplit(foldedBodyOf(response), response.body, ${writeStringLiteral(field.separator.folded)}, ${field.part})`;
  }
}

function writeSegment(segment: JsonSegment): string {
  switch (segment.kind) {
    case "name":
      return `{ kind: "name", name: ${writeStringLiteral(segment.name)} }`;
    case "index":
      return `{ kind: "index", index: ${segment.index} }`;
    case "all":
      return '{ kind: "all" }';
  }
}

function writeStep({ deep, name }: { readonly deep: boolean; readonly name: string }): string {
  return `{ deep: ${deep}, name: ${writeStringLiteral(name)} }`;
}

function writeCapture(from: CaptureSource, plan: MatchPlan): string {
  if (from.kind === "field") return `firstTextOf(response, ${fieldNumber(from.field.key, plan)})`;
  return `textBetween(response, ${writeStringLiteral(from.open.folded)}, ${writeStringLiteral(from.close.folded)})`;
}

function writeRuleTable(plan: MatchPlan): string {
  const { rules } = plan.mapping;
  const entries = rules.map((rule) => {
    const { outcome, label } = rule.model;
    const place = `file: ${writeStringLiteral(plan.fileOf(rule))}, line: ${plan.lineOf(rule)}`;
    return `  { outcome: "${outcome}", label: ${writeFixedLabel(label)}, ${place} },\n`;
  });
  const fields = rules.flatMap(({ model }, number) =>
    model.label.kind === "field" ? [`[${number}, ${fieldNumber(model.label.field.key, plan)}]`] : [],
  );
  return `/** The rules in the order in which they are tried, with their labels: of one from a field, what stands in for it. */
const rules = Object.freeze(${writeArray(entries)}.map(Object.freeze));

// The rules whose label comes from a field, and that field.
const LABEL_FIELDS = new Map([${fields.join(", ")}]);`;
}

function writeFixedLabel(label: Label): string {
  const text = label.kind === "fixed" ? label.text : label.kind === "field" ? label.fallback : null;
  return text === null ? "null" : writeStringLiteral(text);
}

function writeDecide(rules: readonly Rule[], plan: MatchPlan): string {
  const tried = rules.map((rule, number) => writeRule(rule, number, plan));
  const comment = "/** The index of the first rule that holds, or -1. */\n";
  if (tried.length <= RULES_PER_FUNCTION) return comment + writeFunction("decide", tried);
  const functions: string[] = [];
  for (let from = 0; from < tried.length; from += RULES_PER_FUNCTION) {
    functions.push(writeFunction(`decideFrom${from}`, tried.slice(from, from + RULES_PER_FUNCTION)));
  }
  const calls = functions.map((_, index) => `decideFrom${index * RULES_PER_FUNCTION}`);
  const decide = `function decide(response) {
  let index = -1;
  for (let part = 0; index < 0 && part < DECIDE_PARTS.length; part += 1) index = DECIDE_PARTS[part](response);
  return index;
}`;
  return `${comment}${decide}\n\n${functions.join("\n\n")}\n\nconst DECIDE_PARTS = [${calls.join(", ")}];`;
}

function writeFunction(name: string, tried: readonly string[]): string {
  const otherwise = tried.at(-1)?.includes("\n  return ") === true;
  const lines = otherwise ? tried : [...tried, "  return -1;"];
  return `function ${name}(response) {\n${lines.join("\n")}\n}`;
}
