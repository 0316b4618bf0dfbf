import { fnvHash } from "../../text/fnv-hash.js";
import { MODULE_FORMATS, type ModuleFormat, requireFormat } from "../compile-format.js";
import { writeRuntimeHeader } from "../header.js";
import { CJS_MODULE, ES_MODULE, type ModuleForm, TS_MODULE } from "./module-form.js";
import { RuntimeCalls } from "./runtime-calls.js";
import { selectRuntime } from "./runtime-selection.js";
import { RUNTIME_PIECES } from "./runtime-text.generated.js";
import { CHARACTER_CLASSES, writeCharacterClasses } from "./tables-code.js";

/** The runtime as a module of its own, for modules that are compiled with `runtime`. */
export interface RuntimeModule {
  /** The file's name. It has a mark of the content, so that the runtime of another version is another file. */
  readonly file: string;
  /** The name by which modules import it. */
  readonly importedAs: string;
  /** ASCII; the same text in each folder, whatever mappings are there. */
  readonly code: string;
}

const FORMS: Readonly<Record<ModuleFormat, ModuleForm>> = { esm: ES_MODULE, cjs: CJS_MODULE, ts: TS_MODULE };

/** The whole runtime as a module of a format: linear in the runtime. Throws a TypeError for a format that there is not. */
export function runtimeModule(format: ModuleFormat): RuntimeModule {
  requireFormat(format, MODULE_FORMATS);
  const form = FORMS[format];
  const { declarations, mark } = wholeRuntime();
  const name = `responses-runtime-${mark}`;
  return {
    file: name + form.ending,
    importedAs: name + form.importedEnding,
    code: `${writeRuntimeHeader()}\n${form.directive}${declarations}\n\n${form.writeExports(RUNTIME_NAMES)}\n`,
  };
}

/** Whether a file with this name is the runtime of some version. */
export function isRuntimeFileName(name: string): boolean {
  return /^responses-runtime-[0-9a-f]{8}\.(?:mjs|cjs|ts)$/.test(name);
}

/** The code by which a module takes what it named from a runtime at an address. */
export function writeRuntimeImports(calls: RuntimeCalls, address: string, form: ModuleForm): string {
  const classes = CHARACTER_CLASSES.filter(({ name }) => calls.classes.has(name));
  const names = [...calls.named, ...classes.flatMap(({ name, table }) => [name, table])].sort();
  return form.writeImports(names, address);
}

const RUNTIME_NAMES: readonly string[] = [
  ...RUNTIME_PIECES.map(({ name }) => name),
  ...CHARACTER_CLASSES.flatMap(({ name, table }) => [name, table]),
];

let known: { readonly declarations: string; readonly mark: string } | null = null;

function wholeRuntime(): { readonly declarations: string; readonly mark: string } {
  if (known !== null) return known;
  const calls = new RuntimeCalls();
  for (const { name } of CHARACTER_CLASSES) calls.characterClass(name);
  const pieces = selectRuntime(RUNTIME_PIECES.map(({ name }) => name));
  const declarations = [pieces, ...writeCharacterClasses(calls)].join("\n\n");
  known = { declarations, mark: fnvHash(declarations).slice(0, 8) };
  return known;
}
