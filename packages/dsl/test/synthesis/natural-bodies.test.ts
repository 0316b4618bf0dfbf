import { describe, expect, test } from "vitest";
// Imports internals: of the bodies that are made a finding shows one, and only after others have been tried.
import { bodiesFor } from "../../src/synthesis/bodies-for.js";
import { type Wishes, wantedBody } from "../support/wishes.js";

/** What is wished, and the body that comes to mind first. */
type Row = readonly [body: string, wishes: Wishes, others?: Others];

interface Others {
  readonly texts?: readonly string[];
  readonly shapes?: readonly string[];
}

const FROM_SCRATCH: readonly Row[] = [
  ['{"outcome":"success"}', { 'json "$.outcome"': ["success"] }],
  [
    '{"outcome":"success","price":12.5,"lead":{"id":"a1"},"ok":true}',
    {
      'json "$.outcome"': ["success"],
      'json "$.price"': ["12.5"],
      'json "$.lead.id"': ["a1"],
      'json "$.ok"': ["true"],
    },
  ],
  ['[{"status":"sent"},{"status":"rejected"}]', { 'json "$[*].status"': ["sent", "rejected"] }],
  [
    '{"items":[{"code":"first","id":1},{"code":"last","id":2}]}',
    {
      'json "$.items[-1].code"': ["last"],
      'json "$.items[0].code"': ["first"],
      'json "$.items[*].id"': ["1", "2"],
    },
  ],
  ['[null,"second"]', { 'json "$[1]"': ["second"] }],
  [
    '{"c":null,"a":{"b":[1]},"e":{}}',
    { 'json "$.a.b"': [[1]], 'json "$.c"': [null], 'json "$.d"': [], 'json "$.e"': [[]] },
  ],
  [
    '{"id":"00123","n":"12345678901234567890"}',
    { 'json "$.id"': ["00123"], 'json "$.n"': ["12345678901234567890"] },
  ],
  ['"OK"', { 'json "$"': ["OK"] }],
  ['{"ok":false,"message":"no budget"}', { 'json "$.ok"': ["false"] }, { texts: ["no budget"] }],
  ['{"ok":false,"code":1}', { 'json "$.ok"': ["false"] }, { texts: ['"code":1'] }],
  ['{"message":"failed"}', { 'json "$.ok"': [] }, { texts: ["failed"] }],
  ["<response><status>Matched</status></response>", { 'xml "//status"': ["Matched"] }],
  [
    "<response><lead><status>sent</status><status>rejected</status></lead><price>5</price></response>",
    { 'xml "//lead/status"': ["sent", "rejected"], 'xml "//price"': ["5"] },
  ],
  [
    '<r><a id="5">foo <b>bar</b></a></r>',
    { 'xml "/r/a/@id"': ["5"], 'xml "/r/a"': ["foo bar"], 'xml "/r/a/b"': ["bar"] },
  ],
  [
    "<response><status>Error</status><message>no budget</message></response>",
    { 'xml "//status"': ["Error"], 'xml "//id"': [] },
    { texts: ["no budget"] },
  ],
  ["response=2&responsetext=DECLINE+it", { 'form "response"': ["2"], 'form "responsetext"': ["DECLINE it"] }],
  ["response=2&message=avs", { 'form "response"': ["2"] }, { texts: ["avs"] }],
  ["0|-|123", { 'split "|" part 1': ["0"], 'split "|" part 3': ["123"] }],
  ["0|failed", { 'split "|" part -2': ["0"] }, { texts: ["failed"] }],
  ["Reason: duplicate", { 'between "Reason:" and "\\n", end': ["duplicate"] }],
  ["id=55&code=7", { 'between "id=" and "&", end': ["55"], 'between "code=" and end': ["7"] }],
  ['callback({"result":"success"})', { 'between "(" and last ")" json "$.result"': ["success"] }],
  [
    '{"d":"{\\"Status\\":\\"Rejected\\",\\"Reason\\":\\"cap\\"}"}',
    { 'json "$.d" json "$.Status"': ["Rejected"], 'json "$.d" json "$.Reason"': ["cap"] },
  ],
  [
    "<response><result>&lt;response&gt;&lt;ok&gt;1&lt;/ok&gt;&lt;/response&gt;</result></response>",
    { 'xml "//result" xml "//ok"': ["1"] },
  ],
  ['{"ok":true}', { 'split "<br />" part -1 json "$.ok"': ["true"] }],
  ['[{"d":"{\\"s\\":\\"A\\"}"},{"d":"{\\"s\\":\\"B\\"}"}]', { 'json "$[*].d" json "$.s"': ["A", "B"] }],
  ['{"ok":true,"message":"id=7&"}', { 'json "$.ok"': ["true"], 'between "id=" and "&"': ["7"] }],
  ['{"ok":true,"id":"7"}', { 'json "$.ok"': ["true"], 'between "\\"id\\":\\"" and "\\""': ["7"] }],
  ['{"ok":true,"message":"&code=3&"}', { 'json "$.ok"': ["true"], 'form "code"': ["3"] }],
  ["failed twice", {}, { texts: ["failed", "twice"] }],
];

