import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { colouredTokens } from "./tokens.js";

/*
 * A fixture: sentences, and lines of a mapping file behind `> `. Under each of these, a line a coloured token: `~` under
 * its characters, then its scopes. What has no mark has no colour. `vitest -u` writes the marks; they count when read.
 */

const FIXTURES = fileURLToPath(new URL("./fixtures/", import.meta.url));

describe("the grammar gives each token its scopes:", () => {
  for (const file of readdirSync(FIXTURES).sort()) {
    test(file, async () => {
      const content = readFileSync(join(FIXTURES, file), "utf8");
      await expect(await annotated(content)).toMatchFileSnapshot(join(FIXTURES, file));
    });
  }
});

describe("the grammar of the page of a verdict gives each token its scopes:", () => {
  const folder = fileURLToPath(new URL("./verdict-fixtures/", import.meta.url));
  for (const file of readdirSync(folder).sort()) {
    test(file, async () => {
      const content = readFileSync(join(folder, file), "utf8");
      await expect(await annotated(content, "text.responses-verdict")).toMatchFileSnapshot(
        join(folder, file),
      );
    });
  }
});

/** The fixture with the marks that the grammar would have. */
async function annotated(content: string, grammar?: string): Promise<string> {
  const kept = content.split("\n").filter((line) => !/^ +~/.test(line));
  const sources = kept.filter((line) => line.startsWith(">")).map((line) => line.slice(2));
  const tokens = [...(await colouredTokens(sources, grammar))];
  return kept
    .flatMap((line) => (line.startsWith(">") ? [line, ...marks(tokens.shift() ?? [])] : [line]))
    .join("\n");
}

function marks(tokens: Awaited<ReturnType<typeof colouredTokens>>[number]): readonly string[] {
  return tokens.map(
    ({ start, end, scopes }) => `${" ".repeat(start + 2)}${"~".repeat(end - start)} ${scopes}`,
  );
}
