import { run } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

const RULES = 'reject exact "no match" as A\nreject exact "not now" as B\nreject exact "sold out" as C\n';

test("one sentence of several rules is told once, with the lines that it is said of", async () => {
  const cwd = folderWith({ "a.responses": `${RULES}example "x" is unmapped\n` });
  const { stdout } = await run(["check"], { cwd });
  expect(stdout.split("\n").slice(0, 8)).toEqual([
    "a.responses:1:1 hint untested-rule",
    "  no example of this file is decided by this rule; add a response that the system really gave",
    '  1 | reject exact "no match" as A',
    "    | ^^^^^^",
    "  the same of 2 more lines:",
    '  2 | reject exact "not now" as B',
    '  3 | reject exact "sold out" as C',
    "",
  ]);
  expect(stdout).toContain("found 3 hints");
});

test("of other files, and what has a fix of its own, is told by itself", async () => {
  const text =
    'success keyword "valid"\nsuccess keyword "accepted" as B\nreject exact "x" as A\nexample "y" is unmapped\n';
  const cwd = folderWith({ "a.responses": text, "b.responses": text });
  const { stdout } = await run(["check"], { cwd });
  expect(stdout.match(/^\w\.responses:\d+:\d+ warning keyword-inside-word$/gm)).toHaveLength(4);
  expect(stdout.match(/^\w\.responses:\d+:\d+ hint untested-rule$/gm)).toHaveLength(2);
});
