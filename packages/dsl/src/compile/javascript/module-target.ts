import type { MappingPlan } from "../../plan/mapping-plan.js";
import { writeDeclarations } from "../declarations.js";
import { writeHeader } from "../header.js";
import { writeStringLiteral } from "../string-literal.js";
import { type CompileTarget, type MappingOrigin, supportsAll } from "../target.js";
import { ModuleScope } from "./module-scope.js";
import { writeDecide } from "./rule-code.js";
import type { RuntimeCalls } from "./runtime-calls.js";
import { selectRuntime } from "./runtime-selection.js";
import { writeCharacterClasses, writeRuleTable, writeTables } from "./tables-code.js";

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
    write: (plan, origin) => ({
      code: writeModule(plan, origin, writeExports(["match", "classify", "rules"]), directive),
      declarations: writeDeclarations(plan, origin.source),
    }),
  };
}

function writeModule(
  plan: MappingPlan,
  { source, rules }: MappingOrigin,
  exported: string,
  directive: string,
): string {
  const scope = new ModuleScope(plan);
  const tables = writeTables(scope);
  const ruleTable = writeRuleTable(scope, rules);
  const decide = writeDecide(scope, rules);
  const match = writeMatch(scope.calls);
  // Only now is it known which classes are asked about.
  const classes = writeCharacterClasses(scope);
  const own = [tables, ...classes, ruleTable, decide, match, exported].join("\n\n");
  const system =
    plan.system === null ? "" : `How to read the responses of ${writeStringLiteral(plan.system)}. `;
  const runtime = selectRuntime(scope.calls.named);
  return `${writeHeader(source, system)}\n${directive}${own}\n\n${RUNTIME_HEADING}\n\n${runtime}\n`;
}

const RUNTIME_HEADING =
  "// What follows is the same for every mapping that needs it: how texts are compared and fields are read.";

function writeMatch(calls: RuntimeCalls): string {
  return `/** The verdict on a response, { status, body }; the body is a string or UTF-8 bytes. Never throws. */
function match(given) {
  const { status, body } = ${calls.call("partsOf", "given")};
  const response = ${calls.call("prepareResponse", "status", "body", "TABLES")};
  const index = decide(response);
  const { outcome, label } = index < 0 ? UNMAPPED : rules[index];
  const captures = ${calls.call("readCaptures", "response", "CAPTURES", "outcome")};
  const labelField = LABEL_FIELDS.get(index);
  const picked = labelField === undefined ? null : ${calls.call("firstTextOf", "response", "labelField")};
  return { outcome, label: picked === null ? label : picked, captures };
}

const UNMAPPED = { outcome: "unmapped", label: null };

/** The index in \`rules\` of the deciding rule, or -1. Never throws. */
function classify(status, body) {
  return decide(${calls.call("prepareResponse", "status", "body", "TABLES")});
}`;
}
