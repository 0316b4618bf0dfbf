import { expect, test } from "vitest";
import { projectConfigSchema } from "../../src/index.js";

const PUBLISHED = new URL("../../schemas/responses.config.schema.json", import.meta.url).pathname;

test("the published schema is the one that the catalogue gives (vitest --update writes it)", async () => {
  await expect(`${JSON.stringify(projectConfigSchema(), null, 2)}\n`).toMatchFileSnapshot(PUBLISHED);
});
