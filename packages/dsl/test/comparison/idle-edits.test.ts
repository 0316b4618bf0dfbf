import type { Mapping, Rule } from "@responses/dsl";
import { compareMappings, comparisonAsMarkdown, ruleEdits } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { editedWordRules, randomWordRules, WORD_BODIES } from "@responses/testing/random-word-rules";
import { expect, test } from "vitest";
import { interpreterOf, meaningOf } from "../support/interpreter.js";

/*
 * An edit of which a report says that it changes no verdict decides no body of a few words otherwise than before, be it by the rule as it
 * was or as it is. Bodies are tried one by one.
 */

/** The lines, from 1, of the edits of which the report says so: as they are, and as they were of what is gone. */
function idleIn(
  before: Mapping,
  after: Mapping,
): { readonly now: readonly number[]; readonly old: readonly number[] } {
  const lineOf = (rules: readonly Rule[]) => (stated: { readonly statement: object }) =>
    `${rules.findIndex(({ statement }) => statement === stated.statement) + 1}`;
  const blocks = comparisonAsMarkdown({
    compared: compareMappings(before, after),
    placeBefore: lineOf(before.rules),
    placeAfter: lineOf(after.rules),
    failing: [],
    isShownElsewhere: () => false,
    belowEdits: [],
    isWhole: true,
    tellsAll: true,
  });
  const [, said = ""] = /The edit of (.*) changes no verdict\./.exec(blocks.join("\n")) ?? [];
  const places = [...said.matchAll(/(old )?(\d+)/g)].map(([, old, line]) => ({
    isOld: old !== undefined,
    line: Number(line),
  }));
  return {
    now: places.flatMap(({ isOld, line }) => (isOld ? [] : [line - 1])),
    old: places.flatMap(({ isOld, line }) => (isOld ? [line - 1] : [])),
  };
}

/** The bodies that a rule holds for, whatever stands above it, and what it gives. */
function meaningAlone(mapping: Mapping, place: number | null): string {
  const rules = mapping.rules.filter((_, other) => other === place);
  const { match } = interpreterOf({ ...mapping, rules });
  return JSON.stringify(WORD_BODIES.map((body) => match({ status: 200, body })));
}

/** Bodies that an edit decides otherwise of which the report says that it changes no verdict. */
function wronglyIdle(before: Mapping, after: Mapping): readonly string[] {
  const idle = idleIn(before, after);
  const edits = ruleEdits(before, after).edits.filter(({ before: old, after: now }) =>
    now === null ? old !== null && idle.old.includes(old) : idle.now.includes(now),
  );
  return edits.flatMap((edit) => {
    // What it asks and gives is the same: then it is another edit that decides otherwise.
    if (edit.before !== null && meaningAlone(before, edit.before) === meaningAlone(after, edit.after))
      return [];
    return WORD_BODIES.filter((body) => {
      const [old, now] = [meaningOf(before, { status: 200, body }), meaningOf(after, { status: 200, body })];
      const decides = old.index === (edit.before ?? NaN) || now.index === (edit.after ?? NaN);
      return decides && JSON.stringify(old.verdict) !== JSON.stringify(now.verdict);
    });
  });
}

test("an edit that is said to change no verdict does not, where another one of the same verdict does", () => {
  const before = mappingOf('success keyword "ab" as A');
  const after = mappingOf(
    'reject keyword "ab" and keyword "cd"\nreject keyword "ab" and keyword "ef"\nreject keyword "cd" and keyword "ab"\nsuccess keyword "ab" as B',
  );
  expect(wronglyIdle(before, after)).toEqual([]);
  expect(idleIn(before, after)).toEqual({ now: [2], old: [] });
});

test("random edits that are said to change no verdict do not", () => {
  let said = 0;
  for (let run = 0, seed = firstSeed(1); run < runs(400); run++, seed++) {
    const random = new Random(seed);
    const base = randomWordRules(random);
    const edited = editedWordRules(editedWordRules(base, random), random);
    const [before, after] = [mappingOf(base.join("\n")), mappingOf(edited.join("\n"))];
    expect(wronglyIdle(before, after), `seed ${seed}\n${base.join("\n")}\n\n${edited.join("\n")}`).toEqual(
      [],
    );
    const { now, old } = idleIn(before, after);
    if (now.length + old.length > 0) said++;
  }
  // Of few runs none may be such.
  if (runs(400) >= 400) expect(said).toBeGreaterThan(0);
});
