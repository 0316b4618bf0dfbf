import type { Field } from "../model/mapping.js";
import { pickJson } from "../runtime/json-field.js";
import type { BodyFault, Picked } from "../runtime/picked.js";
import { bodyTextOf, partsOf, statusOf } from "../runtime/response-parts.js";
import { pickSplit } from "../runtime/split-field.js";
import { pickXml } from "../runtime/xml-field.js";
import { foldText } from "../text/case-folding.js";
import { bodyFaultFor } from "./body-fault.js";
import type { Response } from "./response.js";

/** A picked part with its text folded. */
export interface PickedText extends Picked {
  /** Null where the part has no text: an object or array. */
  readonly folded: string | null;
}

/** A response made ready for tests: each thing that a test can ask of it is worked out once, when first asked. */
export class Subject {
  /** `NO_STATUS` where there is none. */
  readonly status: number;
  /** The body as text: no byte order mark, no lone surrogates. */
  readonly body: string;
  #foldedBody: string | null = null;
  readonly #picked = new Map<string, readonly PickedText[]>();
  readonly #faults = new Map<Field["kind"], BodyFault | null>();

  constructor(response: Response) {
    const { status, body } = partsOf(response);
    this.status = statusOf(status);
    this.body = bodyTextOf(body);
  }

  /** The body with its case folded; offsets are the same in both. */
  get foldedBody(): string {
    this.#foldedBody ??= foldText(this.body);
    return this.#foldedBody;
  }

  /** Why such a field cannot read the body at all; null if it can. */
  faultFor(kind: Field["kind"]): BodyFault | null {
    const known = this.#faults.get(kind);
    if (known !== undefined) return known;
    const fault = kind === "split" ? null : bodyFaultFor(kind, this.body);
    this.#faults.set(kind, fault);
    return fault;
  }

  /** The parts of the body that the field picks, in order. */
  pick(field: Field): readonly PickedText[] {
    const known = this.#picked.get(field.key);
    if (known !== undefined) return known;
    const picked = this.#parts(field).map((part) => ({
      ...part,
      folded: part.text === null ? null : foldText(part.text),
    }));
    this.#picked.set(field.key, picked);
    return picked;
  }

  /** Forgets what all but the last few fields picked: for a subject that is kept while rules come and go. */
  forgetOldFields(): void {
    for (const key of this.#picked.keys()) {
      if (this.#picked.size <= FIELDS_KEPT) return;
      this.#picked.delete(key);
    }
  }

  #parts(field: Field): readonly Picked[] {
    switch (field.kind) {
      case "json":
        return pickJson(this.body, field.path);
      case "xml":
        return pickXml(this.body, field.path);
      case "split":
        return pickSplit(this.foldedBody, this.body, field.separator.folded, field.part);
    }
  }
}

const FIELDS_KEPT = 8;
