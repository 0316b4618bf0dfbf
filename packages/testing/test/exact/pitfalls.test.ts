import { Subject, traceRule } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
import { numberedTests } from "../../src/exact/numbered-tests.js";
import { PITFALLS, type Pitfall } from "../../src/exact/pitfalls.js";
import { truthVectors } from "../../src/exact/truth-vectors.js";
import { answersFromVectors } from "../../src/exact/vector-answers.js";
import { mappingOf } from "../../src/random-mappings.js";

/*
 * The table of pitfalls, before anything is held against it: what it says of a response the interpreter confirms, and where truth vectors
 * say what is right, the table has the same.
 */

describe.each(Object.entries(PITFALLS))("%s", (_, pitfalls) => {
  test.each(pitfalls)("$name", ({ name, rules, answers, mayStayUndecided }: Pitfall) => {
    const mapping = mappingOf(rules.map((rule) => `${rule}\n`).join(""));
    expect(answers.length).toBe(rules.length);
    for (const [place, answer] of answers.entries()) {
      if (answer.kind !== "reachable") continue;
      const subject = new Subject(answer.response);
      const deciding = mapping.rules.findIndex((rule) => traceRule(rule, subject).holds);
      expect([answer.response, deciding]).toEqual([answer.response, place]);
    }
    const { asked, lists } = numberedTests([mapping]);
    const known = truthVectors(asked);
    // A limit with so many digits is none for truth vectors.
    if (known.kind === "too large") return expect(name).toBe("limits are compared exactly");
    const found = answersFromVectors(lists[0] ?? [], known.vectors).rules;
    for (const [place, answer] of answers.entries()) {
      const said = found[place];
      if (known.areAllReal) expect(kindAndCover(said)).toEqual(kindAndCover(answer));
      else if (said?.kind === "impossible") expect(answer.kind).toBe("impossible");
      else if (said?.kind === "unreachable") expect(answer.kind).not.toBe("reachable");
    }
    if (known.areAllReal) expect(mayStayUndecided).toBeUndefined();
    return undefined;
  });
});

function kindAndCover(answer: { readonly kind: string; readonly fewest?: unknown } | undefined): unknown {
  return [answer?.kind, answer?.fewest];
}
