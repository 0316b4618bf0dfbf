import { expect, onTestFinished, test } from "vitest";
import type { CodeAction, Diagnostic, TextEdit } from "vscode-languageserver-protocol";
import { applied } from "../support/applied-edit.js";
import { ServerProcess } from "../support/server-process.js";

const URI = "file:///nowhere/acme.responses";
const RULES = `success json "$.ok" exact "true"
reject json "$.reason" exact "dup" as Duplicate
`;
const PASTED = '{\n  "ok": false,\n  "reason": "dup"\n}\n';
const EXAMPLE = 'example """\n  {\n    "ok": false,\n    "reason": "dup"\n  }\n  """ is reject Duplicate\n';

async function begin(text: string): Promise<ServerProcess> {
  const server = new ServerProcess();
  onTestFinished(() => {
    server.process.kill();
  });
  await server.initialize({
    capabilities: {
      textDocument: {
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
          dataSupport: true,
          resolveSupport: { properties: ["edit"] },
        },
      },
    },
  });
  await server.open(URI, text);
  return server;
}

function afterEdits(text: string, edits: TextEdit[]): string | undefined {
  return applied({ changes: { [URI]: edits } }, new Map([[URI, text]]), "utf-16").get(URI);
}

test("the fix of what is said of a response that was pasted makes it an example, with its verdict", async () => {
  const text = RULES + PASTED;
  const server = await begin(text);
  const { diagnostics } = await server.diagnosticsFor(URI, 1);
  const [finding]: Diagnostic[] = diagnostics;
  expect(finding?.message).toContain("a response is written as an example");
  const actions: CodeAction[] = await server.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: finding?.range,
    context: { diagnostics: [] },
  });
  const action = actions.find(({ title }) => title === "Make it an example");
  expect(action).toMatchObject({ isPreferred: true, diagnostics: [{ message: finding?.message }] });
  const { edit }: CodeAction = await server.connection.sendRequest("codeAction/resolve", action);
  expect(applied(edit ?? {}, new Map([[URI, text]]), "utf-16").get(URI)).toBe(RULES + EXAMPLE);
  await server.end();
});

test.each([
  ["on the blank line that it is asked for", { line: 2, character: 0 }, RULES + EXAMPLE],
  ["behind all where it is not told where", null, `${RULES}\n${EXAMPLE}\n`],
  [
    "behind all where it is asked for within a statement",
    { line: 0, character: 4 },
    `${RULES}\n${EXAMPLE}\n`,
  ],
])("responses/makeExample writes a response that was copied %s", async (_where, position, expected) => {
  const text = `${RULES}\n`;
  const server = await begin(text);
  const made: { readonly kind: string; readonly edit: TextEdit; readonly verdict: string } =
    await server.connection.sendRequest("responses/makeExample", {
      uri: URI,
      response: { text: PASTED },
      position,
    });
  expect(made).toMatchObject({ kind: "example", verdict: "reject Duplicate" });
  expect(afterEdits(text, [made.edit])).toBe(expected);
  await server.end();
});

test.each([
  ["\u00a0OK", 'success exact "OK"\n', '"\u00a0OK" is unmapped', "unmapped"],
  [
    "id=7\nOK\n",
    'success split "\\n" part -1 exact "OK"\nreject otherwise as Other\n',
    '"id=7\\nOK\\n" is reject Other',
    "reject Other",
  ],
  [" OK\r\n", 'success exact "OK"\n', '"OK" is success', "success"],
])("responses/makeExample states what %j gets as it came", async (body, text, expected, verdict) => {
  const server = await begin(text);
  const made: { readonly edit: TextEdit } = await server.connection.sendRequest("responses/makeExample", {
    uri: URI,
    response: { status: null, body },
    position: null,
  });
  expect(made).toMatchObject({ kind: "example", verdict });
  expect(afterEdits(text, [made.edit])).toContain(`example ${expected}\n`);
  await server.end();
});

test("a blank line between rules and captures stays one on either side of what is written on it, in line with its neighbours", async () => {
  const text = `${RULES}\ncapture id from json "$.id"\nexample 200 '{"ok":true,"id":"a1"}' is success\n`;
  const server = await begin(text);
  const makeAt = async (line: number, body: string): Promise<string | undefined> => {
    const made: { readonly edit: TextEdit } = await server.connection.sendRequest("responses/makeExample", {
      uri: URI,
      response: { status: 200, body },
      position: { line, character: 0 },
    });
    return afterEdits(text, [made.edit]);
  };
  expect(await makeAt(2, '{"ok":true}')).toBe(
    text.replace("\n\n", `\n\nexample 200 '{"ok":true}' is success\n\n`),
  );
  expect(await makeAt(5, '{"ok":true}')).toBe(`${text}example 200 '{"ok":true}'           is success`);
  await server.end();
});

test("responses/makeExample takes what curl -v shows, and says what is no answer", async () => {
  const server = await begin(RULES);
  const make = (response: unknown) =>
    server.connection.sendRequest("responses/makeExample", { uri: URI, response });
  const shown = '* Connected\n> GET / HTTP/2\n> \n< HTTP/2 201 \n< \n{"ok":true}* Closing connection\n';
  expect(await make({ text: shown })).toMatchObject({
    verdict: "success",
    edit: { newText: `\nexample 201 '{"ok":true}' is success\n` },
  });
  expect(await make({ text: "HTTP/2 200\nno header\n\nx" })).toMatchObject({ kind: "no-response", line: 2 });
  const two = 'HTTP/1.1 201 Created\n\n{"ok":true}\n\nHTTP/1.1 422 No\n\nbad';
  expect(await make({ http: two })).toMatchObject({ verdict: "2 examples: success, unmapped" });
  expect(await make({ text: '{"a":1}\n{"a":2}', status: 201 })).toMatchObject({
    edit: { newText: expect.stringMatching(/example 201 .*\nexample 201 /) },
  });
  await expect(make({ nothing: 1 })).rejects.toThrow("the response must have a status");
  await expect(
    server.connection.sendRequest("responses/makeExample", {
      uri: "file:///nowhere/b.responses",
      response: { text: "" },
    }),
  ).resolves.toBeNull();
  await server.end();
});

test.each([
  [undefined, ' with id "7"'],
  [null, ' with id "7"'],
  ["captures", ' with id "7"'],
  ["verdict", ""],
])(
  "responses/makeExample states what is captured unless the verdict alone is asked for: %s",
  async (states, captured) => {
    const server = await begin(`${RULES}capture id from json "$.id"\n`);
    const make = (body: string) =>
      server.connection.sendRequest("responses/makeExample", {
        uri: URI,
        response: { status: 200, body },
        states,
      });
    expect(await make('{"ok":true,"id":7}')).toMatchObject({
      edit: { newText: `\nexample 200 '{"ok":true,"id":7}' is success${captured}\n` },
      capturesSomething: true,
    });
    expect(await make('{"ok":true}')).toMatchObject({ capturesSomething: false });
    await server.end();
  },
);
