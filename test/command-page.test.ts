import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandPage } from "../scripts/command-page.mjs";

test("docs/command.md is what the built command says of itself (npm run docs)", async () => {
  const page = readFileSync(new URL("../docs/command.md", import.meta.url), "utf8");
  expect(page).toBe(await commandPage());
  expect(page.match(/^## responses .+$/gm)?.length).toBeGreaterThanOrEqual(9);
});
