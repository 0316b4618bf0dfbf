import { type LocalFinding, replaceWith } from "../../findings/finding.js";
import { visible } from "../../findings/quoted.js";
import type { TextNode } from "../../syntax/tree.js";
import type { PathFieldWord } from "../../syntax/vocabulary.js";
import type { PathReading } from "../path-reading.js";
import { quotePath } from "./quoted-path.js";

/** The path that was read; null, and a finding, where it cannot be. */
export function lowerPath<Path>(
  kind: PathFieldWord,
  { span }: TextNode,
  written: string,
  reading: PathReading<Path>,
  findings: LocalFinding[],
): Path | null {
  if (reading.kind === "path") return reading.path;
  const { problem, suggestion } = reading;
  const fixes =
    suggestion === null
      ? []
      : [
          replaceWith(
            span,
            quotePath(suggestion.path),
            `Write ${visible(suggestion.path)}`,
            suggestion.certain ? "automatic" : "suggested",
          ),
        ];
  findings.push({ name: "invalid-path", parameters: { kind, path: written, problem }, span, fixes });
  return null;
}
