import { type CompileFormat, compile, messageOf, type PlacedRefusal } from "@responses/dsl";
import { compiledNames, refuses } from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import type { MappingDocument } from "../workspace/documents/mapping-document.js";

/** A file that a mapping was compiled to; it belongs beside the mapping file. */
export interface CompiledFile {
  readonly name: string;
  readonly content: string;
}

export type CompileResult =
  | { readonly kind: "compiled"; readonly files: readonly CompiledFile[] }
  /** What keeps the mapping from being compiled, in sentences. */
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** Compiles a mapping as `responses compile` does: the same texts under the same names. */
export function compileDocument({ uri, linked }: MappingDocument, format: CompileFormat): CompileResult {
  if (linked.kind === "refused") {
    const reasons = linked.findings.filter(({ name }) => refuses(name)).map(messageOf);
    return { kind: "refused", reasons };
  }
  const source = Utils.basename(URI.parse(uri));
  const result = compile(linked.mapping, { format, source });
  if (result.kind === "refused") return { kind: "refused", reasons: result.refusals.map(refusalText) };
  const { code, declarations } = result;
  const names = compiledNames(source, format);
  const files = [{ name: names.code, content: code }];
  if (declarations !== null && names.declarations !== null) {
    files.push({ name: names.declarations, content: declarations });
  }
  return { kind: "compiled", files };
}

/** What the format cannot express, and where it is written. */
function refusalText({ file, line, message }: PlacedRefusal): string {
  return `${message} (${Utils.basename(URI.parse(file))}, line ${line})`;
}
