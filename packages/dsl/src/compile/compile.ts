import type { Located, Mapping } from "../model/mapping.js";
import type { MappingPlan } from "../plan/mapping-plan.js";
import { planMapping } from "../plan/plan-mapping.js";
import { ruleOrigins } from "../plan/rule-origin.js";
import type { SearchWay } from "../runtime/text-search.js";
import { type Span, spanInFile } from "../text/span.js";
import { COMPILE_FORMATS, type CompileFormat, requireFormat } from "./compile-format.js";
import { type DeclarationLink, linkDeclarations } from "./declaration-links.js";
import { writeDeclarations } from "./declarations.js";
import { cjsModule, esModule, tsModule } from "./javascript/module-target.js";
import { jsonForm } from "./json-form.js";
import type { CompileTarget, Refusal } from "./target.js";

export interface CompileOptions {
  readonly format: CompileFormat;
  /** What the output calls the mapping's file: a name without machine paths, so that the output is the same everywhere. */
  readonly source: string;
  /** The only way for a module to search texts; the fastest one for each body without it. All give the same verdicts. */
  readonly searchWay?: SearchWay;
  /**
   * Where a module imports the runtime from, as `./responses-runtime-….mjs`: what `runtimeModule` gives for the format has to be there. Without
   * it a module imports nothing and carries what it needs of the runtime; JSON needs none.
   */
  readonly runtime?: string;
}

export interface CompiledMapping {
  /** The module's or JSON file's text; ASCII for modules. */
  readonly code: string;
  /** TypeScript declarations of the module; null for JSON. */
  readonly declarations: string | null;
  /** Where names in the declarations come from, in the order of the declarations; nothing where there are none. */
  readonly declarationLinks: readonly DeclarationLink[];
}

/** The TypeScript declarations of a module, and where names in them come from, in the order of the declarations. */
export interface ModuleDeclarations {
  readonly declarations: string;
  readonly declarationLinks: readonly DeclarationLink[];
}

/** A compiled mapping, or why the target cannot express it. */
export type CompileResult =
  | ({ readonly kind: "compiled" } & CompiledMapping)
  | { readonly kind: "refused"; readonly refusals: readonly PlacedRefusal[] };

/** A rule or capture that a target cannot express, and where it is written. */
export interface PlacedRefusal {
  readonly file: string;
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

const TARGETS: Readonly<Record<CompileFormat, CompileTarget>> = {
  esm: esModule,
  cjs: cjsModule,
  ts: tsModule,
  json: jsonForm,
};

/**
 * Compiles a mapping. The module's verdicts are the interpreter's, for every response (docs/language.md); the same mapping
 * and options always give the same text. A target that has no way to express a rule refuses the mapping and names the rule. Throws a
 * TypeError for a format that there is not.
 */
export function compile(mapping: Mapping, { format, source, ...options }: CompileOptions): CompileResult {
  requireFormat(format, COMPILE_FORMATS);
  return compileTo(TARGETS[format], mapping, source, options);
}

/** Compiles a mapping for any target. */
export function compileTo(
  target: CompileTarget,
  mapping: Mapping,
  source: string,
  { searchWay, runtime }: Pick<CompileOptions, "searchWay" | "runtime"> = {},
): CompileResult {
  const plan = planMapping(mapping);
  const refusals = target.supports(plan);
  if (refusals.length > 0) {
    return { kind: "refused", refusals: refusals.flatMap((refusal) => placeRefusal(refusal, mapping)) };
  }
  const options = { searchWay: searchWay ?? null, runtime: runtime ?? null };
  const code = target.write(plan, { source, rules: ruleOrigins(mapping, source) }, options);
  const declared = target.isModule
    ? declarationsOf(mapping, plan, source)
    : { declarations: null, declarationLinks: [] };
  return { kind: "compiled", code, ...declared };
}

/**
 * The declarations of the module that `compile` makes, without the module: for whoever only writes types.
 *
 * @param source what they call the mapping's file, as in `CompileOptions`
 */
export function declareModule(mapping: Mapping, source: string): ModuleDeclarations {
  return declarationsOf(mapping, planMapping(mapping), source);
}

function declarationsOf(mapping: Mapping, plan: MappingPlan, source: string): ModuleDeclarations {
  const declarations = writeDeclarations(plan, source);
  return { declarations: declarations.text, declarationLinks: linkDeclarations(declarations, mapping) };
}

function placeRefusal({ part, number, reason }: Refusal, mapping: Mapping): readonly PlacedRefusal[] {
  const parts: readonly Located<unknown>[] = part === "rule" ? mapping.rules : mapping.captures;
  const located = parts[number];
  if (located === undefined) return [];
  const { file, statement } = located;
  const span = spanInFile(statement.syntax.span, statement.start);
  return [
    {
      file: file.path,
      span,
      line: file.tree.source.lineAt(span.start) + 1,
      message: `this ${part} cannot be compiled to the format: ${reason}`,
    },
  ];
}
