import type { Mapping } from "../model/mapping.js";
import type { CompileFormat } from "./compile-format.js";
import { writeDeclarations } from "./declarations.js";
import { writeModule } from "./javascript/module-code.js";
import { writeJsonForm } from "./json-form.js";
import { planMatching } from "./match-plan.js";

export interface CompileOptions {
  readonly format: CompileFormat;
  /** What the output calls the mapping's file: a name without machine paths, so that the output is the same everywhere. */
  readonly source: string;
}

export interface CompiledMapping {
  /** The module's or JSON file's text; ASCII for modules. */
  readonly code: string;
  /** TypeScript declarations of the module; null for JSON. */
  readonly declarations: string | null;
}

/**
 * Compiles a mapping. The module's verdicts are the interpreter's, for every response (LANGUAGE §4); the same mapping and
 * options always give the same text.
 */
export function compile(mapping: Mapping, { format, source }: CompileOptions): CompiledMapping {
  switch (format) {
    case "esm":
    case "cjs":
      return {
        code: writeModule(planMatching(mapping, source), source, format),
        declarations: writeDeclarations(mapping, source),
      };
    case "json":
      return { code: writeJsonForm(mapping, source), declarations: null };
  }
}
