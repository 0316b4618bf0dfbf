import type { LocalFinding } from "../../findings/finding.js";
import { type Phrase, textInWords, words } from "../../findings/phrase.js";
import { pickForm } from "../../runtime/form-field.js";
import type { Picked } from "../../runtime/picked.js";
import type { FieldPartNode } from "../../syntax/tree.js";
import { foldText } from "../../text/case-folding.js";
import { isTrimmed } from "../../text/trimmed.js";
import { searchedText } from "../lowered-texts.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import type { Escapes, PartDescription } from "./field-description.js";

/** `form "NAME"`: the values of that name in a body that is a form, `application/x-www-form-urlencoded`. */
export interface FormField extends FieldBase {
  readonly kind: "form";
  /** Compared exactly, case included. */
  readonly name: string;
}

export function lowerFormField(
  { name: node, span }: Extract<FieldPartNode, { kind: "form" }>,
  findings: LocalFinding[],
): FormField {
  const { text: name } = searchedText(node, "form name", findings);
  const key = `form ${JSON.stringify(name)}`;
  return { kind: "form", name, key, span, textSpans: [node.span], nameSpan: node.span };
}

export function pickFormField({ name }: FormField, { body }: ReadableText): readonly Picked[] {
  return pickForm(body, name);
}

export class FormFieldDescription implements PartDescription<"form", "pickForm"> {
  readonly kind = "form";
  readonly key: string;
  readonly name: string;

  constructor({ key, name }: FormField) {
    this.key = key;
    this.name = name;
  }

  get call() {
    return { name: "pickForm", reads: "text", arguments: [this.name] } as const;
  }

  get form() {
    return { form: this.name };
  }

  get searchedTexts() {
    return [];
  }

  get neededTexts() {
    return [foldText(this.name)];
  }

  get escapes(): Escapes {
    return "form";
  }

  readonly noun = "field";

  /** Any body can be read as a form. */
  readonly format = null;

  /** Every character can be written as the bytes behind %; white space at the ends of a value goes. */
  surelyCanPick(text: string): boolean {
    return isTrimmed(text);
  }

  get picksOneAtMost() {
    return false;
  }
}

/** `the form field "status"`. */
export function formFieldInWords({ name }: FormField): readonly Phrase[] {
  return [words("the form field "), textInWords(name)];
}
