import { describe, expect, test } from "vitest";
import { decideAcceptance } from "../src/runs/acceptance.js";
import { accepted, compared, known } from "./accepted-changes.js";

/*
 * What an accepted entry covers: a branch makes a first change, somebody accepts all of it, and then the branch makes another one. What
 * the first change did not do is open, whatever pair of verdicts and whatever rule of it were accepted.
 */

/** After the second change: the differences that no entry covers, as the entries that would, and how many entries expired. */
function open(base: string | null, first: string, second: string) {
  const entries = accepted(compared(base, first));
  expect(entries.length).toBeGreaterThan(0);
  const file = compared(base, second);
  const again = decideAcceptance(known(entries), [file], { kind: "accept", reason: "again", only: null });
  return {
    open: (again.toWrite?.added ?? []).map(({ change }) => change),
    expired: decideAcceptance(known(entries), [file], null).expired.length,
  };
}

const XML = `reject xml "//reason" exact "DUPE"
success xml "//status" exact "1"
reject xml "//status" exact "0"
`;
const WIDER = XML.replace('exact "1"', 'exact "1", "2"');
const JSON_RULES = `reject json "$.r" exact "x", "z" as Dup
success json "$.s" exact "1"
reject json "$.t" exact "0" as Dup
`;
const BOTH = JSON_RULES.replace('exact "1"', 'exact "1", "2"').replace('exact "x", "z"', 'exact "x"');

const SOLD = 'success json "$.result" exact "accepted"';
const TESTS = 'reject json "$.result" exact "accepted" and json "$.test" exact "true" as Test';
const LABELLED = `success json "$.ok" exact "true" as A
reject json "$.ok" exact "false"
capture price from json "$.price" for success
`;
const TWO_LABELLED = `${LABELLED}success json "$.ok" exact "yes" as C\n`;
const REFUSED = `reject json "$.ok" exact "false" as A
capture why from json "$.why" for reject
example 200 '{"ok":false}' is reject
`;

