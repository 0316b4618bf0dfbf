import type { FindingName } from "@responses/dsl";
import { canBeSuppressed, catalogue, FINDING_NAMES } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { code, line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";

/** What a comment that suppresses a finding has already. */
export interface SuppressionComment {
  /** Whether `:` and a reason stand behind the name. */
  readonly hasReason: boolean;
}

/** The findings that a comment can suppress, those that the statement below it has first; the cursor goes to the reason. */
export function findingSuggestions(
  present: ReadonlySet<FindingName>,
  { hasReason }: SuppressionComment,
): readonly Suggestion[] {
  const names = FINDING_NAMES.filter(canBeSuppressed);
  return [...names.filter((name) => present.has(name)), ...names.filter((name) => !present.has(name))].map(
    (name): Suggestion => ({
      content: hasReason
        ? { kind: "code", code: name }
        : { kind: "template", template: [`${name}: `, { blank: "the reason", isHint: true }] },
      kind: CompletionItemKind.Event,
      label: name,
      detail: present.has(name) ? "found below" : "not found below",
      about: () => [line([words(catalogue[name].page.what)], 600)],
    }),
  );
}

/** The directive itself, where a comment begins. */
export const DIRECTIVE: Suggestion = {
  content: { kind: "word", word: "responses-ignore", follows: "more" },
  kind: CompletionItemKind.Keyword,
  detail: "silences a finding, for a reason",
  about: () => [
    line(
      [
        words(
          "Silences findings of one name in the statement below. The reason after the colon is for whoever reads it next.",
        ),
      ],
      300,
    ),
    ...code(["# responses-ignore untested-rule: the system never sent it to us"], "responses"),
  ],
};
