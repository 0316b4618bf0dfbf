import { basename, resolve } from "node:path";
import { declareModule } from "@responses/dsl/editor";
import { declarationFileOf, declarationFiles } from "@responses/node-host";
import type { Inputs } from "./inputs.js";
import { type OutputOptions, type OutputReport, runOutputs } from "./output-run.js";

/** `responses types`: writes the declarations that TypeScript looks for when a mapping file is imported, with their maps. */
export function runTypes(inputs: Inputs, options: OutputOptions): OutputReport {
  return runOutputs(
    inputs,
    { doing: "writing types of", undone: "write types of" },
    options,
    (target, mapping, path) => {
      const declared = declareModule(mapping, basename(path));
      const file = declarationFileOf(target);
      return { kind: "outputs", outputs: declarationFiles(declared, file, inputs.files, resolve(".")) };
    },
  );
}
