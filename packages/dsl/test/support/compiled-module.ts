import vm from "node:vm";
import {
  type CompileOptions,
  type CompileResult,
  compile,
  type Mapping,
  runtimeModule,
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

/** The same of a module that imports the runtime; all that are loaded so share one. */
export function loadSharing(mapping: Mapping): CompiledModule {
  const runtime = `./${runtimeModule("cjs").importedAs}`;
  return load(compiled(mapping, { format: "cjs", source: "mapping.responses", runtime }).code, (address) => {
    if (address !== runtime) throw new Error(`nothing is to be had from ${address}`);
    sharedRuntime ??= exportsOf(runtimeModule("cjs").code);
    return sharedRuntime;
  });
}

let sharedRuntime: object | null = null;

/** The name under which the engine knows modules that are loaded. */
export const LOADED_MODULE = "compiled-mapping.cjs";

function load(code: string, require?: (address: string) => object): CompiledModule {
  return exportsOf(code, require) as CompiledModule;
}

function exportsOf(code: string, require?: (address: string) => object): object {
  const exported = {};
  vm.compileFunction(code, ["exports", "require"], { filename: LOADED_MODULE })(exported, require);
  return exported;
}
