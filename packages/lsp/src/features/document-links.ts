import { isFindingName, located, spanInFile } from "@responses/dsl/editor";
import type { DocumentLink } from "vscode-languageserver";
import type { UriOfInclude } from "../workspace/documents/include-target.js";
import type { MappingDocument } from "../workspace/documents/mapping-document.js";
import type { PageOf } from "./presentation/page-address.js";

/** The links of a document: from its includes to their files, from the names of suppressed findings to their pages. */
export function documentLinks(
  document: MappingDocument,
  uriOfInclude: UriOfInclude,
  pageOf: PageOf,
): DocumentLink[] {
  return [...includeLinks(document, uriOfInclude), ...findingLinks(document, pageOf)];
}

function includeLinks({ file, positions }: MappingDocument, uriOfInclude: UriOfInclude): DocumentLink[] {
  return located(file, "include").flatMap(({ model, statement }) => {
    const target = uriOfInclude(file.path, model.path);
    if (target === null) return [];
    const range = positions.rangeOf(spanInFile(model.pathSpan, statement.start));
    return [{ range, target, tooltip: "Open this file" }];
  });
}

function findingLinks({ file, positions }: MappingDocument, pageOf: PageOf): DocumentLink[] {
  return file.tree.statements.flatMap(({ start, syntax }) =>
    syntax.suppressions.flatMap((suppression): DocumentLink[] => {
      if (suppression.kind === "malformed" || !isFindingName(suppression.name)) return [];
      const target = pageOf(suppression.name);
      if (target === null) return [];
      const range = positions.rangeOf(spanInFile(suppression.nameSpan, start));
      return [{ range, target, tooltip: "Read about this finding" }];
    }),
  );
}
