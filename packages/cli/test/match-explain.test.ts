import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { lines, match } from "./support/acme-match.js";

describe("match --explain", () => {
  test("shows what each rule met, with its place in the body", async () => {
    const { stdout } = await match(["-", "--status", "500", "--explain"], {
      stdin: '{\n  "reason": "Zu alt 日本",\n  "price": 1}',
    });
    expect(lines(stdout).slice(4)).toEqual([
      "Rule by rule:",
      '  ✗ acme.responses:3  success word "valid"',
      "      the body does not contain it as a word of its own",
      '  ✗ acme.responses:4  reject json "$.reason" exact "no-match" as "No Demand"',
      '      it is "Zu alt 日本"',
      '  ✓ acme.responses:5  reject json "$.reason" exact "*" and not json "$.reason" empty as json "$.reason"',
      '      holds: json "$.reason" exact "*": found at line 2, column 14 of the body',
      '        {\\n  "reason": "Zu alt 日本",\\n  "price": 1}',
      "                        ^^^^^^^^^^^",
      '      holds: not json "$.reason" empty: it is "Zu alt 日本"',
      "",
      "These hold, too, but are further down:",
      '    acme.responses:6  error status 429, 5xx as "Try again later"',
      "",
      "Captured:",
      '    price: "1" at line 3, column 12 of the body',
      '        …n": "Zu alt 日本",\\n  "price": 1}',
      "                                        ^",
      "",
      "read acme.responses (4 rules) and standard input (44 bytes) with the status 500; exit code 0: a verdict was given",
    ]);
  });

  test("says that what a success found is part of its opposite", async () => {
    const cwd = folderWith({ "b.responses": 'success word "accepted", "taken"\n' });
    const explained = async (stdin: string) =>
      (await run(["match", "b.responses", "-", "--explain"], { cwd, stdin })).stdout;
    expect(await explained("nicht angenommen, NOT accepted")).toContain(
      'it is part of "not accepted" there, which says the opposite; responses explain keyword-inside-word',
    );
    expect(await explained("accepted, not rejected")).not.toContain("the opposite");
  });

  test.each<[string, string, string, string]>([
    ["no status", "success status 200", "x", "the response has no status"],
    ["none of several texts", 'success keyword "a", "b"', "x", "the body contains none of these"],
    ["the whole body", 'success exact "a"', "x", "the body as a whole is not that"],
    [
      "a text that must not be there",
      'success not keyword "x"',
      "a x",
      "found at line 1, column 3 of the body, where it must not be",
    ],
    ["no field", 'success json "$.a" exact "a"', "{}", "the body has no such field"],
    ["no part", 'success split "|" part 3 exact "a"', "a|b", "the body has no such part"],
    [
      "no JSON",
      'success json "$.a" exact "a"',
      '{"a":oops}',
      "the body cannot be read as JSON: a value is missing here (line 1, column 6 of the body)",
    ],
    [
      "a comma too many",
      'success json "$.a" exact "a"',
      '{"a":"b",}',
      "the body cannot be read as JSON: there is one comma too many before } (line 1, column 9 of the body)",
    ],
    ["plain text", 'success json "$.a" exact "a"', "oops", "the body is plain text, not JSON"],
    [
      "another spelling of a name",
      'success json "$.Result" exact "accepted"',
      '{"result":"accepted"}',
      'nearly: the body has the field as "$.result", not "$.Result"',
    ],
    [
      "a field that is elsewhere, with another value",
      'success json "$.status" exact "ok"',
      '{"response":{"status":"no"}}',
      'the body has no such field; it has json "$.response.status"',
    ],
    [
      "a field in an array",
      'success json "$.errors.code" exact "5"',
      '{"errors":[{"code":5}]}',
      'nearly: the body has the field as "$.errors[*].code", not "$.errors.code"',
    ],
    [
      "a label that is elsewhere",
      'reject keyword "dup" as json "$.why" or Refused',
      '{"data":{"why":"dup"}}',
      'no label from json "$.why": the body has no such field; it has json "$.data.why"',
    ],
    [
      "another spelling of a number",
      'success json "$.price" exact "12.5"',
      '{"price":12.50}',
      'nearly: the body has "12.50", not "12.5"',
    ],
    ["an empty body", 'success xml "/a" exact "a"', "", "the body is empty"],
    [
      "other values",
      'success json "$.*" exact "a"',
      '{"b":"1","c":[],"d":{},"e":2,"f":3}',
      'it is "1", a list, an object and 2 more',
    ],
    ["a number", 'success json "$.a" above 5', '{"a":5}', 'it is "5"'],
    [
      "which of several texts",
      'success keyword "a", "b"',
      "x b",
      'found "b" at line 1, column 3 of the body',
    ],
    ["otherwise", "success otherwise", "x", "otherwise always holds"],
  ])("%s", async (_name, rule, stdin, sentence) => {
    const cwd = folderWith({ "a.responses": rule.replace("$.*", "$[*]") });
    const { stdout } = await run(["match", "a.responses", "-", "--explain"], { cwd, stdin });
    expect(stdout).toContain(`\n      ${sentence}\n`);
  });

  test("names the captures that are not there although something near them is", async () => {
    const mapping =
      'success keyword "ok"\ncapture lead_id from json "$.lead_id"\ncapture price from json "$.price"\n';
    const cwd = folderWith({ "a.responses": mapping });
    const { stdout } = await run(["match", "a.responses", "-", "--explain"], {
      cwd,
      stdin: '{"ok":{"lead_id":7}}',
    });
    expect(stdout).toContain(
      '\nNot captured:\n    lead_id: the body has no such field; it has json "$.ok.lead_id"\n\n',
    );
  });

  test("what the body is instead is told once", async () => {
    const rules =
      'success json "$.a" exact "a"\nreject json "$.b" exact "b" as B\nerror xml "//c" exact "c" as C\n';
    const cwd = folderWith({ "a.responses": rules });
    const page = "<!doctype html><html><body>Bad gateway</body></html>";
    const { stdout } = await run(["match", "a.responses", "-", "--explain"], { cwd, stdin: page });
    expect(lines(stdout).filter((line) => line.startsWith("      "))).toEqual([
      "      the body is an HTML page, not JSON",
      "      the body is not JSON",
      "      the body is an HTML page, not XML",
    ]);
  });

  test("of a long mapping it shows what came near, and the last rules", async () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => {
      const near = index === 5000 ? "status 200 and " : "";
      return `reject ${near}exact "reason ${index}" as R${index}`;
    });
    const cwd = folderWith({ "long.responses": rules.join("\n") });
    const { stdout } = await run(["match", "long.responses", "-", "--status", "200", "--explain"], {
      cwd,
      stdin: "x",
    });
    const trace = lines(stdout).filter((line) => /^ {2}\S/.test(line));
    expect(trace).toEqual([
      "  … 5000 more rules here that did not hold …",
      '  ✗ long.responses:5001  reject status 200 and exact "reason 5000" as R5000',
      "  … 4994 more rules here that did not hold …",
      ...[9996, 9997, 9998, 9999, 10_000].map(
        (line) => `  ✗ long.responses:${line}  reject exact "reason ${line - 1}" as R${line - 1}`,
      ),
      "  no rule holds",
    ]);
  });

  test("a place far inside a long body is shown with what is around it", async () => {
    const cwd = folderWith({ "a.responses": `success keyword "${"needle ".repeat(20)}"` });
    const stdin = `${"a".repeat(100_000)}\u001b${"needle ".repeat(20)}${"b".repeat(100_000)}`;
    const { stdout } = await run(["match", "a.responses", "-", "--explain"], { cwd, stdin });
    const [line = "", marks = ""] = lines(stdout).slice(-4);
    expect(line.trim()).toBe(
      "…aaaaaaaaaaaaaaaaaaaaaaaaaaa\\u{1B}needle needle needle nee … le needle needle needle bbbbbbbbbbbbbbbbbbbbbbbbbbbb…",
    );
    expect(marks).toBe(`${" ".repeat(line.indexOf("needle"))}${"^".repeat(51)}`);
  });

  test("as JSON", async () => {
    const { stdout } = await match(["-", "--explain", "--format", "json"], {
      stdin: '{"reason":"no-match","price":7}',
    });
    expect(JSON.parse(stdout)).toEqual({
      outcome: "reject",
      label: "No Demand",
      captures: { price: "7" },
      trace: {
        status: null,
        decidedBy: { file: "acme.responses", line: 4 },
        rules: [
          {
            file: "acme.responses",
            line: 3,
            holds: false,
            tests: [{ text: 'word "valid"', holds: false, evidence: { kind: "not-in-body" } }],
          },
          {
            file: "acme.responses",
            line: 4,
            holds: true,
            tests: [
              {
                text: 'json "$.reason" exact "no-match"',
                holds: true,
                evidence: { kind: "found", text: "no-match", start: 11, end: 19 },
              },
            ],
          },
        ],
        alsoHolding: [{ file: "acme.responses", line: 5 }],
        captures: [{ name: "price", text: "7", start: 29, end: 30 }],
      },
    });
  });

  test.each([
    ["8 MB is explained", 8 * 1024 * 1024, true],
    ["more gets the verdict alone, and a note", 8 * 1024 * 1024 + 1, false],
  ])("a body of %s", async (_, size, isExplained) => {
    const cwd = folderWith({ "a.responses": 'success keyword "sold"\n', answer: "sold".padEnd(size) });
    const { stdout, stderr } = await run(["match", "a.responses", "answer", "--explain"], { cwd });
    expect(stdout).toMatch(/^success/);
    expect([stdout.includes("found at line 1"), stderr.includes("the body is larger than 8 MB")]).toEqual([
      isExplained,
      !isExplained,
    ]);
  });
});
