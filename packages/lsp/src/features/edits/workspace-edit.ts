import type { TextEdit as OffsetEdit } from "@responses/dsl";
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";

/** What is to be replaced in one file. */
export interface DocumentEdits {
  readonly document: MappingDocument;
  readonly edits: readonly OffsetEdit[];
}

/** What a client understands of an edit of several files. */
export interface EditAbilities {
  /** Edits that say for which version of a text they are. */
  readonly versions: boolean;
  /** Edits that say what they are for, and may ask whether they shall be done. */
  readonly annotations: boolean;
}

export function editAbilities({ workspace }: ClientCapabilities): EditAbilities {
  const versions = workspace?.workspaceEdit?.documentChanges === true;
  return {
    versions,
    annotations: versions && workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

const ANNOTATION_ID = "responses";

/** The edits as a client understands them. `annotation` is said of all of them. */
export function workspaceEditOf(
  changes: readonly DocumentEdits[],
  abilities: EditAbilities,
  annotation: ChangeAnnotation,
): WorkspaceEdit {
  if (!abilities.versions) {
    return { changes: Object.fromEntries(changes.map((change) => [change.document.uri, textEdits(change)])) };
  }
  const documentChanges = changes.map((change) => ({
    textDocument: { uri: change.document.uri, version: change.document.version },
    edits: abilities.annotations ? annotated(textEdits(change)) : textEdits(change),
  }));
  if (!abilities.annotations) return { documentChanges };
  return { documentChanges, changeAnnotations: { [ANNOTATION_ID]: annotation } };
}

function textEdits({ document, edits }: DocumentEdits): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: document.positions.rangeOf(span), newText }));
}

function annotated(edits: readonly TextEdit[]): AnnotatedTextEdit[] {
  return edits.map((edit) => ({ ...edit, annotationId: ANNOTATION_ID }));
}
