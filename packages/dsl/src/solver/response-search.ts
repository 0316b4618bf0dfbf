import { type AskedTest, opposites } from "../plan/relations/condition-relations.js";
import type { AtomTable } from "./atoms.js";
import { Encoding } from "./encoding.js";
import { plainWish } from "./plain-wish.js";
import type { Answer, UndecidedReason, WantedResponse } from "./question.js";
import { wantedResponse } from "./wanted-response.js";
import type { Work } from "./work.js";

/** Steps that it takes to see whether a response meets a condition, and a rule above takes it. */
const CHECKING = 5;

/** Ways in which the tests can hold for which no response comes about, after which no others are tried. */
const MOST_UNMADE = 12;

/**
 * Looks for a response that passes some tests and meets none of some conditions, or shows that there is none: truth values of the
 * smallest predicates are searched, and each way in which they fit is tried on the status, the body and every field by themselves.
 * That these are tried by themselves leaves more than there is: so "none" is certain, and whatever is found counts only once
 * a real response was made of it. Conditions can come between one answer and the next; what was learnt for one is known for the next.
 */
export class ResponseSearch {
  readonly #tests: readonly AskedTest[];
  readonly #none: (readonly AskedTest[])[] = [];
  readonly #table: AtomTable;
  #encoding: Encoding | null = null;

  /** @param tests all of them must hold */
  constructor(tests: readonly AskedTest[], table: AtomTable) {
    this.#tests = tests;
    this.#table = table;
  }

  /** From now on the condition may not hold either; one without tests always does. */
  exclude(condition: readonly AskedTest[]): void {
    this.#none.push(condition);
    this.#encoding?.require(opposites(condition));
  }

  /** @param make makes a response as wanted, and sees that it really is one; null if it cannot */
  find<Response>(work: Work, make: (wanted: WantedResponse) => Response | null): Answer<Response> {
    const atOnce = this.#none.length === 0 ? plainWish(this.#tests) : null;
    const first = atOnce === null ? null : make(atOnce);
    if (first !== null) return { kind: "found", response: first };
    if (work.isExhausted) return undecided({ kind: "exhausted", steps: work.exceeded });
    const encoding = this.#encoding ?? this.#encoded();
    this.#encoding = encoding;
    let unknown: UndecidedReason | null = null;
    let unmade = 0;
    for (;;) {
      const result = encoding.next(work);
      if (result === "exhausted") return undecided({ kind: "exhausted", steps: work.exceeded });
      if (result === "impossible") return unknown === null ? { kind: "none" } : undecided(unknown);
      const wanted = wantedResponse(encoding.status, encoding.decided, work);
      switch (wanted.kind) {
        case "none":
          encoding.refute(wanted.because, work);
          continue;
        case "unknown":
          unknown = work.isExhausted
            ? { kind: "exhausted", steps: work.exceeded }
            : { kind: "not-understood" };
          break;
        case "met": {
          work.spend(this.#none.length * CHECKING);
          const response = make(wanted.value);
          if (response !== null) return { kind: "found", response };
          unknown ??= work.isExhausted
            ? { kind: "exhausted", steps: work.exceeded }
            : { kind: "no-response-made" };
          break;
        }
      }
      unmade++;
      if (unmade > MOST_UNMADE || work.isExhausted) return undecided(unknown);
      encoding.passOver(work);
      // It may yet be possible, and is asked for again once there are other conditions.
      this.#encoding = null;
    }
  }

  #encoded(): Encoding {
    const encoding = new Encoding(this.#table);
    for (const test of this.#tests) encoding.require([test]);
    for (const condition of this.#none) encoding.require(opposites(condition));
    return encoding;
  }
}

function undecided(reason: UndecidedReason): {
  readonly kind: "undecided";
  readonly reason: UndecidedReason;
} {
  return { kind: "undecided", reason };
}
