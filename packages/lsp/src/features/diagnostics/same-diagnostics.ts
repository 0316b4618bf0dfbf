import type { Diagnostic, DiagnosticRelatedInformation, Range } from "vscode-languageserver";

/** Whether an editor would show the same for both. What follows from the finding's name is not compared. Linear. */
export function areSameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return areSameLists(a, b, isSameDiagnostic);
}

function isSameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    isSameRange(a.range, b.range) &&
    areSameLists(a.relatedInformation ?? [], b.relatedInformation ?? [], isSameRelated)
  );
}

function isSameRelated(a: DiagnosticRelatedInformation, b: DiagnosticRelatedInformation): boolean {
  return (
    a.message === b.message &&
    a.location.uri === b.location.uri &&
    isSameRange(a.location.range, b.location.range)
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function areSameLists<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && isSame(item, other);
    })
  );
}
