// The least that a language server can do: it keeps the text and answers at once with what it has in hand. What a server
// takes beyond this is its own.

import { documentServer } from "./document-server.mjs";

const { connection } = documentServer(({ uri, version }) =>
  connection.sendDiagnostics({ uri, version, diagnostics: [] }),
);
connection.onHover(() => ({ contents: { kind: "markdown", value: "echo" } }));
connection.onCompletion(() => [{ label: "echo" }]);
connection.listen();
