import { planExecution } from "../../execution/plan-execution.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import type { SearchWay } from "../../runtime/text-search.js";
import { writeDeclarations } from "../declarations.js";
import { writeHeader } from "../header.js";
import { writeStringLiteral } from "../string-literal.js";
import { type CompileTarget, type MappingOrigin, supportsAll } from "../target.js";
import { directCells, writeDecision } from "./execution-code.js";
import { ModuleScope } from "./module-scope.js";
import { selectRuntime } from "./runtime-selection.js";
import {
  writeCaptures,
  writeCharacterClasses,
  writeLabelFields,
  writeRuleTable,
  writeVariants,
} from "./tables-code.js";

/** An ES module and its declarations. */
export const esModule: CompileTarget = moduleTarget((exported) => `export { ${exported.join(", ")} };`, "");

/** A CommonJS module and its declarations. */
export const cjsModule: CompileTarget = moduleTarget(
  (exported) => exported.map((name) => `exports.${name} = ${name};`).join("\n"),
  '"use strict";\n\n',
);

/**
 * The mapping as a JavaScript module (ES2020) that imports nothing and needs nothing of its host. It exports `match`,
 * `classify` and `rules`. The same plan and origin always give the same text, in ASCII.
 */
function moduleTarget(
  writeExports: (exported: readonly string[]) => string,
  directive: string,
): CompileTarget {
  return {
    supports: supportsAll,
    write: (plan, origin, only) => ({
      code: writeModule(plan, origin, writeExports(["match", "classify", "rules"]), directive, only),
      declarations: writeDeclarations(plan, origin.source),
    }),
  };
}

function writeModule(
  plan: MappingPlan,
  { source, rules }: MappingOrigin,
  exported: string,
  directive: string,
  only: SearchWay | null,
): string {
  const scope = new ModuleScope(plan, planExecution(plan, only));
  const decision = writeDecision(scope);
  const match = writeMatch(scope);
  // Only now is it known which classes are asked about.
  const classes = writeCharacterClasses(scope);
  const own = [
    writeRuleTable(scope, rules),
    ...(scope.execution.fewTexts === null ? [writeVariants(scope)] : []),
    decision,
    match,
    ...classes,
    exported,
  ].join("\n\n");
  const system =
    plan.system === null ? "" : `How to read the responses of ${writeStringLiteral(plan.system)}. `;
  const runtime = selectRuntime(scope.calls.named);
  return `${writeHeader(source, system)}\n${directive}${own}\n\n${RUNTIME_HEADING}\n\n${runtime}\n`;
}

const RUNTIME_HEADING =
  "// What follows is the same for every mapping that needs it: how texts are compared and fields are read.";

function writeMatch(scope: ModuleScope): string {
  return scope.execution.isDirect ? writeDirectMatch(scope) : writeMatchBySteps(scope);
}

/** Of a mapping that reads no field. */
function writeDirectMatch(scope: ModuleScope): string {
  const { calls } = scope;
  return `/** ${MATCH_COMMENT} */
function match(given) {
  const { status, body } = ${calls.call("partsOf", "given")};
  const index = classify(status, body);
  const { outcome, label } = index < 0 ? UNMAPPED : rules[index];
  return { outcome, label, captures: {} };
}

const UNMAPPED = { outcome: "unmapped", label: null };

/** ${CLASSIFY_COMMENT} */
function classify(status, body) {
  ${writeDirectly(scope)}
}`;
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

function writeMatchBySteps(scope: ModuleScope): string {
  const { calls, plan } = scope;
  const hasLabels = plan.rules.some(hasLabelField);
  const readsParts = plan.captures.length > 0 || hasLabels;
  return `${readsParts ? `${writeCaptures(scope)}\n\n${hasLabels ? `${writeLabelFields(scope)}\n\n` : ""}` : ""}/** ${MATCH_COMMENT} */
function match(given) {
  const { status, body } = ${calls.call("partsOf", "given")};
  const { tables, steps } = decision();
  const response = ${calls.call("judge", "status", "body", "tables")};
  const index = ${calls.call("decideBy", "steps", "response")};
  const { outcome, label } = index < 0 ? UNMAPPED : rules[index];
${readsParts ? writeReadParts(scope) : "  return { outcome, label, captures: {} };"}
}

const UNMAPPED = { outcome: "unmapped", label: null };

/** ${CLASSIFY_COMMENT} */
function classify(status, body) {
  const { tables, steps } = decision();
  return ${calls.call("decideBy", "steps", calls.call("judge", "status", "body", "tables"))};
}`;
}

function hasLabelField({ label }: MappingPlan["rules"][number]): boolean {
  return label.kind === "field";
}

/** What a verdict has of fields. */
function writeReadParts({ calls, plan }: ModuleScope): string {
  const captures = calls.call("readCaptures", "response", "CAPTURES", "outcome", "ALL_CAPTURES");
  if (!plan.rules.some(hasLabelField)) return `  return { outcome, label, captures: ${captures} };`;
  return `  const captures = ${captures};
  const labelField = LABEL_FIELDS.get(index);
  const picked = labelField === undefined ? null : ${calls.call("firstTextOf", "response", "labelField")};
  return { outcome, label: picked === null ? label : picked, captures };`;
}

const MATCH_COMMENT =
  "The verdict on a response, { status, body }; the body is a string or UTF-8 bytes. Never throws.";

const CLASSIFY_COMMENT = "The index in `rules` of the deciding rule, or -1. Never throws.";
