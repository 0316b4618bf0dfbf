import type {
  CaptureModel,
  ExampleModel,
  LocalSpan,
  RuleModel,
  Statement,
  StatementModel,
} from "@responses/dsl";
import { isSpecialWord, leadingCount, lex, type SpecialWord } from "@responses/dsl/editor";
import type { Focus } from "../presentation/match-place.js";

/** What of a statement is under the cursor, and where it stands in the statement's text. */
export type HoveredPart = { readonly span: LocalSpan } & (
  | { readonly kind: "word"; readonly word: SpecialWord }
  /** A comment that suppresses findings; the name is null where it is written wrongly. */
  | { readonly kind: "suppression"; readonly name: string | null }
  /** The statement, or a part of it that has a meaning of its own: a text, a field, a label. */
  | { readonly kind: "part"; readonly focus: Focus }
);

/** Longer stretches between two texts are comments, and not looked through. */
const LONGEST_STRETCH = 4096;

/** Characters of a broken statement that are looked through, at most: nobody hovers over the rest. */
const LONGEST_BROKEN = 16 * 1024;

/**
 * What stands at an offset of a statement's text. Null on blanks, commas and comments. Texts are passed over without being
 * read, so time does not depend on their length.
 */
export function hoveredPart(
  { syntax }: Statement,
  model: StatementModel,
  offset: number,
): HoveredPart | null {
  const suppression = syntax.suppressions.find(({ span }) => contains(span, offset));
  if (suppression !== undefined) {
    const name = suppression.kind === "suppression" ? suppression.name : null;
    return { kind: "suppression", name, span: suppression.span };
  }
  if (offset < syntax.wordSpan.from) return null;
  if (contains(syntax.wordSpan, offset)) return { kind: "part", focus: null, span: syntax.wordSpan };
  const focus = model.kind === "rule" ? focusAt(model, offset) : null;
  const texts = [...textsNear(model, offset)];
  const text = texts.find((span) => contains(span, offset));
  if (text !== undefined) return { kind: "part", focus, span: text };
  const from = texts.reduce((last, { to }) => (to <= offset ? Math.max(last, to) : last), syntax.wordSpan.to);
  const token = tokenAt(
    syntax.text,
    from,
    offset,
    model.kind === "broken" ? LONGEST_BROKEN : LONGEST_STRETCH,
  );
  if (token === null || token.image === ",") return null;
  const isWord = isSpecialWord(token.image) && token.before !== "or" && !isOwnWord(model, token);
  return isWord && isSpecialWord(token.image)
    ? { kind: "word", word: token.image, span: token.span }
    : { kind: "part", focus, span: token.span };
}

function contains({ from, to }: LocalSpan, offset: number): boolean {
  return from <= offset && offset < to;
}

interface HoveredToken {
  readonly image: string;
  /** The token before it in the stretch. */
  readonly before: string | null;
  readonly span: LocalSpan;
}

/** The token at the offset, in a stretch that begins with a token or blanks. */
function tokenAt(text: string, from: number, offset: number, longest: number): HoveredToken | null {
  if (offset - from > longest) return null;
  const { tokens } = lex(text.slice(from, from + longest));
  let before: string | null = null;
  for (const { image, startOffset, endOffset } of tokens) {
    const span = { from: from + startOffset, to: from + endOffset + 1 };
    if (contains(span, offset)) return { image, before, span };
    before = image;
  }
  return null;
}

/** In an example a name or an outcome may be a word of the language; it is about the example all the same. */
function isOwnWord(model: StatementModel, { image, span }: HoveredToken): boolean {
  return model.kind === "example" && (span.to <= model.bodySpan.from || (image !== "is" && image !== "with"));
}

function focusAt({ condition, label }: RuleModel, offset: number): Focus {
  if (offset >= condition.span.to) return label.kind === "field" ? "label" : null;
  if (condition.kind === "otherwise") return null;
  const index = lastBefore(condition.tests, offset);
  return index === -1 ? null : index;
}

/** The texts, names and labels at the offset or directly before it, as far as their places are known. */
function* textsNear(model: StatementModel, offset: number): Generator<LocalSpan> {
  switch (model.kind) {
    case "rule":
      yield* textsOfTest(model, offset);
      if (model.label.kind === "fixed") yield model.label.span;
      if (model.label.kind === "field") yield* model.label.field.textSpans;
      return;
    case "example":
      yield* textsOfExample(model);
      return;
    case "capture":
      yield* textsOfCapture(model);
      return;
    case "include":
      yield model.pathSpan;
      return;
    case "system":
    case "broken":
      return;
  }
}

function* textsOfTest({ condition }: RuleModel, offset: number): Generator<LocalSpan> {
  if (condition.kind === "otherwise") return;
  const test = condition.tests[lastBefore(condition.tests, offset)]?.test;
  if (test === undefined || test.kind === "status") return;
  if (test.field !== null) yield* test.field.textSpans;
  if (test.kind !== "text") return;
  const text = test.texts[lastBefore(test.texts, offset)];
  if (text !== undefined) yield text.span;
}

function* textsOfExample({ bodySpan, verdict }: ExampleModel): Generator<LocalSpan> {
  yield bodySpan;
  if (verdict.outcome === "unmapped") return;
  if (verdict.labelSpan !== null) yield verdict.labelSpan;
  for (const { nameSpan } of verdict.captures) yield nameSpan;
}

function* textsOfCapture({ nameSpan, field }: CaptureModel): Generator<LocalSpan> {
  yield nameSpan;
  yield* field.textSpans;
}

/** The last of some parts, which are in order, that begins at the offset or before it; -1 for none. */
function lastBefore(parts: readonly { readonly span: LocalSpan }[], offset: number): number {
  return leadingCount(parts, ({ span }) => span.from <= offset) - 1;
}
