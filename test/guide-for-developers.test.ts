import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newcomersWays } from "./support/newcomers-ways.js";

/* The program that the guide for developers shows, built with the built plugin: what it says of responses. Run `npm run build` first. */

const root = fileURLToPath(new URL("..", import.meta.url));
const [way] = newcomersWays(readFileSync(join(root, "docs/guides/developers.md"), "utf8"));

interface Program {
  outcomeOf(response: Response): Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), "responses-guide-"));
let program: Program;

beforeAll(async () => {
  const plugin = pathToFileURL(join(root, "packages/build/dist/esbuild.js")).href;
  const { responses } = (await import(plugin)) as { responses(): Plugin };
  for (const [path, text] of Object.entries(way?.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const outfile = join(folder, "deliver.mjs");
  await build({
    absWorkingDir: folder,
    entryPoints: ["src/deliver.ts"],
    bundle: true,
    format: "esm",
    outfile,
    plugins: [responses()],
  });
  program = (await import(pathToFileURL(outfile).href)) as Program;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the program of the guide for developers", () => {
  test.each([
    [201, '{"id":"L-1"}', "sold as L-1"],
    [201, "", "sold"],
    [201, '{"id":null}', "sold"],
    [422, '{"reason":"duplicate phone"}', "offer it to nobody"],
    [422, '{"reason":"not our area"}', "offer it to the next buyer"],
    [500, "", "let a person look at it"],
  ])("says of %d %s: %s", async (status, body, outcome) => {
    expect(await program.outcomeOf(new Response(body, { status }))).toBe(outcome);
  });
});
