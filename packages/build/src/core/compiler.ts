/*
 * What the doors of the package share and load when the first mapping file is met: it holds the compiler, which takes longer to
 * start than the rest together.
 */

export {
  type Compiled,
  type CompiledFile,
  compileFile,
  type ModuleFormat,
  type Refused,
  type Runtime,
  sharedRuntime,
} from "./compile-file.js";
export { inputsDigest } from "./inputs-digest.js";
export { inputFiles } from "./mapping-inputs.js";
export { writeTypes } from "./written-types.js";