const LIKE_EXAMPLES: readonly Row[] = [
  [
    '{ "outcome": "failure", "price": 0 }',
    { 'json "$.outcome"': ["failure"] },
    { shapes: ['{ "outcome": "success", "price": 0 }'] },
  ],
  ['{"ok":true}', { 'json "$.ok"': ["true"] }, { shapes: ['{"ok":false}', '{"ok":true}'] }],
  [
    '{"outcome": "failure", "n": 1}',
    { 'json "$.outcome"': ["failure"], 'json "$.reason"': [] },
    { shapes: ['{"outcome": "success", "reason": "x", "n": 1}'] },
  ],
  [
    '{"status":"error","message":"Full","errors":[{"type":"A","at":1},{"type":"B","at":1}]}',
    { 'json "$.errors[*].type"': ["A", "B"] },
    { texts: ["full"], shapes: ['{"status":"error","message":"Full","errors":[{"type":"X","at":1}]}'] },
  ],
  [
    '{"ok":false,"message":"no budget"}',
    { 'json "$.ok"': ["false"] },
    { texts: ["no budget"], shapes: ['{"ok":true,"message":"thanks"}'] },
  ],
  [
    '<?xml version="1.0"?>\n<result>\n  <status>Error</status>\n  <error>dup</error>\n</result>',
    { 'xml "//status"': ["Error"], 'xml "//error"': ["dup"] },
    { shapes: ['<?xml version="1.0"?>\n<result>\n  <status>Matched</status>\n</result>'] },
  ],
  ["<r><reason>full</reason></r>", { 'xml "//reason"': ["full"] }, { shapes: ["<r><reason/></r>"] }],
  ["response=2&text=SUCCESS", { 'form "response"': ["2"] }, { shapes: ["response=1&text=SUCCESS"] }],
  ["text=SUCCESS&response=2", { 'form "response"': ["2"] }, { shapes: ["text=SUCCESS"] }],
  ["23|IN_PROGRESS|77", { 'split "|" part 1': ["23"] }, { shapes: ["0|IN_PROGRESS|77"] }],
  [
    'cb({"result":"error","msg":"-"})',
    { 'between "(" and last ")" json "$.result"': ["error"] },
    { shapes: ['cb({"result":"success","msg":"-"})'] },
  ],
  ["Thank you", {}, { texts: ["thank"], shapes: ["Thank you"] }],
];

describe("from scratch", () => {
  test.each(FROM_SCRATCH.map(withOthers))("%s", (body, wishes, others) => {
    expect(firstBody(wishes, others)).toBe(body);
  });
});

describe("like an example", () => {
  test.each(LIKE_EXAMPLES.map(withOthers))("%s", (body, wishes, others) => {
    expect(firstBody(wishes, others)).toBe(body);
  });
});

function withOthers([body, wishes, others = {}]: Row): readonly [string, Wishes, Others] {
  return [body, wishes, others];
}

function firstBody(wishes: Wishes, { texts = [], shapes = [] }: Others): string | undefined {
  const [body] = bodiesFor(wantedBody(wishes, texts), shapes);
  return body;
}
