import { basename, join, resolve } from "node:path";
import { declareModule } from "@responses/dsl/editor";
import { declarationFileOf, declarationFiles, declaredMappingOf, isDeclaration } from "@responses/node-host";
import type { Inputs } from "./inputs.js";
import { generatedCode, type OutputsIn, withLeftovers } from "./leftovers.js";
import { type OutputOptions, type OutputReport, runOutputs } from "./output-run.js";

export interface TypesOptions extends OutputOptions {
  /** Removes the declarations of mappings that are gone, which are only told otherwise. */
  readonly clean: boolean;
}

/** `responses types`: writes the declarations that TypeScript looks for when a mapping file is imported, with their maps. */
export function runTypes(inputs: Inputs, options: TypesOptions): OutputReport {
  const report = runOutputs(
    inputs,
    {
      doing: "writing types of",
      undone: "write types of",
      isGenerated: isDeclaration,
    },
    options,
    (target, mapping, path) => {
      const declared = declareModule(mapping, basename(path));
      const file = declarationFileOf(target);
      return { kind: "outputs", outputs: declarationFiles(declared, file, inputs.files, resolve(".")) };
    },
  );
  return withLeftovers(report, inputs, options, options.clean, typesIn);
}

/** Declarations, known by their first lines, and the maps beside them, which say where the mapping is; a map alone is known by what it says. */
const typesIn: OutputsIn = (folder, names) =>
  names.flatMap((name) => {
    const [, source, kind] = TYPES.exec(name) ?? [];
    if (source === undefined) return [];
    const path = join(folder, name);
    const declarations = kind === ".map" ? path.slice(0, -kind.length) : path;
    const said = declaredMappingOf(`${declarations}.map`);
    if (kind === ".map") return said === null ? [] : [{ path, mapping: said }];
    const code = generatedCode(path);
    if (code === null || !isDeclaration(code)) return [];
    return [{ path, mapping: said ?? join(folder, `${source}.responses`) }];
  });

const TYPES = /^(.+)\.d\.responses\.ts(\.map)?$/;
