import { link, type Mapping, noOtherFiles, parse } from "@responses/dsl";
import { type AcceptedEntry, compareMappings } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
import { decideAcceptance } from "../src/runs/acceptance.js";
import type { AcceptedEntries } from "../src/runs/accepted-entries.js";
import type { ComparedFile } from "../src/runs/compared-file.js";
import { NOTHING_NEW } from "../src/runs/new-findings.js";

/*
 * What an accepted entry covers: a branch makes a first change, somebody accepts all of it, and then the branch makes another one. What
 * the first change did not do is open, whatever pair of verdicts and whatever rule of it were accepted.
 */

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

function compared(before: string | null, after: string): ComparedFile {
  const paths = {
    before: before === null ? null : "a.responses",
    after: "a.responses",
    renamedBy: null,
    leftOut: null,
  };
  const mappingAfter = mappingOf(after);
  if (before === null)
    return {
      ...paths,
      kind: "added",
      rules: 1,
      examples: 0,
      mapping: mappingAfter,
      nearName: null,
      ...NOTHING_NEW,
    };
  const found = compareMappings(mappingOf(before), mappingAfter, { all: true });
  return { ...paths, kind: "compared", ...found, ...NOTHING_NEW };
}

const known = (entries: readonly AcceptedEntry[]): AcceptedEntries => ({
  place: { file: "/x.accepted.json", folder: "/", coversFolder: true, older: null },
  path: "x.accepted.json",
  args: [],
  entries,
  mergedEntries: [],
  merged: new Set(),
  unusable: null,
});

function accepted(file: ComparedFile): readonly AcceptedEntry[] {
  const toAccept = { kind: "accept", reason: "so be it", only: null } as const;
  return decideAcceptance(known([]), [file], toAccept).toWrite?.entries ?? [];
}

/** After the second change: the differences that no entry covers, as the entries that would, and how many entries expired. */
function open(base: string | null, first: string, second: string) {
  const entries = accepted(compared(base, first));
  expect(entries.length).toBeGreaterThan(0);
  const file = compared(base, second);
  const again = decideAcceptance(known(entries), [file], { kind: "accept", reason: "again", only: null });
  return {
    open: (again.toWrite?.entries ?? []).flatMap(({ change, reason }) =>
      reason === "again" ? [change] : [],
    ),
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
