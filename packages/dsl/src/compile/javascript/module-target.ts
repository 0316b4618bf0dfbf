import { planExecution } from "../../execution/plan-execution.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import type { SearchWay } from "../../runtime/text-search.js";
import { writeTypedExports } from "../declarations.js";
import { writeHeader } from "../header.js";
import { writeStringLiteral } from "../string-literal.js";
import { type CompileTarget, type MappingOrigin, supportsAll } from "../target.js";
import { writeDecision } from "./execution-code.js";
import { writeMatch } from "./match-code.js";
import { ModuleScope } from "./module-scope.js";
import { selectRuntime } from "./runtime-selection.js";
import { writeCharacterClasses, writeRuleTable, writeVariants } from "./tables-code.js";

const EXPORTED = ["match", "classify", "rules"] as const;

/** An ES module. */
export const esModule: CompileTarget = moduleTarget(() => `export { ${EXPORTED.join(", ")} };`, "");

/**
 * An ES module in TypeScript with its types: what TypeScript compiles with the rest of a program. The code is that of the others, which is
 * JavaScript, so its types are not looked at.
 */
export const tsModule: CompileTarget = {
  ...moduleTarget(writeTypedExports, "// @ts-nocheck\n\n"),
  isModule: false,
};

/** A CommonJS module. */
export const cjsModule: CompileTarget = moduleTarget(
  () => EXPORTED.map((name) => `exports.${name} = ${name};`).join("\n"),
  '"use strict";\n\n',
);

/**
 * The mapping as a JavaScript module (ES2020) that imports nothing and needs nothing of its host. It exports `match`,
 * `classify` and `rules`. The same plan and origin always give the same text, in ASCII.
 */
function moduleTarget(writeExports: (plan: MappingPlan) => string, directive: string): CompileTarget {
  return {
    supports: supportsAll,
    isModule: true,
    write: (plan, origin, only) => writeModule(plan, origin, writeExports(plan), directive, only),
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
