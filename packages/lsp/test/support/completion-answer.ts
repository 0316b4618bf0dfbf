import type { CompletionItem } from "vscode-languageserver";
import { complete, type NearbyFiles, withDocumentation } from "../../src/features/completion/complete.js";
import type { CompletionAbilities, ShownItem } from "../../src/features/completion/items/completion-items.js";
import { completionPlaceAt } from "../../src/features/completion/place/completion-place.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";

/** What clients with everything understand, and those with nothing. */
export const RICH: CompletionAbilities = {
  snippets: true,
  labelDetails: true,
  commitCharacters: true,
  suggestCommand: "suggest",
};
export const BARE: CompletionAbilities = {
  snippets: false,
  labelDetails: false,
  commitCharacters: false,
  suggestCommand: null,
};

export interface CompletionAnswer {
  readonly items: readonly ShownItem[];
  readonly isIncomplete: boolean;
}

const NO_SURROUNDINGS: NearbyFiles = { connected: [], all: [], findings: new Set() };

/** What is suggested at an offset of a document; null where nothing is asked for. */
export function completionAt(
  document: MappingDocument,
  offset: number,
  {
    trigger = null,
    surroundings = NO_SURROUNDINGS,
    abilities = RICH,
  }: {
    readonly trigger?: string | null;
    readonly surroundings?: NearbyFiles;
    readonly abilities?: CompletionAbilities;
  } = {},
): CompletionAnswer | null {
  const place = completionPlaceAt(document, document.positions.positionAt(offset), trigger);
  return place === null ? null : complete(document, place, surroundings, abilities);
}

/** What an item is shown with: its label and the words beside it. */
export function shownItem({ label, labelDetails, detail }: CompletionItem): string {
  const beside = labelDetails?.description ?? detail;
  return beside === undefined ? label : `${label}   ${beside}`;
}

/** What is said of an item when somebody looks closer. */
export function documentationOf({ item, suggestion }: ShownItem): string {
  const { documentation } = withDocumentation(item, suggestion, "plaintext");
  return typeof documentation === "object" ? documentation.value : "";
}
