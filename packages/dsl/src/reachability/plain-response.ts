import type { DescribedField, Field } from "../model/field.js";
import type { RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { TextTest } from "../model/tested-texts.js";
import { plainStatus } from "../solver/plain-wish.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import type { BodyTemplates } from "../synthesis/body-templates.js";
import type { ShownResponse } from "./rule-reachability.js";

/**
 * The response that is tried first for a rule by itself, where the rule asks for one text at most: the very one that `find` of its
 * tests would make first, in a fraction of the time. Null for other rules, and for texts that are not written as they are.
 * Whether the rule holds for it is for the interpreter to say.
 */
export function plainResponse(
  { condition }: RuleModel,
  describe: (field: Field) => DescribedField,
  templates: BodyTemplates,
): ShownResponse | null {
  let asked: TextTest | null = null;
  let asksStatus = false;
  const tests = testsOf(condition);
  for (const { negated, test } of tests) {
    if (test.kind === "status") asksStatus = true;
    else if (!negated) {
      if (test.kind !== "text" || asked !== null) return null;
      asked = test;
    }
  }
  const body = asked === null ? "" : plainBody(asked, describe, templates);
  if (body === null) return null;
  const status = plainStatus(
    asksStatus
      ? tests.flatMap(({ negated, test }) =>
          test.kind === "status" ? [{ ranges: test.ranges, negated }] : [],
        )
      : [],
  );
  return status === undefined ? null : { status, body };
}

function plainBody(
  { how, field, texts: [first] }: TextTest,
  describe: (field: Field) => DescribedField,
  templates: BodyTemplates,
): string | null {
  if (first === undefined) return null;
  const text = VOCABULARY[how].asteriskIsWildcard ? first.pieces.join("") : first.text;
  if (field !== null) return templates.bodyWith(describe(field), text);
  // A byte order mark at the beginning would be lost.
  return text.startsWith("\ufeff") ? null : text;
}
