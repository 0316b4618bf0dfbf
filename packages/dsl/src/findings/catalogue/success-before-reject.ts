import { defineEntry } from "../catalogue-entry.js";
import { counted } from "../counted.js";
import { type RuleMove, whyNotMoved } from "../rule-move.js";
import { responseInSentence } from "../shown-response.js";

export interface SuccessBeforeReject {
  /** The status that the shown response needs, where it matters. */
  readonly status: number | null;
  /** The body of a response that this rule takes and the other rule means. */
  readonly body: string;
  /** The rules below that lose responses to this rule, in their order; the first is the one that would name the shown one a refusal. */
  readonly losing: readonly [LosingRule, ...LosingRule[]];
  /** The verdict that the first would give. */
  readonly verdict: string;
  /** Of moving the first up, above this one. */
  readonly move: RuleMove;
}

/** A rule that loses responses to one above it. */
export interface LosingRule {
  /** Where it stands, for a sentence. */
  readonly line: string;
  /** As the formatter writes it, by which a baseline knows it; worked out when somebody asks. */
  readonly statement: string;
}

export const successBeforeReject = defineEntry({
  name: "success-before-reject",
  severity: "warning",
  refuses: false,
  message: ({ status, body, losing, verdict, move }: SuccessBeforeReject) => {
    const [{ line }, ...further] = losing;
    const more = further.length;
    const others =
      more === 0
        ? ""
        : ` (${counted(more, "rule")} further down ${more === 1 ? "loses" : "lose"} responses, too)`;
    return `${responseInSentence(status, body)} is a success by this rule; the rule in ${line} would make it ${verdict}, but is below${others}: ${wayOut(move)}`;
  },
  page: {
    what: "A success rule asks for so little that it also takes responses that a reject or error rule below is meant for: a word that can be anywhere, or in a sentence of one field while the refusal goes by another; the status alone; that something is missing; a value that a recorded refusal has as well. The finding shows such a response.",
    why: "Rules are tried from top to bottom, and the first that holds decides. A refusal that has the word of the success somewhere in it is then counted as a sale, although there is a rule for it.",
    wrong:
      'success keyword "taken"\nreject keyword "duplicate" as Duplicate\nexample "Lead taken" is success\nexample "This is a duplicate" is reject Duplicate\n',
    right:
      'reject keyword "duplicate" as Duplicate\nsuccess keyword "taken"\nexample "Lead taken" is success\nexample "This is a duplicate" is reject Duplicate\n',
    fix: "Move the rules for refusals above the success; the fix does so for the first of them, and is offered if every example that passes now still passes then. Or let the success leave to that rule what it looks for (`and not`), which is the second fix, or ask for more: a field with its value, or the whole text. An example that is a success although a rule below holds for it says that it is meant, and the finding is silent.",
  },
});

function wayOut(move: RuleMove): string {
  switch (move.kind) {
    case "possible":
      return "move that rule up";
    case "examples-pass":
      return "move that rule up, all examples still pass";
    case "untried":
      return ASK_FOR_MORE;
    case "harmful":
    case "takes-all":
    case "past-include":
      return `${ASK_FOR_MORE} (${whyNotMoved(move, "that rule")})`;
  }
}

const ASK_FOR_MORE = "let this rule ask for more";
