import { link, noOtherFiles, parse as readMappingFile } from "@responses/dsl";
import { nearMissOf, Subject, traceRule } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

/** The near miss in a few words; the place as the text that stands there. */
function near(condition: string, body: string, status: number | null = 200): string | null {
  const linked = link(readMappingFile("near.responses", `success ${condition}\n`), noOtherFiles);
  const rule = linked.kind === "mapping" ? linked.mapping.rules[0] : undefined;
  if (rule === undefined) throw new Error("no rule");
  const subject = new Subject({ status, body });
  const found = nearMissOf(rule, subject);
  if (found !== null) expect(traceRule(rule, subject).holds).toBe(false);
  if (found === null) return null;
  if (found.kind === "path") return `path ${found.written} is ${found.actual}`;
  return `${found.kind}: ${subject.body.slice(found.place.start, found.place.end)}`;
}

describe("only the spacing differs", () => {
  test.each<[string, string, string | null]>([
    [`keyword '"code":1'`, '{"code": 1}', 'spacing: "code": 1'],
    [`keyword '"code": 1'`, '{"code":1}', 'spacing: "code":1'],
    ['keyword "no demand"', "sorry: No  Demand today", "spacing: No  Demand"],
    ['keyword "nodemand"', "No\nDemand", "spacing: No\nDemand"],
    ['exact "no demand"', "nodemand", "spacing: nodemand"],
    ['exact "no demand"', " nodemand ", "spacing: nodemand"],
    ['exact "*no demand*"', "it is nodemand.", "spacing: nodemand"],
    ['json "$.r" exact "no demand"', '{"r":"No  demand"}', "spacing: No  demand"],
    [`xml "//r" keyword "no demand"`, "<r>x no\ndemand</r>", "spacing: no\ndemand"],
    ['keyword "no demand"', "No Demand", null],
    ['keyword "ok"', "good to know", null],
    [`keyword 'a:1'`, "a: 1", "spacing: a: 1"],
    ['not keyword "no demand"', "No  Demand", null],
    ['status 201 and keyword "no demand"', "No  Demand", null],
    ['status 200 and keyword "no demand"', "No  Demand", "spacing: No  Demand"],
  ])("%s for %j", (condition, body, expected) => expect(near(condition, body)).toBe(expected));
});

describe("the text is there, but escaped", () => {
  test.each<[string, string, string | null]>([
    ['keyword "<s>ok</s>"', "<r>&lt;s&gt;OK&lt;/s&gt;</r>", "escapes: &lt;s&gt;OK&lt;/s&gt;"],
    ['keyword "<s>ok</s>"', "<r>&lt;s>OK&lt;/s></r>", "escapes: &lt;s>OK&lt;/s>"],
    [`keyword '<s c="1"'`, "<r>&lt;s c=&quot;1&quot;/&gt;</r>", "escapes: &lt;s c=&quot;1&quot;"],
    [`keyword '"s":"ok"'`, '{"d":"{\\"s\\":\\"OK\\"}"}', 'escapes: \\"s\\":\\"OK\\"'],
    ['keyword "</s>"', '{"d":"<s><\\/s>"}', "escapes: <\\/s>"],
    ['keyword "no demand"', "r=2&msg=No+demand", "escapes: No+demand"],
    ['word "no demand"', "r=2&msg=No%20demand", "escapes: No%20demand"],
    ['exact "no demand"', "no+demand", "escapes: no+demand"],
    ['exact "no demand"', "no+demand!", null],
    [`json "$.d" keyword '<s>'`, '{"d":"&lt;s&gt;"}', "escapes: &lt;s&gt;"],
  ])("%s for %j", (condition, body, expected) => expect(near(condition, body)).toBe(expected));
});

