import { type ColumnUnit, SourceText } from "@responses/dsl";
import { readProjectConfig } from "@responses/dsl/editor";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { PositionMapper } from "../../workspace/documents/position-mapper.js";
import { SOURCE } from "./diagnostics.js";

/** What is wrong with the text of a project file, each at its place: what the command line says of it. */
export function projectFileDiagnostics(text: string, unit: ColumnUnit): Diagnostic[] {
  const result = readProjectConfig(text);
  if (result.kind === "config") return [];
  const positions = new PositionMapper(new SourceText(text), unit);
  return result.problems.map(({ message, span }) => ({
    range: positions.rangeOf(span),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  }));
}
