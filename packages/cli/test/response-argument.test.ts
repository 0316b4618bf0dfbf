import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";
import { match } from "./support/acme-match.js";

describe("a response in the command line", () => {
  test.each([
    ["JSON", '{"reason":"no-match"}', 'reject "No Demand"'],
    ["XML", "<result>valid</result>", "success"],
  ])("%s is the body, with a status or without", async (_name, body, verdict) => {
    for (const status of [[], ["--status", "200"]]) {
      const { exitCode, stdout } = await match([...status, body]);
      expect([exitCode, stdout.split("\n")[0]]).toEqual([0, verdict]);
      expect(stdout).toContain(`and the body in the command line (${body.length} bytes)`);
    }
  });

  test("a file of that name comes first", async () => {
    const { stdout } = await match(["[1]"], { files: { "[1]": "valid" } });
    expect(stdout.split("\n")[0]).toBe("success");
  });

  test.each([
    ["broken JSON", '{"reason":'],
    ["a form", "id=7&ok=it's"],
    ["a glob that matches nothing", "[a-z].json"],
    ["fields with lines between them", "ERR|3|x"],
    ["words", "hm hm"],
  ])("%s is no path either: the way that takes it is told, and works", async (_name, text) => {
    const { exitCode, stderr } = await match([text]);
    const quoted = `'${text.replaceAll("'", "'\\''")}'`;
    expect(stderr.split("\n")[0]).toBe(
      `error: cannot read ${text}: there is no such file; a body itself comes by standard input: printf %s ${quoted} | responses match acme.responses -`,
    );
    expect(exitCode).toBe(2);
    expect((await match(["-"], { stdin: text })).exitCode).toBe(0);
  });

  test("an example is made of one, too", async () => {
    const cwd = folderWith({ "a.responses": 'success json "$.ok" exact "true"\n' });
    const { stdout } = await run(["example", "a.responses", "--status", "200", '{"ok":true}'], { cwd });
    expect(stdout).toBe("example 200 '{\"ok\":true}' is success\n");
  });
});
