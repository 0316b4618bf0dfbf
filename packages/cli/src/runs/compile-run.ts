import { basename } from "node:path";
import { type CompileFormat, compile } from "@responses/dsl";
import { compiledNames } from "@responses/dsl/editor";
import type { Output } from "@responses/node-host";
import type { Inputs } from "./inputs.js";
import { type OutputOptions, type OutputReport, runOutputs } from "./output-run.js";

export interface CompileOptions extends OutputOptions {
  readonly format: CompileFormat;
}

/** `responses compile`: writes a module, or JSON, from each mapping file. */
export function runCompile(inputs: Inputs, options: CompileOptions): OutputReport {
  return runOutputs(inputs, { doing: "compiling", undone: "compile" }, options, (target, mapping, path) => {
    const { format } = options;
    const result = compile(mapping, { format, source: basename(path) });
    if (result.kind === "refused") return result;
    const { code, declarations } = result;
    const names = compiledNames(target, format);
    const outputs: Output[] = [{ path: names.code, content: code }];
    if (declarations !== null && names.declarations !== null)
      outputs.push({ path: names.declarations, content: declarations });
    return { kind: "outputs", outputs };
  });
}
