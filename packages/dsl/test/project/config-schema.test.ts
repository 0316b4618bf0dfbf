import { projectConfigSchema } from "@responses/dsl/editor";
import { expect, test } from "vitest";

const PUBLISHED = new URL("../../schemas/responses.config.schema.json", import.meta.url).pathname;

test("the published schema is the one that the catalogue gives (vitest --update writes it)", async () => {
  await expect(`${JSON.stringify(projectConfigSchema(), null, 2)}\n`).toMatchFileSnapshot(PUBLISHED);
});
