import vm from "node:vm";
import {
  type CompileOptions,
  type CompileResult,
  compile,
  type Mapping,
  type SearchWay,
  type Verdict,
} from "@responses/dsl";

/** What a compiled module exports; it takes whatever it is given. */
export interface CompiledModule {
  readonly match: (response: unknown) => Verdict;
  readonly classify: (status: unknown, body: unknown) => number;
  readonly rules: readonly {
    readonly outcome: string;
    readonly label: string | null;
    readonly line: number;
  }[];
}

/** What a mapping that the format can express is compiled to. */
export function compiled(
  mapping: Mapping,
  options: CompileOptions,
): Extract<CompileResult, { kind: "compiled" }> {
  const result = compile(mapping, options);
  if (result.kind === "compiled") return result;
  throw new Error(result.refusals.map(({ message }) => message).join("\n"));
}

/** Compiles the mapping to CommonJS and runs the module in this realm. */
export function loadCompiled(mapping: Mapping): CompiledModule {
  return load(compiled(mapping, { format: "cjs", source: "mapping.responses" }).code);
}

/** The same of a module that searches texts in one way only. */
export function loadSearching(mapping: Mapping, searchWay: SearchWay): CompiledModule {
  return load(compiled(mapping, { format: "cjs", source: "mapping.responses", searchWay }).code);
}

/** The same of a module that finds no WebAssembly. */
export function loadWithoutWasm(mapping: Mapping): CompiledModule {
  const { code } = compiled(mapping, { format: "cjs", source: "mapping.responses" });
  return load(`const globalThis = {};\n${code}`);
}

function load(code: string): CompiledModule {
  const exported: Record<string, unknown> = {};
  vm.compileFunction(code, ["exports"])(exported);
  return exported as unknown as CompiledModule;
}
