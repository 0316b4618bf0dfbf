import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findCommand } from "../src/tasks/find-command.js";

const folder = mkdtempSync(join(tmpdir(), "responses-path-"));
const [first, second] = [join(folder, "first"), join(folder, "second")];
for (const each of [first, second]) mkdirSync(each);
writeFileSync(join(first, "responses"), "");
writeFileSync(join(second, "responses"), "");
chmodSync(join(second, "responses"), 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

test("a command is found in the folders of the path, where it can be run", async () => {
  const path = ["", ".", first, second].join(delimiter);
  expect(await findCommand("responses", path)).toBe(join(second, "responses"));
  expect(await findCommand("responses", first)).toBeNull();
  expect(await findCommand("responses", "")).toBeNull();
  expect(await findCommand(join(second, "responses"), "")).toBe(join(second, "responses"));
  expect(await findCommand(join(first, "responses"), second)).toBeNull();
});
