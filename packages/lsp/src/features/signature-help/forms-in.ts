import type { Field, FieldPart, StatementModel } from "@responses/dsl";
import {
  areWordsAt,
  type CodePlace,
  FIELD_WORD_BEFORE,
  FIELD_WORDS,
  type FieldTextRole,
  type FieldWord,
  isFieldTextRole,
  type PartRole,
  partsOf,
  type SpecialWord,
} from "@responses/dsl/editor";
import { expectedRoles, expectedWords, isCaptureSource, ruleOutcome } from "../completion/place/expected.js";
import {
  lastFieldOf,
  partsBefore,
  partsWritten,
  statementSoFar,
  type Wanted,
} from "../completion/place/statement-so-far.js";
import { LANGUAGE_WORDS } from "../presentation/language-words.js";
import {
  BODY_TEST,
  EXAMPLE,
  FIXED_LABEL,
  type Form,
  fieldCapture,
  fieldLabel,
  fieldTests,
  INCLUDE,
  ruleForm,
  STATUS_TEST,
  SYSTEM,
  UNMAPPED,
  VERDICT,
} from "./form.js";

/** Forms of which the active one fits best, and the name of the part that is being written. */
export interface ShownForms {
  readonly forms: readonly Form[];
  readonly active: number;
  readonly part: string;
}

/** What is shown in a place. */
export interface FormsInPlace extends ShownForms {
  /** The parts of a field that pick what is read in the place: what stands before the part that is being written. */
  readonly read: readonly FieldPart[];
}

/** The forms that fit a place in which `word` stands (null for none); null where no form does. */
export function formsFor(place: CodePlace, word: string | null): FormsInPlace | null {
  const shown = shownForms(place, word);
  return shown === null ? null : { ...shown, read: partsRead(place) };
}

/** The parts before the one that is being written; behind a field all of them. */
function partsRead(place: CodePlace): readonly FieldPart[] {
  if (areWordsAt("field match", expectedWords(place))) return partsWritten(soFar("match word", place));
  const role = expectedRoles(place).find(
    (role) => isFieldTextRole(role) || role === "part" || role === "end marker",
  );
  return role === undefined ? [] : partsBefore(soFar(role, place));
}

function shownForms(place: CodePlace, word: string | null): ShownForms | null {
  const words = expectedWords(place);
  const roles = expectedRoles(place);
  const [role] = word === "with" && words.includes("with") ? [] : mainRoles(roles, place);
  const shown = role === undefined ? formsForWords(words, place) : formsForRole(role, place);
  const outcome = ruleOutcome(place);
  if (shown === null || outcome === null) return shown;
  // A test or a label is a part of its rule.
  const isRule = shown.part === "condition" || shown.part === "rule label";
  return isRule ? shown : { ...shown, forms: [...shown.forms, ruleForm(outcome)] };
}

/** Of an example's parts the likeliest: a status behind `example`, else the body. */
function mainRoles(roles: readonly PartRole[], { before }: CodePlace): readonly PartRole[] {
  if (!roles.includes("example body")) return roles;
  return before === "example" ? ["example status"] : ["example body"];
}

function formsForRole(role: PartRole, place: CodePlace): ShownForms | null {
  if (isFieldTextRole(role)) return formsOfFieldText(role, place);
  switch (role) {
    case "system name":
      return one(SYSTEM, "name");
    case "include path":
      return one(INCLUDE, "path");
    case "status":
    case "range end":
      return one(STATUS_TEST, "status");
    case "part":
      return formsOfField("split", "part", role, place);
    case "searched text": {
      const field = lastFieldOf(soFar(role, place));
      return field === null
        ? one(BODY_TEST, "text")
        : { forms: fieldTests(wordOf(field)), active: 0, part: "text" };
    }
    case "limit": {
      const field = lastFieldOf(soFar(role, place));
      return field === null ? null : { forms: fieldTests(wordOf(field)), active: 1, part: "limit" };
    }
    case "label":
      return { forms: [FIXED_LABEL, ...FIELD_WORDS.map(fieldLabel)], active: 0, part: "label" };
    case "fallback label":
      return fallbackForms(role, place);
    case "capture name":
      return { forms: CAPTURES, active: 0, part: "name" };
    case "end marker":
      return formsOfField("between", "end", role, place);
    case "example name":
      return one(EXAMPLE, "name");
    case "example status":
      return one(EXAMPLE, "status");
    case "example body":
      return one(EXAMPLE, "body");
    case "verdict label":
      return one(VERDICT, "label");
    case "expected name":
    case "expected value":
      return one(VERDICT, "captures");
  }
}

const CAPTURES: readonly Form[] = FIELD_WORDS.map(fieldCapture);

function formsForWords(words: readonly SpecialWord[], place: CodePlace): ShownForms | null {
  const outcome = ruleOutcome(place) ?? "";
  if (areWordsAt("field match", words)) {
    const field = lastFieldOf(soFar("match word", place));
    return field === null ? null : { forms: fieldTests(wordOf(field)), active: 0, part: "match" };
  }
  if (areWordsAt("test", words)) return one(ruleForm(outcome), "condition");
  if (words.includes("part")) return formsOfField("split", "part", "part word", place);
  if (words.includes("from") || isCaptureSource(place)) return { forms: CAPTURES, active: 0, part: "path" };
  if (words.includes("is")) return one(EXAMPLE, "verdict");
  if (areWordsAt("verdict", words)) return { forms: [VERDICT, UNMAPPED], active: 0, part: "verdict" };
  if (words.includes("with")) return one(VERDICT, "captures");
  if (words.includes("or")) return fallbackForms("fallback word", place);
  if (words.includes("as")) return one(ruleForm(outcome), "rule label");
  return words.includes("and") ? formsOfField("between", "end", "and word", place) : captureForms(place);
}

function one(form: Form, part: string): ShownForms {
  return { forms: [form], active: 0, part };
}

function formsOfFieldText(role: FieldTextRole, place: CodePlace): ShownForms {
  const word = FIELD_WORD_BEFORE[role];
  const [{ name }] = LANGUAGE_WORDS[word].form;
  return formsOfField(word, name, role, place);
}

/** The forms around a field: of a test, a label or a capture. */
function formsOfField(kind: FieldWord, part: string, wanted: Wanted, place: CodePlace): ShownForms {
  const model = soFar(wanted, place);
  if (model?.kind === "capture") return one(fieldCapture(kind), part);
  if (model?.kind === "rule" && model.label.kind === "field") return one(fieldLabel(kind), part);
  return { forms: fieldTests(kind), active: 0, part };
}

function fallbackForms(wanted: Wanted, place: CodePlace): ShownForms | null {
  const model = soFar(wanted, place);
  if (model?.kind !== "rule" || model.label.kind !== "field") return null;
  return one(fieldLabel(wordOf(model.label.field)), "fallback");
}

/** Behind the field of a capture, and in its list of outcomes. */
function captureForms(place: CodePlace): ShownForms | null {
  const model = soFar("outcomes", place);
  return model?.kind === "capture" ? one(fieldCapture(wordOf(model.field)), "outcomes") : null;
}

/** The word of the last part of a field. */
function wordOf(field: Field): FieldWord {
  const parts = partsOf(field);
  return (parts.at(-1) ?? parts[0]).kind;
}

function soFar(wanted: Wanted, { before }: CodePlace): StatementModel | null {
  return statementSoFar(before, wanted);
}
