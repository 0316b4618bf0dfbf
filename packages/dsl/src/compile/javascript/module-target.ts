import { planExecution } from "../../execution/plan-execution.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import { writeTypedExports } from "../declarations.js";
import { writeHeader } from "../header.js";
import { writeStringLiteral } from "../string-literal.js";
import { type CompileTarget, type MappingOrigin, supportsAll, type TargetOptions } from "../target.js";
import { writeDecision } from "./execution-code.js";
import { writeMatch } from "./match-code.js";
import { CJS_MODULE, ES_MODULE, type ModuleForm, TS_MODULE } from "./module-form.js";
import { ModuleScope } from "./module-scope.js";
import { writeRuntimeImports } from "./runtime-module.js";
import { selectRuntime } from "./runtime-selection.js";
import { writeCharacterClasses, writeRuleTable, writeVariants } from "./tables-code.js";

const EXPORTED = ["match", "classify", "rules"] as const;

/** An ES module. */
export const esModule: CompileTarget = moduleTarget(ES_MODULE);

/** A CommonJS module. */
export const cjsModule: CompileTarget = moduleTarget(CJS_MODULE);

/** An ES module in TypeScript with its types: what TypeScript compiles with the rest of a program. */
export const tsModule: CompileTarget = {
  ...moduleTarget(TS_MODULE, writeTypedExports),
  isModule: false,
};

/**
 * The mapping as a JavaScript module (ES2020) that needs nothing of its host, and imports nothing but the runtime, if that is asked for. It
 * exports `match`, `classify` and `rules`. The same plan, origin and options always give the same text, in ASCII.
 */
function moduleTarget(
  form: ModuleForm,
  writeExports: (plan: MappingPlan) => string = () => form.writeExports(EXPORTED),
): CompileTarget {
  return {
    supports: supportsAll,
    isModule: true,
    write: (plan, origin, options) => writeModule(plan, origin, writeExports(plan), form, options),
  };
}

function writeModule(
  plan: MappingPlan,
  { source, rules }: MappingOrigin,
  exported: string,
  form: ModuleForm,
  { searchWay, runtime }: TargetOptions,
): string {
  const scope = new ModuleScope(plan, planExecution(plan, searchWay));
  const { calls } = scope;
  const own = [
    writeRuleTable(scope, rules),
    ...(scope.execution.fewTexts === null ? [writeVariants(scope)] : []),
    writeDecision(scope),
    writeMatch(scope),
  ];
  const system =
    plan.system === null ? "" : `How to read the responses of ${writeStringLiteral(plan.system)}. `;
  // Only now is it known what of the runtime is named, and which classes of characters are asked about.
  const parts =
    runtime === null
      ? [...own, ...writeCharacterClasses(calls), exported, RUNTIME_HEADING, selectRuntime(calls.named)]
      : [writeRuntimeImports(calls, runtime, form), ...own, exported];
  return `${writeHeader(source, system)}\n${form.directive}${parts.join("\n\n")}\n`;
}

const RUNTIME_HEADING =
  "// What follows is the same for every mapping that needs it: how texts are compared and fields are read.";
