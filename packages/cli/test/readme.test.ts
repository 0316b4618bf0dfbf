import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * What the README shows of the command is what the command does: each block marked `console` is a command line after
 * `$ `, and its output. The command is the built one.
 */

const command = fileURLToPath(new URL("../dist/responses.mjs", import.meta.url));
const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const sessions = [...readme.matchAll(/^```console\n\$ (.*)\n([\s\S]*?)^```$/gm)].map(
  ([, line = "", output = ""]) => [line, output] as const,
);
const mappings = [...readme.matchAll(/^```responses file=(\S+)\n([\s\S]*?)^```$/gm)];
const folder = mkdtempSync(join(tmpdir(), "responses-readme-"));

beforeAll(() => {
  for (const [, name = "", text = ""] of mappings) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("README.md", () => {
  test("shows the command", () => expect(sessions.length).toBeGreaterThanOrEqual(2));

  test.skipIf(process.platform === "win32").each(sessions)("$ %s", async (line, output) => {
    expect(await outputOf(line)).toBe(output);
  });
});

/** What a shell shows of a command line in which `responses` is the built command. */
function outputOf(line: string): Promise<string> {
  const script = `responses() { "$NODE" "$COMMAND" "$@"; }; { ${line}; } 2>&1`;
  const env = { ...process.env, NODE: process.execPath, COMMAND: command, NO_COLOR: "1", COLUMNS: "120" };
  return new Promise((resolve) => {
    execFile("sh", ["-c", script], { cwd: folder, env }, (_error, stdout) => resolve(stdout));
  });
}
