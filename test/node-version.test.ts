import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { refusalOf } from "../packages/cli/launcher/node-version.mjs";

const root = new URL("../", import.meta.url);

test.each([
  ["18.20.8", "Node 20.19 or newer is needed; this is 18.20.8"],
  ["20.18.3", "Node 20.19 or newer is needed; this is 20.18.3"],
  ["20.19.0", null],
  ["22.1.0", null],
])("Node %s", (version, refusal) => {
  expect(refusalOf(version)).toBe(refusal);
});

test("package.json asks for the same", () => {
  const asked = ["package.json", "packages/cli/package.json"].map((path) =>
    JSON.parse(readFileSync(new URL(path, root), "utf8")),
  );
  expect(asked.map(({ engines }) => engines.node)).toEqual([">=20.19", ">=20.19"]);
});

/** Makes a Node say that it is an older one. */
const OLDER =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.8"}})';

test.each([
  ["scripts/demo.mjs", 1],
  ["scripts/test.mjs", 1],
  ["scripts/build.mjs", 1],
  ["scripts/package.mjs", 1],
  ["packages/cli/dist/responses.mjs", 2],
])("%s tells an older Node before it does anything", async (path, expected) => {
  const ended = await new Promise<{ code: unknown; output: string }>((resolve) => {
    const args = ["--import", OLDER, fileURLToPath(new URL(path, root)), "--version"];
    execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ code: error?.code, output: stdout + stderr });
    });
  });
  const sentence = "Node 20.19 or newer is needed; this is 18.20.8\n";
  expect(ended).toEqual({ code: expected, output: expected === 2 ? `error: ${sentence}` : sentence });
});
