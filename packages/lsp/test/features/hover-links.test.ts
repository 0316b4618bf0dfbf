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

async function lastLineAt(
  line: number,
  format: "markdown" | "plaintext" = "markdown",
  explainCommand: string | null = null,
): Promise<string> {
  const workspace = workspaceOf({ "common.responses": 'reject keyword "dup"\n' });
  const document = await openDocument(workspace, "acme (old).responses", TEXT);
  const places = placesOf(document, (file) => uriOf(file), "utf-16");
  const hover = hoverAt(document, { line, character: 0 }, { format, examples: 5, places, explainCommand });
  return JSON.stringify(hover?.contents).replace(/"}$/, "").split("\\n").at(-1) ?? "";
}

test("a rule leads to the examples that it decides, and an example to its rule, in whichever file", async () => {
  const address = uriOf("acme (old).responses").replace("(", "%28").replace(")", "%29").replace(" ", "%20");
  expect(await lastLineAt(1)).toBe(`Examples: [line 3 (first)](${address}#L3), [line 4](${address}#L4)`);
  expect(await lastLineAt(2)).toBe(`Rule: [line 2](${address}#L2)`);
  expect(await lastLineAt(4)).toBe(`Rule: [line 1 of common.responses](${uriOf("common.responses")}#L1)`);
});

test("an example leads to why it gets its verdict, where the client can tell", async () => {
  const line = await lastLineAt(3, "markdown", "client.explain");
  const link = / · \[Explain this verdict\]\(command:client\.explain\?([^)]*)\)$/.exec(line)?.[1] ?? "";
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 34 } };
  expect(JSON.parse(decodeURIComponent(link))).toEqual([uriOf("acme (old).responses"), range]);
  expect(await lastLineAt(1, "markdown", "client.explain")).not.toContain("command:");
});

test("plain text has no links", async () => {
  expect(await lastLineAt(1, "plaintext")).not.toContain("](");
  expect(await lastLineAt(3, "plaintext", "client.explain")).not.toContain("](");
});
