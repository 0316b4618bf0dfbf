import { type ColumnUnit, SourceText } from "@responses/dsl";
import { isBaselineName, readBaseline, readProjectConfig } from "@responses/dsl/editor";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { PositionMapper } from "../../workspace/documents/position-mapper.js";
import { SOURCE } from "./diagnostics.js";

/** What is wrong with the text of a project file or a baseline, each at its place: what the command line says of it. */
export function settingsFileDiagnostics(uri: string, text: string, unit: ColumnUnit): Diagnostic[] {
  const result = isBaselineName(uri) ? readBaseline(text) : readProjectConfig(text);
  if (result.kind !== "fault") return [];
  const positions = new PositionMapper(new SourceText(text), unit);
  return result.problems.map(({ message, span }) => ({
    range: positions.rangeOf(span),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    message,
  }));
}