describe("only one character differs", () => {
  test.each<[string, string, string | null]>([
    ['keyword "duplicate"', "a Duplicat lead", "character: Duplicat"],
    ['keyword "duplicate"', "a dupicate lead", "character: dupicate"],
    ['keyword "duplicate"', "a dupplicate lead", "character: dupplicate"],
    ['keyword "duplicate"', "a duplikate lead", "character: duplikate"],
    ['keyword "duplicate"', "a dulpicate lead", "character: dulpicate"],
    ['keyword "duplicate"', "xuplicate", "character: xuplicate"],
    ['keyword "duplicate"', "dup licate", "spacing: dup licate"],
    ['keyword "duplicate"', "duplikaet", null],
    ['word "duplicate"', "duplicates", "character: duplicates"],
    ['word "duplicate"', "two duplicates.", "character: duplicates"],
    ['word "valid"', '{"response":"invalid"}', null],
    ['word "valid"', "invalid valids", "character: valids"],
    ['word "valid"', "invalidate", null],
    ['exact "accepted"', "accepted.", "character: accepted."],
    ['exact "accepted"', "accepted..", null],
    ['exact "accepted"', "it was acepted", null],
    ['exact "*accepted*"', "it was acepted", "character: acepted"],
    ['json "$.r" exact "accepted"', '{"r":"Acepted"}', "character: Acepted"],
    ['json "$.r" exact "accepted"', '{"r":"x","a":"Acepted"}', null],
    // Numbers and short words differ by one character all the time.
    ['json "$.code" exact "-1005"', '{"code":-1006}', null],
    ['keyword "code 1005"', "code 1006", null],
    ['keyword "ok"', "on", null],
  ])("%s for %j", (condition, body, expected) => expect(near(condition, body)).toBe(expected));
});

describe("only the path differs", () => {
  test.each<[string, string, string | null]>([
    ['json "$.Outcome" exact "success"', '{"outcome":"success"}', "path $.Outcome is $.outcome"],
    ['json "$.a.B[0]" exact "1"', '{"A":{"b":[1]}}', "path $.a.B[0] is $.A.b[0]"],
    ['json "$.a" exact "1"', '{"A":2,"b":{"a":1}}', "path $.a is $.b.a"],
    ['json "$.status" exact "ok"', '{"response":{"status":"ok"}}', "path $.status is $.response.status"],
    ['json "$.e.code" exact "5"', '{"e":[{"code":5}]}', "path $.e.code is $.e[*].code"],
    [`json "$['r.ok']" exact "1"`, '{"r":{"ok":1}}', "path $['r.ok'] is $.r.ok"],
    ['xml "/status" exact "ok"', "<r><status>ok</status></r>", "path /status is //status"],
    ['form "lead.id" exact "7"', "lead[id]=7&ok=1", "path lead.id is lead[id]"],
    ['json "$.a" exact "1"', '{"A":1,"b":{"a":2}}', "path $.a is $.A"],
    ['not json "$.Error" empty', '{"error":"no"}', "path $.Error is $.error"],
    ['json "$.Price" above 1', '{"price":2}', "path $.Price is $.price"],
    ['json "$.Outcome" exact "success"', '{"outcome":"failure"}', null],
    ['json "$.Outcome" exact "success"', '{"outcome":"success"', null],
    ['xml "//Status" exact "ok"', "<r><status>ok</status></r>", "path //Status is //status"],
    ['xml "/r/@ID" exact "1"', '<s:r xmlns:s="u" s:id="1"/>', "path /r/@ID is /r/@id"],
    ['xml "//status" exact "ok"', "<r><status>no</status><STATUS>ok</STATUS></r>", null],
  ])("%s for %j", (condition, body, expected) => expect(near(condition, body)).toBe(expected));
});

test("time is bounded, whatever the rule and the body", () => {
  const body = "a".repeat(64 * 1024);
  expect(near(`keyword "${"a".repeat(99)}b"`, body)).toBe(`character: ${"a".repeat(99)}a`);
  expect(near(`keyword "${"ab".repeat(90)}"`, body)).toBeNull();
  expect(near(`keyword "${"a".repeat(199)}bc"`, body)).toBeNull();
  const objects = `[${Array.from({ length: 3000 }, (_, index) => `{"a":${index},"A":1}`).join(",")}]`;
  expect(near(`json "$${".a".repeat(500)}" exact "1"`, objects)).toBeNull();
  const names = Array.from({ length: 2 ** 10 }, (_, index) => {
    const letters = [..."abcdefghij"].map((letter, bit) =>
      (index >> bit) & 1 ? letter.toUpperCase() : letter,
    );
    return `"${letters.join("")}":1`;
  });
  expect(near('json "$.ABCDEFGHIJ.ABCDEFGHIJ.ABCDEFGHIJ" exact "1"', `{${names.join(",")}}`)).toBeNull();
  expect(near('keyword "no demand"', `${"x".repeat(70_000)}nodemand`)).toBeNull();
});
