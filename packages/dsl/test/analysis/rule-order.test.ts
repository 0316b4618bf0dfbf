import { type Finding, link, messageOf, noOtherFiles, parse } from "@responses/dsl";
import { findingsOf, MAIN_FILE } from "@responses/testing/marked-fixture";
import { Random } from "@responses/testing/random";
import { randomFile } from "@responses/testing/random-files";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
import { interpreterOf } from "../support/interpreter.js";

/*
 * What is found about the order of two rules: the response that is shown really is one of both, and the upper rule decides it.
 */

const ABOUT_ORDER: ReadonlySet<Finding["name"]> = new Set(["conflicting-rules", "success-before-reject"]);

function foundIn(text: string): readonly Finding[] {
  return findingsOf(new Map([[MAIN_FILE, text]])).filter(({ name }) => ABOUT_ORDER.has(name));
}

/** What is wrong with the responses that are shown. */
function wrongWitnesses(text: string): readonly string[] {
  const linked = link(parse(MAIN_FILE, text), noOtherFiles);
  if (linked.kind === "refused") return [];
  const { mapping } = linked;
  const { decide, holding } = interpreterOf(mapping);
  const ruleAt = (offset: number) =>
    mapping.rules.find(
      ({ statement }) => statement.start <= offset && offset < statement.start + statement.syntax.text.length,
    );
  return foundIn(text).flatMap((finding) => {
    const places = [finding.span, ...finding.related.map(({ span }) => span)].map(({ start }) => start);
    const [upper, lower] = [Math.min(...places), Math.max(...places)].map(ruleAt);
    if (finding.witness === null || upper === undefined || lower === undefined)
      return [`${finding.name} shows nothing`];
    if (decide(finding.witness).rule !== upper)
      return [`the upper rule does not decide: ${messageOf(finding)}`];
    return holding(finding.witness).includes(lower)
      ? []
      : [`the lower rule does not hold: ${messageOf(finding)}`];
  });
}

test("every response that is shown is decided by the upper rule, and the lower one holds for it", () => {
  let found = 0;
  for (let run = 0, seed = firstSeed(1); run < runs(80); run++, seed++) {
    const random = new Random(seed);
    const text = randomFile(random, random.integer(4, 16), []);
    expect(wrongWitnesses(text), `RESPONSES_SEED=${seed}\n${text}`).toEqual([]);
    found += foundIn(text).length;
  }
  expect(found).toBeGreaterThan(0);
});

describe("a success rule above refusals", () => {
  const REFUSALS =
    'reject keyword "duplicate" as Duplicate\nerror json "$.fault" exact "key" as "Wrong key"\n';

  test.each([
    { name: "a word", success: 'success keyword "listed"', lost: 2 },
    { name: "a word by itself", success: 'success word "listed"', lost: 2 },
    { name: "a word between asterisks", success: 'success exact "*listed*"', lost: 2 },
    { name: "a status that says nothing", success: "success status 2xx", lost: 2 },
    { name: "that something is missing", success: 'success not keyword "refused"', lost: 2 },
    { name: "a word with a status", success: 'success status 200 and keyword "listed"', lost: 2 },
    {
      name: "a word in a field of sentences",
      success: 'success json "$.note" keyword "listed"',
      lost: 1,
    },
    {
      name: "a word in a field that says how it went",
      success: 'success json "$.state" keyword "listed"',
      lost: 0,
    },
    { name: "a value", success: 'success json "$.state" exact "listed"', lost: 0 },
    { name: "a status that says it", success: "success status 201", lost: 0 },
    { name: "a word with a guard", success: 'success keyword "listed" and not keyword "duplicate"', lost: 0 },
    { name: "two words", success: 'success keyword "listed" and keyword "lead"', lost: 0 },
  ])("that asks for $name", ({ success, lost }) => {
    const [finding, ...others] = foundIn(`${success}\n${REFUSALS}`);
    expect(others).toEqual([]);
    const said = finding === undefined ? "" : messageOf(finding);
    expect(said === "" ? 0 : said.includes("1 rule further down") ? 2 : 1).toBe(lost);
    expect(wrongWitnesses(`${success}\n${REFUSALS}`)).toEqual([]);
  });

  test("is left alone where a rule further up takes what it would take", () => {
    const above = 'reject keyword "duplicate", "key" as Refused\n';
    expect(foundIn(`${above}success keyword "listed"\n${REFUSALS}`)).toEqual([]);
  });

  test("is compared with words in the same field", () => {
    const text =
      'success json "$.message" keyword "listed"\nreject json "$.message" word "duplicate" as Duplicate\n';
    expect(foundIn(text).map(({ witness }) => witness)).toEqual([
      { status: null, body: '{"message":"listed duplicate"}' },
    ]);
  });

  test("has its first refusal moved up only if the examples pass then", () => {
    const rules = `success keyword "listed"\n${REFUSALS}`;
    const success = "example 'Lead listed' is success\n";
    const spoilt = "example 'Lead listed, no duplicate' is success\n";
    expect(foundIn(rules + success)[0]?.fixes.map(({ title }) => title)).toEqual([
      "Move the rule in line 2 up, above line 1",
      'Add and not keyword "duplicate" to the rule in line 1',
    ]);
    // That both hold for this one is meant; the other refusal is left.
    const [other] = foundIn(rules + success + spoilt);
    expect(other?.fixes.map(({ title }) => title)).toEqual([
      "Move the rule in line 3 up, above line 1",
      'Add and not json "$.fault" exact "key" to the rule in line 1',
    ]);
  });

  test("leaves to refusals in another file what they look for, since it cannot move them", () => {
    const files = new Map([
      [MAIN_FILE, 'success keyword "listed"\ninclude "common.responses"\n'],
      ["common.responses", REFUSALS],
    ]);
    const [finding] = findingsOf(files).filter(({ name }) => ABOUT_ORDER.has(name));
    expect(finding?.fixes.map(({ title }) => title)).toEqual([
      'Add and not keyword "duplicate" to the rule in line 1',
    ]);
    expect(finding === undefined ? "" : messageOf(finding)).toContain("line 1 of common.responses");
  });
});

