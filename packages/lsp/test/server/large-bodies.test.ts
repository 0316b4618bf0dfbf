import { expect, onTestFinished, test } from "vitest";
import type { CompletionList, DocumentHighlight, Hover } from "vscode-languageserver-protocol";
import { ServerProcess } from "../support/server-process.js";

/*
 * Bodies of 100 kB to 10 MB in examples: suggestions, previews and lit matches are of all of a body, or say in words what was left out.
 */

const URI = "file:///nowhere/acme.responses";

/** A body of about that many characters: many elements of a list, and behind them what the rules ask for. */
function bodyOf(characters: number): string {
  const items: string[] = [];
  for (let length = 0; length < characters; ) {
    const item = `{"id":${items.length},"name":"item number ${items.length}","state":"open"}`;
    items.push(item);
    length += item.length + 1;
  }
  return `{"items":[${items.join(",")}],"result":"sold out"}`;
}

const RULES = `success json "$.result" exact "sold out"
reject json ""
`;

async function opened(text: string): Promise<ServerProcess> {
  const server = new ServerProcess();
  onTestFinished(() => {
    server.process.kill();
  });
  const completionItem = { labelDetailsSupport: true };
  await server.initialize({ capabilities: { textDocument: { completion: { completionItem } } } });
  await server.open(URI, text);
  return server;
}

const textDocument = { uri: URI };

async function hoverOverRule(server: ServerProcess): Promise<string> {
  const position = { line: 0, character: 2 };
  const { contents }: Hover = await server.connection.sendRequest("textDocument/hover", {
    textDocument,
    position,
  });
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

const litAt = (server: ServerProcess): Promise<DocumentHighlight[] | null> =>
  server.connection.sendRequest("textDocument/documentHighlight", {
    textDocument,
    position: { line: 0, character: 10 },
  });

/** What is suggested between the quotes of the second line: each with what stands beside it and what is said of it. */
async function suggested(server: ServerProcess): Promise<ReadonlyMap<string, string>> {
  const { items }: CompletionList = await server.connection.sendRequest("textDocument/completion", {
    textDocument,
    position: { line: 1, character: 13 },
  });
  return new Map(
    items.map(({ label, labelDetails, documentation }) => [
      label,
      `${labelDetails?.description}\n${typeof documentation === "object" ? documentation.value : ""}`,
    ]),
  );
}

test.each([100_000, 300_000, 950_000])(
  "all of a body of %i characters is suggested from, previewed and lit",
  async (characters) => {
    const server = await opened(`${RULES}example 200 '${bodyOf(characters)}' is success\n`);
    const suggestions = await suggested(server);
    expect([...suggestions.keys()]).toEqual(
      expect.arrayContaining(["$.result", "$.items[*].id", "$.items[*].name", "$.items[*].state"]),
    );
    expect([...suggestions.values()].join("\n")).not.toContain("not read");
    expect(await hoverOverRule(server)).toContain("‹sold out›");
    const lit = (await litAt(server)) ?? [];
    expect(lit.filter(({ range }) => range.start.line === 2)).toHaveLength(1);
    expect(await server.end()).toBe(0);
  },
);

test("of a body of ten megabytes it is said that it is not read", async () => {
  const huge = `example 200 '${bodyOf(10_000_000)}' is success\n`;
  const server = await opened(RULES + huge);
  expect((await suggested(server)).get("(nothing to suggest)")).toContain("1 body too long to suggest from");
  const hover = await hoverOverRule(server);
  expect(hover).toContain("Matches 1 of 1 example");
  expect(hover).toContain("(the body is too long to show the place)");
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: URI, version: 2 },
    contentChanges: [{ text: `${RULES}${huge}example 200 '{"result":"sold out"}' is success\n` }],
  });
  // What is short beside it serves, and says of which it does not speak.
  expect((await suggested(server)).get("$.result")).toContain("1 example not read for suggestions");
  expect((await litAt(server))?.filter(({ range }) => range.start.line > 1)).toHaveLength(1);
  expect(await server.end()).toBe(0);
});

test("of more fields than are suggested it is said how many are", async () => {
  const members = Array.from({ length: 1_000 }, (_, index) => `"field ${index}":"x"`);
  const server = await opened(`${RULES}example 200 '{${members.join(",")}}' is success\n`);
  const [first = ""] = (await suggested(server)).values();
  expect(first).toContain("Of 1 body only the first 500 fields or 1,000 lines are suggested.");
  expect(await server.end()).toBe(0);
});
