import { type Field, pickField } from "../model/field.js";
import { type FieldPartKind, faultForParts } from "../model/field-part.js";
import type { ReadableText } from "../model/fields/field-base.js";
import type { BodyFault, Picked } from "../runtime/picked.js";
import { bodyTextOf, partsOf, statusOf } from "../runtime/response-parts.js";
import { foldText } from "../text/case-folding.js";
import type { Response } from "./response.js";

/** A picked part with its text folded. */
export interface PickedText extends Picked {
  /** Null where the part has no text: an object or array. */
  readonly folded: string | null;
}

/** A response made ready for tests: each thing that a test can ask of it is worked out once, when first asked. */
export class Subject implements ReadableText {
  /** `NO_STATUS` where there is none. */
  readonly status: number;
  /** The body as text: no byte order mark, no lone surrogates. */
  readonly body: string;
  #foldedBody: string | null = null;
  /** What the first field picks that is asked for stands by itself: of most responses that are looked at no other is. */
  #first: FieldPicks | null = null;
  #others: Map<string, readonly PickedText[]> | null = null;
  #faults: Map<FieldPartKind, BodyFault | null> | null = null;

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

  /** Why such a part of a field cannot read the body at all; null if it can. */
  faultFor(kind: FieldPartKind): BodyFault | null {
    this.#faults ??= new Map();
    const known = this.#faults.get(kind);
    if (known !== undefined) return known;
    const fault = faultForParts(kind, this.body);
    this.#faults.set(kind, fault);
    return fault;
  }

  /** The parts of the body that the field picks, in order. */
  pick(field: Field): readonly PickedText[] {
    const { key } = field;
    if (this.#first?.key === key) return this.#first.picked;
    const known = this.#others?.get(key);
    if (known !== undefined) return known;
    const picked = pickField(field, this).map(withFoldedText);
    if (this.#first === null) this.#first = { key, picked };
    else {
      this.#others ??= new Map();
      this.#others.set(key, picked);
    }
    return picked;
  }

  /** Forgets what all but the last few fields picked: for a subject that is kept while rules come and go. */
  forgetOldFields(): void {
    const others = this.#others;
    if (others === null || others.size < FIELDS_KEPT) return;
    this.#first = null;
    for (const key of others.keys()) {
      if (others.size <= FIELDS_KEPT) return;
      others.delete(key);
    }
  }
}

/** What the field of a key picks. */
interface FieldPicks {
  readonly key: string;
  readonly picked: readonly PickedText[];
}

function withFoldedText({ text, blank, start, end }: Picked): PickedText {
  return { text, blank, start, end, folded: text === null ? null : foldText(text) };
}

const FIELDS_KEPT = 8;
