import { type ColumnUnit, SourceText } from "@responses/dsl";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { PositionMapper } from "../../src/workspace/documents/position-mapper.js";

/** The texts that an edit changes, by URI, as they are afterwards. Edits that overlap or leave the text are an error. */
export function applied(
  { changes, documentChanges }: WorkspaceEdit,
  texts: ReadonlyMap<string, string>,
  unit: ColumnUnit,
): ReadonlyMap<string, string> {
  const edits = new Map<string, readonly TextEdit[]>(Object.entries(changes ?? {}));
  for (const change of documentChanges ?? []) {
    if (!("edits" in change)) throw new Error("only texts are changed here");
    edits.set(
      change.textDocument.uri,
      change.edits.filter((edit) => "newText" in edit),
    );
  }
  return new Map(
    [...edits].map(([uri, own]) => {
      const text = texts.get(uri);
      if (text === undefined) throw new Error(`there is no ${uri}`);
      return [uri, edited(text, own, unit)];
    }),
  );
}

function edited(text: string, edits: readonly TextEdit[], unit: ColumnUnit): string {
  const positions = new PositionMapper(new SourceText(text), unit);
  const spans = edits
    .map(({ range, newText }) => ({ ...positions.spanOf(range), newText }))
    .sort((a, b) => a.start - b.start);
  let result = "";
  let from = 0;
  for (const { start, end, newText } of spans) {
    if (start < from || end < start) throw new Error("the edits overlap");
    result += text.slice(from, start) + newText;
    from = end;
  }
  return result + text.slice(from);
}
