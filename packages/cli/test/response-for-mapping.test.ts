import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { describe, expect, test } from "vitest";

const MAPPING = 'success json "$.ok" exact "true"\n';
const IN_ITS_PLACE =
  "error: yes.json is a response and not a mapping: it holds JSON. For the verdict on it run: responses match MAPPING.responses yes.json\n";

describe("a recorded response in the place of a mapping", () => {
  test.each([
    ["check"],
    ["check", "--fix"],
    ["test"],
    ["compile"],
    ["compile", "--plan"],
    ["types"],
    ["docs", "--out-dir", "pages"],
    ["fmt"],
    ["match"],
    ["match", "--status", "200"],
    ["diff", "a.responses"],
  ])("%s says what the file is, and what to run", async (...args) => {
    const cwd = folderWith({ "yes.json": '{"ok":true}\n', "a.responses": MAPPING });
    const { stderr, exitCode } = await run([...args, "yes.json"], { cwd });
    // Some commands say at the end why they ended.
    expect([stderr, exitCode]).toEqual([expect.stringContaining(IN_ITS_PLACE), 2]);
    expect(readFileSync(join(cwd, "yes.json"), "utf8")).toBe('{"ok":true}\n');
    expect(existsSync(join(cwd, "yes.json.mjs"))).toBe(false);
  });

  test("keeps no other file from being checked", async () => {
    const cwd = folderWith({ "yes.json": '{"ok":true}', "a.responses": MAPPING });
    const { stdout, exitCode } = await run(["check", "yes.json", "a.responses"], { cwd });
    expect(stdout).toContain("checked 1 file (1 rule, 0 examples)");
    expect(exitCode).toBe(2);
  });

  test.each([
    ["yes.xml", '<?xml version="1.0"?><ok/>', "it holds XML.", "yes.xml"],
    ["yes.html", "<!doctype html><title>Thank you</title>", "it holds a web page.", "yes.html"],
    ["list.txt", '\ufeff [{"ok":true}]', "it holds JSON.", "list.txt"],
    ["answer.txt", "HTTP/1.1 200 OK\r\n\r\nyes", "it holds an answer of HTTP.", "--http answer.txt"],
    ["many.ndjson", '{"body":"a"}\n{"body":"b"}\n', "it holds JSON, line by line.", "--ndjson many.ndjson"],
  ])("%s", async (name, text, what, behind) => {
    const cwd = folderWith({ [name]: text });
    const { stderr, exitCode } = await run(["check", name], { cwd });
    expect(stderr).toBe(
      `error: ${name} is a response and not a mapping: ${what} For the verdict on it run: responses match MAPPING.responses ${behind}\n`,
    );
    expect(exitCode).toBe(2);
  });

  test("the command that it names gives the verdict", async () => {
    const cwd = folderWith({ "a.responses": MAPPING, "yes.json": '{"ok":true}' });
    const { stdout, exitCode } = await run(["match", "a.responses", "yes.json"], { cwd });
    expect([stdout.split("\n")[0], exitCode]).toEqual(["success", 0]);
  });

  test("a mapping can have any name", async () => {
    const cwd = folderWith({ "mapping.json": MAPPING, "draft.txt": 'succes json "$.ok" exact "true"\n' });
    const named = await run(["check", "mapping.json"], { cwd });
    expect([named.stderr, named.exitCode]).toEqual(["", 0]);
    const draft = await run(["check", "draft.txt"], { cwd });
    expect(draft.stdout).toContain("did you mean success?");
  });
});
