import { expect, test } from "vitest";
import { hoverAt } from "../../src/features/hover/hover.js";
import { placesOf } from "../../src/features/presentation/places.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

const TEXT = `include "common.responses"
success keyword "sold"
example first 200 'sold' is success
example 200 'sold, too' is success
example 200 'dup' is reject
`;

async function linesAt(
  line: number,
  format: "markdown" | "plaintext" = "markdown",
  explainCommand: string | null = null,
): Promise<readonly string[]> {
  const workspace = workspaceOf({ "common.responses": 'reject keyword "dup"\n' });
  const document = await openDocument(workspace, "acme (old).responses", TEXT);
  const places = placesOf(document, (file) => uriOf(file), "utf-16");
  const options = { format, examples: 5, places, explainCommand, findingsBeside: false };
  const contents = hoverAt(document, { line, character: 0 }, options)?.contents;
  if (contents === undefined || typeof contents !== "object" || !("value" in contents))
    throw new Error("not one text");
  return contents.value.split("\n");
}

test("a rule leads to the examples that it decides, and an example to its rule, in whichever file", async () => {
  const address = uriOf("acme (old).responses").replace("(", "%28").replace(")", "%29").replace(" ", "%20");
  expect(await linesAt(1)).toContain(`Examples: [line 3 (first)](${address}#L3), [line 4](${address}#L4)`);
  expect(await linesAt(2)).toContain(`Decided by [line 2](${address}#L2): \`success keyword "sold"\``);
  expect(await linesAt(4)).toContain(
    `Decided by [line 1 of common.responses](${uriOf("common.responses")}#L1): \`reject keyword "dup"\``,
  );
});

test("an example leads to why it gets its verdict, where the client can tell", async () => {
  const line = (await linesAt(3, "markdown", "client.explain")).at(-1) ?? "";
  const link = /^\[Explain this verdict\]\(command:client\.explain\?([^)]*)\)$/.exec(line)?.[1] ?? "";
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 34 } };
  expect(JSON.parse(decodeURIComponent(link))).toEqual([uriOf("acme (old).responses"), range]);
  expect((await linesAt(1, "markdown", "client.explain")).join("\n")).not.toContain("command:");
});

test("plain text has no links", async () => {
  for (const line of [1, 2]) expect((await linesAt(line, "plaintext")).join("\n")).not.toContain("](");
  expect((await linesAt(3, "plaintext", "client.explain")).join("\n")).not.toContain("](");
});