describe("a list that holds both", () => {
  const example = "example '<r><sms><state>sent</state></sms></r>' is success\n";

  test.each([
    { name: "all elements of JSON", field: 'json "$[*].status"', isFound: true },
    { name: "all elements inside JSON", field: 'json "$.messages[*].status"', isFound: true },
    { name: "one element of JSON", field: 'json "$.messages[0].status"', isFound: false },
    { name: "an element in a lead", field: 'xml "//lead/status"', isFound: true },
    { name: "an attribute of a message", field: 'xml "/answer/message/@status"', isFound: true },
    { name: "an element that stands anywhere", field: 'xml "//status"', isFound: false },
    { name: "a name of a form", field: 'form "status"', isFound: false },
    { name: "JSON in a list of texts", field: 'json "$.parts[*]" json "$.status"', isFound: true },
  ])("is looked for where it is likely: $name", ({ field, isFound }) => {
    const text = `success ${field} exact "sent"\nreject ${field} exact "rejected" as Rejected\n`;
    expect(foundIn(text).map(({ name }) => name)).toEqual(isFound ? ["conflicting-rules"] : []);
    expect(wrongWitnesses(text)).toEqual([]);
  });

  test("is known from an example, or excluded by one", () => {
    const rules = (field: string) =>
      `success ${field} exact "sent"\nreject ${field} exact "rejected" as Rejected\n`;
    const several = "example 'status=sent&status=sent' is success\n";
    expect(foundIn(rules('form "status"') + several)).toHaveLength(1);
    expect(foundIn(rules('xml "//sms/state"'))).toHaveLength(1);
    expect(foundIn(rules('xml "//sms/state"') + example)).toEqual([]);
  });

  test("is looked for in each field that both ask", () => {
    const rule = (state: string) => `xml "//id" exact "1" and xml "//sms/state" exact "${state}"`;
    const text = `success ${rule("sent")}\nreject ${rule("rejected")} as Rejected\n`;
    expect(foundIn(text).map((finding) => messageOf(finding).includes('xml "//sms/state" can pick'))).toEqual(
      [true],
    );
    expect(wrongWitnesses(text)).toEqual([]);
  });

  test("is meant where an example says so, or the refusal stands above", () => {
    const success = 'success json "$[*].status" exact "sent"\n';
    const refusal = 'reject json "$[*].status" exact "rejected" as Rejected\n';
    const both = 'example \'[{"status":"sent"},{"status":"rejected"}]\' is success\n';
    const one = 'example \'[{"status":"rejected"}]\' is reject Rejected\n';
    expect(foundIn(success + refusal)).toHaveLength(1);
    expect(foundIn(success + refusal + both + one)).toEqual([]);
    expect(foundIn(refusal + success)).toEqual([]);
  });
});

