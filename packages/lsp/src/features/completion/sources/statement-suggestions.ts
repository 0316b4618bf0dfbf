import type { TextPieces } from "@responses/dsl";
import { located, type SeenIn, STARTER_FILE, writeName, writeString } from "@responses/dsl/editor";
import { CompletionItemKind } from "vscode-languageserver";
import { line, words } from "../../presentation/preview-text.js";
import type { Suggestion } from "../items/suggestion.js";
import type { Blank, Template } from "../items/template.js";
import type { CompletionContext } from "./completion-context.js";
import { bodyTemplate } from "./example-suggestions.js";
import { usefulFields } from "./path-suggestions.js";
import { wordSuggestion } from "./word-suggestions.js";

/**
 * What can stand at the beginning of a line: the words that begin statements, and whole statements with places to fill in,
 * made of what the examples show.
 */
export function statementSuggestions(context: CompletionContext): readonly Suggestion[] {
  const { file } = context.document;
  const hasSystem = located(file, "system").length > 0;
  const offered = (hasSystem ? ORDER : (["system", ...ORDER] as const)).map(wordSuggestion);
  if (context.place.isFollowed) return offered;
  const starter = file.tree.statements.length === 0 ? [STARTER] : [];
  return [...starter, ...offered, ...wholeStatements(context), ...lastRule(context)];
}

/** What is begun most comes first; a file has one system. */
const ORDER = ["success", "reject", "error", "example", "capture", "include"] as const;

const STARTER: Suggestion = {
  content: { kind: "template", template: [STARTER_FILE] },
  kind: CompletionItemKind.Snippet,
  label: "a new mapping file",
  detail: "with everything that most of them have",
  about: () => [
    line(
      [words("Rules, captures and examples of a made-up system, with comments that say what they do.")],
      200,
    ),
  ],
};

function wholeStatements(context: CompletionContext): readonly Suggestion[] {
  const success = testTemplate(context, "success");
  const reject = testTemplate(context, "reject");
  return [
    whole(["success ", ...success.test], "success if …", "a whole rule"),
    whole(
      ["reject ", ...reject.test, " as ", { blank: writeName(reject.label) }],
      "reject if … as …",
      "a whole rule",
    ),
    whole(
      ["error status ", { blank: "429, 5xx" }, " as ", { blank: '"Server error"' }],
      "error status … as …",
      "a whole rule",
    ),
    whole(
      ["capture ", { blank: "price" }, " from ", capturedField(context)],
      "capture … from …",
      "a whole capture",
    ),
    whole(
      ["example ", { blank: "200" }, " ", bodyTemplate(context), " is ", { blank: "success" }],
      "example … is …",
      "a whole example",
    ),
    whole(
      ["example ", { blank: "200" }, ' """\n  ', { blank: "the body" }, '\n  """ is ', { blank: "success" }],
      'example … """ … """ is …',
      "a body over several lines",
    ),
  ];
}

/** What takes whatever no other rule has taken: only where no rule stands below, which it would leave nothing. */
function lastRule({ document: { file }, statement }: CompletionContext): readonly Suggestion[] {
  const below = statement === null ? file.models : file.models.slice(file.models.indexOf(statement) + 1);
  if (below.some(({ kind }) => kind === "rule")) return [];
  return [
    whole(
      ["error otherwise as ", { blank: '"Unknown answer"' }],
      "error otherwise as …",
      "all other responses",
    ),
  ];
}

function whole(template: Template, label: string, detail: string): Suggestion {
  return {
    content: { kind: "template", template },
    kind: CompletionItemKind.Snippet,
    label,
    detail,
    about: null,
  };
}

/** A test that the examples suggest, and a label for it. */
interface SuggestedTest {
  readonly test: Template;
  readonly label: string;
}

/** The most telling field with its most telling text; where no example shows one, a keyword. */
function testTemplate(context: CompletionContext, outcome: SeenIn): SuggestedTest {
  const [best] = usefulFields(context, { kind: "test", outcome });
  const texts = best === undefined ? [] : best.field.texts.mostTellingFirst(outcome);
  const text = texts.map((seen) => seen.text.trim()).find(isSearchable);
  if (best === undefined || text === undefined) {
    return {
      test: ["keyword ", textBlank([outcome === "success" ? "accepted" : "duplicate"])],
      label: "Duplicate",
    };
  }
  const [word = "json", ...path] = best.written.split(" ");
  return {
    test: [`${word} `, { blank: path.join(" ") }, " exact ", textBlank([text])],
    label: /^\p{L}[\p{L}\p{N} _-]*$/u.test(text) ? text : "Duplicate",
  };
}

const LONGEST = 60;

/** What a rule can look for, and nobody would shorten. */
function isSearchable(text: string): boolean {
  return text !== "" && text.length <= LONGEST && !text.includes("\ufffd");
}

function textBlank(pieces: TextPieces): Blank {
  return { blank: writeString(pieces) };
}

function capturedField(context: CompletionContext): Blank {
  const [best] = usefulFields(context, { kind: "capture" });
  return { blank: best === undefined ? 'json "$.price"' : best.written };
}
