import { listed } from "../findings/counted.js";
import { quoted } from "../findings/quoted.js";

/** What a mapping can be compiled to: an ES module, a CommonJS module, an ES module in TypeScript, or JSON data. */
export const COMPILE_FORMATS = ["esm", "cjs", "ts", "json"] as const;

export type CompileFormat = (typeof COMPILE_FORMATS)[number];

/** Throws a TypeError for what a program in JavaScript gives that is none of the formats. */
export function requireFormat(format: unknown, formats: readonly CompileFormat[]): void {
  if (formats.some((known) => known === format)) return;
  const given = typeof format === "string" ? quoted(format) : `a format of type ${typeof format}`;
  throw new TypeError(`cannot compile to ${given}: the formats are ${listed(formats)}`);
}

export function isCompileFormat(format: unknown): format is CompileFormat {
  return COMPILE_FORMATS.some((known) => known === format);
}

/** The formats that are modules. */
export type ModuleFormat = Exclude<CompileFormat, "json">;

export const MODULE_FORMATS: readonly ModuleFormat[] = ["esm", "cjs", "ts"];

/** How the files are called that a mapping file is compiled to, given its own name, with its folder or without. */
export interface CompiledNames {
  readonly code: string;
  /** Null where there are no declarations. */
  readonly declarations: string | null;
}

export function compiledNames(source: string, format: CompileFormat): CompiledNames {
  switch (format) {
    case "esm":
      return { code: `${source}.mjs`, declarations: `${source}.d.mts` };
    case "cjs":
      return { code: `${source}.cjs`, declarations: `${source}.d.cts` };
    case "ts":
      return { code: `${source}.ts`, declarations: null };
    case "json":
      return { code: `${source}.json`, declarations: null };
  }
}