describe("an example that meets two rules", () => {
  const both = "example 'zip and phone' is reject Zip\n";

  test.each([
    { name: "that are not known to have to do with each other", more: "", isFound: true },
    {
      name: "of which each has examples of its own",
      more: "example 'zip' is reject Zip\nexample 'phone' is reject Phone\n",
      isFound: true,
    },
    {
      name: "of which the upper one is the special case",
      more: "example 'phone' is reject Phone\n",
      isFound: false,
    },
    {
      name: "of which the lower one is the special case",
      more: "example 'zip' is reject Zip\n",
      isFound: true,
    },
  ])("$name", ({ more, isFound }) => {
    const rules = 'reject keyword "zip" as Zip\nreject keyword "phone" as Phone\n';
    expect(foundIn(rules + both + more)).toHaveLength(isFound ? 1 : 0);
  });

  test("of one verdict is no conflict", () => {
    const rules = 'reject keyword "zip" as json "$.why" or Zip\nreject keyword "phone" as Zip\n';
    expect(foundIn(rules + both)).toEqual([]);
  });

  test("of which the upper one implies the lower where it holds is no conflict", () => {
    const rules = 'reject keyword "zip and phone", "other" as Zip\nreject keyword "phone" as Phone\n';
    expect(foundIn(`${rules}${both}example 'other' is reject Zip\n`)).toEqual([]);
  });

  test("of which the lower one is for whatever is left is no conflict", () => {
    const rules = 'reject json "$.why" empty as None\nreject json "$.why" exact "*" as json "$.why"\n';
    const examples = `example '{"why":""}' is reject None\nexample '{}' is reject None\nexample '{"why":"old"}' is reject old\n`;
    expect(foundIn(rules + examples)).toEqual([]);
  });

  test("is said once for each lower rule, with all rules above", () => {
    const rules =
      'reject keyword "zip" as Zip\nreject keyword "phone" as Phone\nreject keyword "mail" as Mail\n';
    const examples =
      "example 'zip mail' is reject Zip\nexample 'phone mail' is reject Phone\nexample 'zip' is reject Zip\nexample 'phone' is reject Phone\n";
    const [finding, ...others] = foundIn(rules + examples);
    expect(others).toEqual([]);
    expect(finding === undefined ? "" : messageOf(finding)).toContain("(the same goes for line 2)");
  });
});

describe("moving a rule up", () => {
  const ALL_PASS = "all examples still pass";

  test.each([
    {
      name: "above a conflicting one",
      rules: 'success json "$[*].s" exact "sent"\nreject json "$[*].s" exact "refused" as Refused\n',
      passing: 'example \'[{"s":"sent"}]\' is success\n',
    },
    {
      name: "above a success",
      rules: 'success keyword "listed"\nreject keyword "duplicate" as Duplicate\n',
      passing: "example 'Lead listed' is success\n",
    },
  ])("$name leaves all examples passing only where they do", ({ rules, passing }) => {
    const failing = "example 'no rule holds for this' is success\n";
    const said = (examples: string) =>
      foundIn(rules + examples)
        .map(messageOf)
        .join("\n");
    expect(said(passing)).toContain(ALL_PASS);
    for (const examples of ["", failing, passing + failing]) {
      expect(said(examples)).toContain("move");
      expect(said(examples)).not.toContain(ALL_PASS);
    }
  });
});

describe("fixes that are tried on the examples", () => {
  const LETTERS = Array.from("abcdefghijklmnopqrstuvwx");
  const NUMBERS = Array.from(LETTERS.keys());

  test.each([
    {
      name: "conflicting-rules",
      rules: NUMBERS.map(
        (n) => `success json "$[*].s${n}" exact "sent"\nreject json "$[*].s${n}" exact "no" as No${n}\n`,
      ),
      examples: NUMBERS.map((n) => `example '[{"s${n}":"no"}]' is reject No${n}\n`),
      titles: [/^Move the rule/, /^Add and not/],
    },
    {
      name: "success-before-reject",
      rules: [
        ...LETTERS.map((letter) => `success keyword "sold${letter}"\n`),
        'reject keyword "taken" as Taken\n',
      ],
      examples: ["example 'The lead was taken' is reject Taken\n"],
      titles: [/^Move the rule/, /^Add and not/],
    },
    {
      name: "unreachable-rule",
      rules: NUMBERS.map((n) => `reject keyword "no${n}x" as No\nerror keyword "no${n}x key" as Key\n`),
      examples: NUMBERS.map((n) => `example 'no${n}x key' is error Key\n`),
      titles: [/^Move the rule/, /^Add and not/, /^Delete the rule/],
    },
  ])("are offered for the first findings of $name only", ({ name, rules, examples, titles }) => {
    const text = rules.join("") + examples.join("");
    const found = findingsOf(new Map([[MAIN_FILE, text]])).filter((finding) => finding.name === name);
    const isOffered = (finding: Finding, title: RegExp) => finding.fixes.some((fix) => title.test(fix.title));
    for (const title of titles) {
      const most = title.source.startsWith("^Delete") ? NUMBERS.length : 20;
      expect(found.map((finding) => isOffered(finding, title))).toEqual(NUMBERS.map((n) => n < most));
    }
    // Whoever reads the finding is not sent to a fix that nobody has tried.
    const isSentThere = found.map((finding) => messageOf(finding).includes("move "));
    expect(isSentThere).toEqual(NUMBERS.map((n) => n < 20));
  });
});
