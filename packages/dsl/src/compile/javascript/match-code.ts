import { directCells } from "./execution-code.js";
import type { ModuleScope } from "./module-scope.js";
import { readsMoreFields, readsParts, writePartTables, writeVerdict } from "./verdict-code.js";

/** The functions `match` and `classify`, and what only `match` needs. */
export function writeMatch(scope: ModuleScope): string {
  return [
    ...writePartTables(scope),
    scope.execution.isDirect ? writeDirectMatch(scope) : writeMatchBySteps(scope),
    UNMAPPED,
    writeClassify(scope),
  ].join("\n\n");
}

const UNMAPPED = 'const UNMAPPED = { outcome: "unmapped", label: null };';

/** Of a mapping whose rules ask about no field. */
function writeDirectMatch(scope: ModuleScope): string {
  const { calls } = scope;
  const response = readsParts(scope)
    ? `  const response = ${calls.call("judge", "status", "body", "verdictTables()")};\n`
    : "";
  return `/** ${MATCH_COMMENT} */
function match(given) {
  const { status, body } = ${calls.call("partsOf", "given")};
  const index = classify(status, body);
  const { outcome, label } = index < 0 ? UNMAPPED : rules[index];
${response}${writeVerdict(scope)}
}`;
}

function writeMatchBySteps(scope: ModuleScope): string {
  const { calls } = scope;
  const [made, tables] = readsMoreFields(scope)
    ? ["const { steps } = decision();", "verdictTables()"]
    : ["const { tables, steps } = decision();", "tables"];
  return `/** ${MATCH_COMMENT} */
function match(given) {
  const { status, body } = ${calls.call("partsOf", "given")};
  ${made}
  const response = ${calls.call("judge", "status", "body", tables)};
  const index = ${calls.call("decideBy", "steps", "response")};
  const { outcome, label } = index < 0 ? UNMAPPED : rules[index];
${writeVerdict(scope)}
}`;
}

function writeClassify(scope: ModuleScope): string {
  return `/** ${CLASSIFY_COMMENT} */
function classify(status, body) {
  ${scope.execution.isDirect ? writeDirectly(scope) : writeBySteps(scope)}
}`;
}

function writeBySteps({ calls }: ModuleScope): string {
  const response = calls.call("judge", "status", "body", "tables");
  return `const { tables, steps } = decision();\n  return ${calls.call("decideBy", "steps", response)};`;
}

function writeDirectly(scope: ModuleScope): string {
  const { calls, execution } = scope;
  if (execution.fewTexts === null) {
    const index = calls.call("decideDirectly", "cells", "texts.search", "status", "body", "VARIANTS");
    return `const { cells, texts } = decision();\n  return ${index};`;
  }
  const hasCells = directCells(scope).length > 0;
  const best = hasCells
    ? calls.call("lowestForStatus", "cells", calls.call("statusOf", "status"))
    : calls.reference("NO_RULE");
  return `const { ${hasCells ? "cells, " : ""}search } = decision();\n  return search(body, ${best});`;
}

const MATCH_COMMENT =
  "The verdict on a response, { status, body }; the body is a string or UTF-8 bytes. Never throws.";

const CLASSIFY_COMMENT = "The index in `rules` of the deciding rule, or -1. Never throws.";
