import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "@responses/testing/command";
import { folderWith } from "@responses/testing/folder";
import { expect, test } from "vitest";

/*
 * A status alone is a response without a body. Where standard input could have been meant as the body, a note says that it was not
 * read; nothing is read of it, and nothing waited for.
 */

const MAPPING = 'reject keyword "no" as No\nsuccess status 201\n';
const NOTE = "note: standard input was not read, and the status has no body; - after the mapping reads it\n";

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** Runs `match` in a folder with the mapping; `input` is what its standard input is, `talk` what becomes of a pipe. */
function match(
  args: readonly string[],
  cwd: string,
  input: "pipe" | "ignore" | number,
  talk: (stdin: NodeJS.WritableStream) => void = (stdin) => stdin.end(),
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, "match", "a.responses", ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
      stdio: [input, "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ stdout, stderr, exitCode }));
    if (child.stdin !== null) {
      child.stdin.on("error", () => {});
      talk(child.stdin);
    }
  });
}

const outcomeOf = ({ stdout }: Ended): string => stdout.split("\n")[0] ?? "";

test("a pipe with data is not read, and a note says so", async () => {
  const cwd = folderWith({ "a.responses": MAPPING });
  const ended = await match(["--status", "201"], cwd, "pipe", (stdin) => stdin.end("no"));
  expect([outcomeOf(ended), ended.stderr, ended.exitCode]).toEqual(["success", NOTE, 0]);
});

test("a pipe that nobody closes is not waited for", async () => {
  const cwd = folderWith({ "a.responses": MAPPING });
  const ended = await match(["--status", "201"], cwd, "pipe", () => {});
  expect([outcomeOf(ended), ended.stderr, ended.exitCode]).toEqual(["success", NOTE, 0]);
});

test("a file as standard input is not read either, and stays for the next who reads it", async () => {
  const cwd = folderWith({ "a.responses": MAPPING, body: "no" });
  const file = openSync(join(cwd, "body"), "r");
  const alone = await match(["--status", "201"], cwd, file);
  expect([outcomeOf(alone), alone.stderr]).toEqual(["success", NOTE]);
  const read = await match(["--status", "201", "-"], cwd, file);
  expect([outcomeOf(read), read.stderr]).toEqual(["reject No", ""]);
  closeSync(file);
});

test("nothing is said where there is nothing to read, or where it was read", async () => {
  const cwd = folderWith({ "a.responses": MAPPING, body: "no", empty: "" });
  const nothing = await match(["--status", "201"], cwd, "ignore");
  expect([outcomeOf(nothing), nothing.stderr]).toEqual(["success", ""]);
  const file = openSync(join(cwd, "empty"), "r");
  const empty = await match(["--status", "201"], cwd, file);
  expect([outcomeOf(empty), empty.stderr]).toEqual(["success", ""]);
  closeSync(file);
  const read = await match(["--status", "201", "-"], cwd, "pipe", (stdin) => stdin.end("no"));
  expect([outcomeOf(read), read.stderr]).toEqual(["reject No", ""]);
  const named = await match(["--status", "201", "body"], cwd, "pipe", (stdin) => stdin.end("yes"));
  expect([outcomeOf(named), named.stderr]).toEqual(["reject No", ""]);
});

test("with --format json the note is beside the data", async () => {
  const cwd = folderWith({ "a.responses": MAPPING });
  const ended = await match(["--status", "201", "--format", "json"], cwd, "pipe", (stdin) => stdin.end("no"));
  expect(JSON.parse(ended.stdout)).toMatchObject({ outcome: "success" });
  expect(ended.stderr.startsWith(NOTE)).toBe(true);
});
