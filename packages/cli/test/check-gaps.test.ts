import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const MAPPING = `success json "$.outcome" exact "success"
reject  json "$.outcome" exact "failure" as Refused
example 201 '{"outcome":"success","lead":7}' is success
example 201 '{"outcome":"failure","lead":8}' is reject
`;
const EXAMPLE = `example made-up 201 '{"outcome":"pending","lead":7}' is unmapped`;

describe("responses check --gaps", () => {
  test("prints what stays unmapped, where rules ask for it, and the line that records it", async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    const { stdout, exitCode } = await run(["check", "--gaps"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "a.responses:1:9 gap",
      '  a response in which json "$.outcome" is "pending" stays unmapped; write a rule for it or, if that is right, record it as an example',
      '  1 | success json "$.outcome" exact "success"',
      "    |         ^^^^^^^^^^^^^^^^",
      EXAMPLE,
      "",
      "checked 1 file (2 rules, 2 examples), found nothing; 1 gap; exit code 0: all is well",
      "",
    ]);
  });

  test("says nothing of a gap that the printed line records", async () => {
    const cwd = folderWith({ "a.responses": `${MAPPING}${EXAMPLE}\n` });
    const { stdout, exitCode } = await run(["check", "--gaps"], { cwd });
    expect([stdout, exitCode]).toEqual([
      "checked 1 file (2 rules, 3 examples), found nothing; no gap; exit code 0: all is well\n",
      0,
    ]);
  });

  test("gives them as data, and nothing of them where they are not asked for", async () => {
    const cwd = folderWith({ "a.responses": MAPPING });
    const { stdout } = await run(["check", "--gaps", "--format", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [],
      gaps: [
        {
          file: "a.responses",
          line: 1,
          column: 9,
          endLine: 1,
          endColumn: 25,
          field: 'json "$.outcome"',
          value: "pending",
          response: { status: 201, body: '{"outcome":"pending","lead":7}' },
          example: EXAMPLE,
        },
      ],
      gapsLeft: [],
    });
    const without = await run(["check", "--format", "json"], { cwd });
    expect(JSON.parse(without.stdout)).not.toHaveProperty("gaps");
    expect(JSON.parse(without.stdout)).not.toHaveProperty("gapsLeft");
  });

  test("says of which file fields were not gone through, and does not end as if there were none", async () => {
    const rules = Array.from({ length: 203 }, (_, field) => `reject json "$.f${field}" exact "a" as No\n`);
    // The last rule takes all that is made up, so that there is no gap in what was gone through.
    const many = [...rules, 'success not keyword "zz"\n'].join("");
    const cwd = folderWith({ "a.responses": MAPPING, "b.responses": many });
    const { stdout, exitCode } = await run(["check", "--gaps"], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "\nb.responses 3 more fields not gone through for gaps: it would take too many steps\n",
    );
    expect(stdout).toContain("; 1 gap in what was gone through, 3 fields left out; exit code 0: ");
    const alone = await run(["check", "--gaps", "b.responses"], { cwd });
    expect(alone.stdout).toContain("; no gap in what was gone through, 3 fields left out; exit code 0: ");
    const data = await run(["check", "--gaps", "--format", "json"], { cwd });
    expect(JSON.parse(data.stdout)).toMatchObject({ gapsLeft: [{ file: "b.responses", fields: 3 }] });
  });

  test("leaves the exit code as it is, and has none of what cannot be run", async () => {
    const cwd = folderWith({ "a.responses": `${MAPPING}reject keywrod "x"\n`, "b.responses": MAPPING });
    const { stdout, exitCode } = await run(["check", "--gaps"], { cwd });
    expect(exitCode).toBe(1);
    expect(stdout.match(/^.* gap$/gm)).toEqual(["b.responses:1:9 gap"]);
  });
});
