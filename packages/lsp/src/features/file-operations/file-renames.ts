import type { Located } from "@responses/dsl";
import { located, spanInFile, writeString } from "@responses/dsl/editor";
import { URI, Utils } from "vscode-uri";
import type { UriOfInclude } from "../../workspace/documents/include-target.js";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { normalisedUri } from "../../workspace/files/file-names.js";
import type { DocumentEdits } from "../edits/workspace-edit.js";
import { includePathTo } from "./include-path.js";

/** A file or a folder that gets another URI. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The URI that a file has after the moves: those of its folders count. */
export function movedUri(uri: string, moves: readonly Move[]): string {
  const own = normalisedUri(uri);
  for (const move of moves) {
    const from = normalisedUri(move.from);
    if (own === from) return normalisedUri(move.to);
    if (own.startsWith(`${from}/`)) return normalisedUri(move.to) + own.slice(from.length);
  }
  return own;
}

/**
 * What changes in the includes of all files so that they lead where they led before the moves: those of moved files, and
 * those of others that lead to one. Includes of files that are not there stay as they are.
 */
export function includeEdits(
  moves: readonly Move[],
  documents: readonly MappingDocument[],
  uriOfInclude: UriOfInclude,
): readonly DocumentEdits[] {
  const existing = new Set(documents.map(({ uri }) => normalisedUri(uri)));
  return documents.flatMap((document): readonly DocumentEdits[] => {
    const newUri = URI.parse(movedUri(document.uri, moves));
    const edits = located(document.file, "include").flatMap((include) => {
      const target = uriOfInclude(document.file.path, include.model.path);
      if (target === null || !existing.has(normalisedUri(target))) return [];
      const newTarget = URI.parse(movedUri(target, moves));
      if (leadsTo(newUri, include.model.path, newTarget)) return [];
      const path = pathBetween(newUri, newTarget, include.model.path);
      return path === null ? [] : [editOf(include, path)];
    });
    return edits.length === 0 ? [] : [{ document, edits }];
  });
}

function editOf(
  { model, statement, file }: Located<{ readonly pathSpan: { readonly from: number; readonly to: number } }>,
  path: string,
) {
  const span = spanInFile(model.pathSpan, statement.start);
  const mark = file.tree.source.text.charAt(span.start);
  return { span, newText: mark === "'" ? writeString([path], mark) : writeString([path]) };
}

function leadsTo(from: URI, include: string, target: URI): boolean {
  if (!from.path.startsWith("/")) return false;
  return Utils.resolvePath(Utils.dirname(from), include).toString() === target.toString();
}

/** The path of an include from one file to another, written as the one before; null where no path leads there. */
function pathBetween(from: URI, to: URI, before: string): string | null {
  const path = includePathTo(from, to);
  if (path === null) return null;
  if (before.startsWith("/")) return to.path;
  return before.startsWith("./") && !path.startsWith("../") ? `./${path}` : path;
}