describe("a difference of the same verdicts is open", () => {
  test.each<readonly [string, string | null, string, string, string]>([
    [
      "where a refusal above is narrowed after a sale was widened",
      XML,
      WIDER,
      WIDER.replace('exact "DUPE"', 'exact "DUPE" and not xml "//status" exact "1"'),
      "reject → success",
    ],
    [
      "where an edited refusal is edited again",
      JSON_RULES,
      BOTH,
      BOTH.replace('exact "x"', 'exact "x" and not json "$.s" exact "1"'),
      "reject Dup → success",
    ],
    [
      "where a rule between is taken away, so that more comes through",
      `reject json "$.r" exact "x"\nerror json "$.e" exact "1"\nsuccess json "$.s" exact "1"\n`,
      `error json "$.e" exact "1"\nsuccess json "$.s" exact "1"\n`,
      `success json "$.s" exact "1"\n`,
      "reject → success",
    ],
    [
      "where a rule that the branch had added above is taken away again",
      `reject json "$.r" exact "x"\nsuccess json "$.s" exact "1"\n`,
      `error json "$.e" exact "1"\nsuccess json "$.s" exact "1"\n`,
      `success json "$.s" exact "1"\n`,
      "reject → success",
    ],
    [
      "where an edited refusal goes below the sale",
      `reject json "$.r" exact "x", "z"\nsuccess json "$.s" exact "1"\n`,
      `reject json "$.r" exact "x"\nsuccess json "$.s" exact "1"\n`,
      `success json "$.s" exact "1"\nreject json "$.r" exact "x"\n`,
      "reject → success",
    ],
    [
      "where one more rule that came takes what a rule decided that was edited",
      SOLD,
      `${TESTS}\n${SOLD} as Sold\n`,
      `${TESTS}\nreject json "$.result" exact "accepted" and json "$.price" below 5 as Test\n${SOLD} as Sold\n`,
      "success → reject Test",
    ],
    [
      "where a rule goes above another one that the rule which decided before had passed",
      'success keyword "gh" as A\nreject keyword "ef" as A\n',
      'reject keyword "ef" as A\nreject keyword "gh" and keyword "cd"\nsuccess keyword "gh" as A\n',
      'reject keyword "gh" and keyword "cd"\nreject keyword "ef" as A\nsuccess keyword "gh" as A\n',
      "success A → reject",
    ],
    [
      "where a rule goes that kept more from the lower one of two that give the same",
      'reject keyword "cd"\nsuccess keyword "gh" and keyword "ab" as A\nsuccess keyword "ab" as A\n',
      'success keyword "gh" and keyword "ab" as A\nreject keyword "cd" as A\nsuccess keyword "ab" as A\n',
      'success keyword "gh" and keyword "ab" as A\nsuccess keyword "ab" as A\n',
      "reject → success A",
    ],
    [
      "where the second of two equal rules is taken away",
      'reject keyword "ef"\nerror keyword "gh"\nerror keyword "gh"\n',
      'error keyword "gh"\n',
      'success keyword "ab"\n',
      "reject → unmapped",
    ],
    [
      "where an edited rule gives up to another one what it kept",
      'success not keyword "cd"\nreject keyword "gh"\n',
      'error keyword "gh" and not keyword "cd"\nreject not keyword "gh"\nreject keyword "gh"\n',
      'success not keyword "gh" and keyword "ab"\nreject not keyword "gh"\nreject keyword "gh"\n',
      "success → reject",
    ],
    [
      "where a price moves behind a label that was accepted",
      LABELLED,
      LABELLED.replace("as A", "as B"),
      LABELLED.replace("as A", "as B").replace("$.price", "$.cost"),
      "success A → success B",
    ],
    [
      "where it does, and another sale has none",
      `success exact "OK"\n${LABELLED}`,
      `success exact "OK"\n${LABELLED.replace("as A", "as B")}`,
      `success exact "OK"\n${LABELLED.replace("as A", "as B").replace("$.price", "$.cost")}`,
      "success A → success B",
    ],
    [
      "where it does, and the label comes from a field",
      LABELLED,
      LABELLED.replace("as A", 'as json "$.label" or "A"'),
      LABELLED.replace("as A", 'as json "$.label" or "A"').replace(/capture .*\n/, ""),
      'success A → success as json $.label or "A"',
    ],
    [
      "of each sale with another label, where the price moves",
      TWO_LABELLED,
      TWO_LABELLED.replace("as A", "as B").replace("as C", "as D"),
      TWO_LABELLED.replace("as A", "as B").replace("as C", "as D").replace("$.price", "$.cost"),
      "success C → success D",
    ],
    [
      "of a refusal with another label, where the reason that it hands back moves",
      REFUSED,
      REFUSED.replace("as A", "as B"),
      REFUSED.replace("as A", "as B").replace("$.why", "$.reason"),
      "reject A → reject B",
    ],
    [
      "where a new mapping is another",
      null,
      'success exact "SOLD"',
      'success keyword "o"',
      "the mapping was added",
    ],
    [
      "where a new mapping captures another field",
      null,
      'success exact "SOLD"\ncapture a from json "$.a"',
      'success exact "SOLD"\ncapture a from json "$.b"',
      "the mapping was added",
    ],
  ])("%s", (_, base, first, second, change) => {
    expect(open(base, first, second).open).toContain(change);
  });
});

describe("what is accepted stays so", () => {
  const STATES = 'error status 500\nsuccess json "$.s" exact "1"\nreject json "$.s" exact "0", "2"\n';
  const WIDE = STATES.replace('exact "1"', 'exact "1", "2"');

  test.each<readonly [string, string]>([
    ["where rules are laid out otherwise", WIDE.replaceAll(" exact", "\n    exact")],
    ["where a rule below comes", `${WIDE}error json "$.late" exact "1"\n`],
    ["where a rule above comes that takes some of it", `error json "$.e" exact "9"\n${WIDE}`],
    ["where examples come", `${WIDE}example 200 '{"s":"2"}' is success\n`],
  ])("%s", (_, second) => {
    expect(open(STATES, WIDE, second).expired).toBe(0);
  });

  test("in a new mapping that is laid out otherwise, or has examples", () => {
    const text = 'success exact "SOLD"';
    expect(open(null, text, `# New.\n${text}\nexample 200 "SOLD" is success`)).toEqual({
      open: [],
      expired: 0,
    });
  });
});

test("an entry of an earlier version accepts nothing", () => {
  const file = compared(XML, WIDER);
  const old = accepted(file).map((entry) => ({ ...entry, of: null }));
  // Its fingerprint was made otherwise.
  const entries = old.map((entry, place) => ({ ...entry, fingerprint: `${place}`.padStart(16, "0") }));
  const { expired, reasons } = decideAcceptance(known(entries), [file], null);
  expect([expired.length, reasons.size]).toEqual([entries.length, 0]);
});
