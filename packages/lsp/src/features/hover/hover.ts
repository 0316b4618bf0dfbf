import type { Statement, StatementModel } from "@responses/dsl";
import type { Hover, Position } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { explainLink } from "../presentation/explain-command.js";
import type { Focus } from "../presentation/match-place.js";
import type { Places } from "../presentation/places.js";
import {
  type Block,
  line,
  renderPreview,
  type TextFormat,
  words,
  written,
} from "../presentation/preview-text.js";
import { wordPage } from "../presentation/word-page.js";
import { capturePreview } from "./capture-preview.js";
import { decidingLocation, exampleLinks } from "./counterpart-links.js";
import { examplePreview } from "./example-preview.js";
import { fieldPartPreview, partsUpTo } from "./field-part-preview.js";
import { findingPage, suppressionPage } from "./finding-page.js";
import { type HoveredPart, hoveredPart } from "./hovered-part.js";
import { includePreview } from "./include-preview.js";
import { ruleInWords, rulePreview } from "./rule-preview.js";
import { systemPreview } from "./system-preview.js";
import { NOTHING_TOLD, ToldFindings } from "./told-findings.js";

export interface HoverOptions {
  readonly format: TextFormat;
  /** How many examples have a line in a preview, at most `MOST_EXAMPLES`. */
  readonly examples: number;
  /** Where links lead, for clients that show some; null for none. */
  readonly places: Places | null;
  /** The client's command that explains an example; null where it has none. */
  readonly explainCommand: string | null;
  /** Whether the client says beside a preview what was found at its place, so that the preview leaves it out. */
  readonly findingsBeside: boolean;
}

/** Examples with a line of their own in a preview at most: more would push what else is said out of sight. */
export const MOST_EXAMPLES = 5;

const USUAL: HoverOptions = {
  format: "markdown",
  examples: MOST_EXAMPLES,
  places: null,
  explainCommand: null,
  findingsBeside: false,
};

/** The preview for a place: what the rule or example there does, or what the word means. Null where there is nothing to say. */
export function hoverAt(
  document: AnalysedDocument,
  position: Position,
  options: HoverOptions = USUAL,
): Hover | null {
  const { file, positions } = document;
  const offset = positions.offsetAt(position);
  const index = statementIndexAt(file, offset);
  const statement = file.tree.statements[index];
  const model = file.models[index];
  if (statement === undefined || model === undefined) return null;
  const local = offset - statement.start;
  // A cursor behind a word is at the word for whoever has no mouse.
  const part = hoveredPart(statement, model, local) ?? hoveredPart(statement, model, local - 1);
  if (part === null) return null;
  const { format, places, findingsBeside } = options;
  const linked = format === "markdown" ? places : null;
  const told = findingsBeside ? ToldFindings.at(document.findings, offset) : NOTHING_TOLD;
  const examples = Math.min(MOST_EXAMPLES, Math.max(0, options.examples));
  const blocks = previewOf({ document, statement, model, part, examples, told, places: linked });
  if (blocks.length === 0) return null;
  const { from, to } = part.span;
  const links = part.kind === "part" && format === "markdown" ? linksFor(document, statement, options) : "";
  const value = renderPreview(blocks, format);
  return {
    contents: { kind: format, value: links === "" ? value : `${value}\n\n${links}` },
    range: positions.rangeOf({ start: statement.start + from, end: statement.start + to }),
  };
}

/** Where an example or a rule leads, on one line; empty where that is nowhere. */
function linksFor(
  document: AnalysedDocument,
  statement: Statement,
  { places, explainCommand }: HoverOptions,
): string {
  const examples = places === null ? "" : exampleLinks(document, statement, places);
  const isExplained = explainCommand !== null && (document.usable?.resultShownAt(statement) ?? null) !== null;
  const explained = isExplained ? explainLink(explainCommand, document, statement) : "";
  return [examples, explained].filter((link) => link !== "").join(" · ");
}

/** A place that somebody asks about, and how the answer is to be shown. */
interface Hovered {
  readonly document: AnalysedDocument;
  readonly statement: Statement;
  readonly model: StatementModel;
  readonly part: HoveredPart;
  readonly examples: number;
  readonly told: ToldFindings;
  readonly places: Places | null;
}

function previewOf(hovered: Hovered): readonly Block[] {
  const { document, statement, model, part, examples } = hovered;
  const parts = examples === 0 ? [] : partsUpTo(model, part.span.from);
  const picked = fieldPartPreview(parts, document.usable);
  switch (part.kind) {
    case "word":
      return [...wordPage(part.word), ...picked];
    case "suppression":
      return part.name === null ? suppressionPage() : findingPage(part.name);
    case "part": {
      const preview = statementPreview(hovered, part.focus);
      if (preview.length > 0) return [...picked, ...preview, ...documentation(statement)];
      return part.span === statement.syntax.wordSpan ? wordPage(statement.syntax.word) : [];
    }
  }
}

/** The comment above a statement, on one line. */
function documentation({ syntax }: Statement): readonly Block[] {
  const text = syntax.documentation.slice(0, 400).replace(/\s+/g, " ");
  return text === "" ? [] : [line([written(`# ${text}`)], 220)];
}

/** What a statement means and does; while it is broken, what it did last. Empty where nobody knows. */
function statementPreview(
  { document, statement, model, examples, told, places }: Hovered,
  focus: Focus,
): readonly Block[] {
  const { usable } = document;
  const rule = usable?.ruleShownAt(statement) ?? null;
  if (usable !== null && rule !== null) {
    return [ruleInWords(rule.model), ...rulePreview(rule, usable, document.findings, focus, examples, told)];
  }
  const result = usable?.resultShownAt(statement) ?? null;
  if (usable !== null && result !== null) {
    const deciding = places === null ? null : decidingLocation(document, statement, places);
    return examplePreview(result, usable, told, deciding);
  }
  switch (model.kind) {
    case "rule":
      return [ruleInWords(model), notYet()];
    case "example":
      return [notYet()];
    case "capture":
      return capturePreview(model, usable, examples);
    case "include":
      return includePreview(statement, document);
    case "system":
      return usable === null ? [] : systemPreview(model.name, usable);
    case "broken":
      return [];
  }
}

/** Nothing can be run yet. */
function notYet(): Block {
  return line([words("What it does to the examples is shown once the file has no errors")], 150);
}
