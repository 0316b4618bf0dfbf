import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { SourceText, type Span } from "@responses/dsl";
import { responseText, showsResponse, visible } from "@responses/dsl/editor";
import { FileError } from "@responses/node-host";
import { codeFrame, PLAIN_STYLE, type ReportedFinding } from "@responses/reporting";
import type { Problem, ProblemFix, ProblemPlace } from "./problem.js";

/** The columns of a frame: terminals have them, and so have the overlays of browsers. */
const FRAME_WIDTH = 100;

/** Where the paths of findings start, and how their texts are reached. */
export interface FindingPlaces {
  /** Absolute. */
  readonly folder: string;
  readonly sourceOf: (path: string) => SourceText;
}

/** A finding as a build step says it; null for a hint, which is for editors. */
export function problemOfFinding(
  { finding, severity, message }: ReportedFinding,
  { folder, sourceOf }: FindingPlaces,
): Problem | null {
  if (severity === "hint") return null;
  const { name, file, span, related, witness, fixes } = finding;
  const source = sourceOf(file);
  const isShown = witness === null || showsResponse(message, witness);
  return {
    severity,
    name,
    message: visibleLines(message),
    example: isShown ? null : responseText(witness.status, witness.body),
    path: resolve(folder, file),
    place: source.text === "" ? null : placeIn(source, span),
    related: related.map((other) => ({
      message: visible(other.message),
      path: resolve(folder, other.file),
      place: placeIn(sourceOf(other.file), other.span),
    })),
    fixes: fixes.map(({ title, kind, edits }): ProblemFix => {
      const [only, ...others] = edits;
      const replaces = only !== undefined && others.length === 0 && isSame(only.span, span);
      return {
        title: visible(title),
        kind,
        replacement: replaces ? only.newText : null,
      };
    }),
  };
}

/**
 * What is wrong with files as such: one that cannot be read, a project file with mistakes. Other errors are thrown on.
 *
 * @param path the mapping file that was to be compiled, absolute
 */
export function problemsOfFileError(error: unknown, path: string, folder: string): readonly Problem[] {
  if (!(error instanceof FileError)) throw error;
  const { fault } = error;
  if (fault.kind !== "wrong-project-file" && fault.kind !== "wrong-baseline") {
    return [{ ...WHOLE_FILE, message: error.message, path }];
  }
  const projectFile = resolve(folder, fault.path);
  const source = sourceIn(projectFile);
  return fault.problems.map(({ line, column, message }) => {
    const start = source.offsetAt({ line: line - 1, column: column - 1 });
    return {
      ...WHOLE_FILE,
      message: `the ${fault.kind === "wrong-baseline" ? "baseline" : "project file"} cannot be used: ${visible(message)}`,
      path: projectFile,
      place: placeIn(source, { start, end: start + 1 }),
    };
  });
}

/** The text of a file that has just been read; an empty one, if it is gone. */
function sourceIn(path: string): SourceText {
  try {
    return new SourceText(readFileSync(path, "utf8"));
  } catch {
    return new SourceText("");
  }
}

const WHOLE_FILE = {
  severity: "error",
  name: null,
  example: null,
  place: null,
  related: [],
  fixes: [],
} as const;

function placeIn(source: SourceText, span: Span): ProblemPlace {
  const { line, column } = source.positionAt(span.start);
  const lineText = source.lineText(line);
  const end = Math.max(span.start, Math.min(span.end, source.lineEnd(line)));
  return {
    line: line + 1,
    column,
    byteColumn: source.positionAt(span.start, "utf-8").column,
    length: end - span.start,
    byteLength: source.positionAt(end, "utf-8").column - source.positionAt(span.start, "utf-8").column,
    lineText,
    frame: codeFrame(source, span, { style: PLAIN_STYLE, width: FRAME_WIDTH }).join("\n"),
  };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function visibleLines(message: string): string {
  return message.split("\n").map(visible).join("\n");
}
