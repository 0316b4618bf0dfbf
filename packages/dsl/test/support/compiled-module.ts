import vm from "node:vm";
import { type CompileOptions, type CompileResult, compile, type Mapping, type Verdict } from "@responses/dsl";

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
  const { code } = compiled(mapping, { format: "cjs", source: "mapping.responses" });
  const exported: Record<string, unknown> = {};
  vm.compileFunction(code, ["exports"])(exported);
  return exported as unknown as CompiledModule;
}
