import { catalogue, isFindingName } from "@responses/dsl/editor";
import { type Block, code, line, strong, words, written } from "../presentation/preview-text.js";

/** What a finding means that a comment suppresses: what it says, why it matters, and how it is fixed instead. */
export function findingPage(name: string): readonly Block[] {
  if (!isFindingName(name)) return suppressionPage();
  const { what, why, fix } = catalogue[name].page;
  return [line([strong(name), words(` · ${what}`)], 500), line([words(why)], 600), line([words(fix)], 700)];
}

/** How a finding is suppressed. */
export function suppressionPage(): readonly Block[] {
  return [
    line(
      [words("Silences a finding in the statement below. The finding's name and the reason are needed.")],
      300,
    ),
    ...code(["# responses-ignore untested-rule: no recorded answer yet"], "responses"),
    line(
      [
        words("What was found, and its name, is in the list of problems; "),
        written("responses explain NAME"),
        words(" says more."),
      ],
      300,
    ),
  ];
}
