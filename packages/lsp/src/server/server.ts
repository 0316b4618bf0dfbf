import {
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { CommittedFiles } from "../workspace/files/committed-files.js";
import type { FileSource } from "../workspace/files/file-source.js";
import { Workspace } from "../workspace/workspace.js";
import { type ClientProfile, clientProfile } from "./client/client-profile.js";
import { diagnosticsWiring } from "./diagnostics/diagnostics.js";
import { codeActionsWiring } from "./requests/code-actions.js";
import { codeLensesWiring } from "./requests/code-lenses.js";
import { compareWiring } from "./requests/compare.js";
import { compileWiring } from "./requests/compile.js";
import { completionWiring } from "./requests/completion.js";
import { definitionWiring } from "./requests/definition.js";
import { documentLinksWiring } from "./requests/document-links.js";
import { documentSymbolsWiring } from "./requests/document-symbols.js";
import { explainWiring } from "./requests/explain.js";
import { fileRenamesWiring } from "./requests/file-renames.js";
import { foldingWiring } from "./requests/folding.js";
import { formattingWiring } from "./requests/formatting.js";
import { highlightsWiring } from "./requests/highlights.js";
import { hoverWiring } from "./requests/hover.js";
import { inlayHintsWiring } from "./requests/inlay-hints.js";
import { makeExampleWiring } from "./requests/make-example.js";
import { recordGapsWiring } from "./requests/record-gaps.js";
import { referencesWiring } from "./requests/references.js";
import { renameWiring } from "./requests/rename.js";
import { runExamplesWiring } from "./requests/run-examples.js";
import { selectionRangesWiring } from "./requests/selection-ranges.js";
import { semanticTokensWiring } from "./requests/semantic-tokens.js";
import { showPlaceWiring } from "./requests/show-place.js";
import { signatureHelpWiring } from "./requests/signature-help.js";
import { workspaceSymbolsWiring } from "./requests/workspace-symbols.js";
import type { FeatureWiring } from "./session/feature-wiring.js";
import { Session } from "./session/session.js";
import { documentsWiring } from "./synchronization/documents.js";
import { settingsWiring } from "./synchronization/settings-source.js";

/** What differs between a process and a browser's worker. */
export interface Platform {
  readonly nextTurn: () => Promise<void>;
  /** How files are read for that client. */
  files(connection: Connection, client: ClientProfile): FileSource;
  /** What was committed; null where git cannot run. */
  readonly committed: CommittedFiles | null;
  readonly version: string;
}

const WIRINGS: readonly FeatureWiring[] = [
  codeActionsWiring,
  codeLensesWiring,
  compareWiring,
  compileWiring,
  completionWiring,
  documentsWiring,
  diagnosticsWiring,
  makeExampleWiring,
  recordGapsWiring,
  runExamplesWiring,
  explainWiring,
  formattingWiring,
  hoverWiring,
  inlayHintsWiring,
  settingsWiring,
  showPlaceWiring,
  signatureHelpWiring,
  definitionWiring,
  highlightsWiring,
  referencesWiring,
  renameWiring,
  semanticTokensWiring,
  documentLinksWiring,
  documentSymbolsWiring,
  fileRenamesWiring,
  foldingWiring,
  selectionRangesWiring,
  workspaceSymbolsWiring,
];

/** A client that is served. */
export interface ServedClient {
  /** Whether it has said that the server shall end. */
  isShutDown(): boolean;
}

/**
 * Serves one client over a connection, which must not be listening yet, and lets through only what `messages/` has checked: handlers do
 * not look at types, nor at whether they are asked before `initialize` or after `shutdown`.
 */
export function serve(connection: Connection, platform: Platform): ServedClient {
  let session: Session | null = null;
  let isShutDown = false;
  connection.onInitialize((params) => {
    const client = clientProfile(params);
    const created = createSession(connection, client, platform);
    session = created;
    for (const wiring of WIRINGS) wiring.listen(created);
    listenForCommands(created);
    created.onInitialized(() => watchFiles(connection, client));
    connection.onInitialized(() => created.initialized());
    const serverInfo = { name: "responses", version: platform.version };
    return { capabilities: capabilitiesFor(client), serverInfo };
  });
  connection.onShutdown(() => {
    isShutDown = true;
    session?.end();
  });
  // Asked for every request that nobody has taken on: of one that this client was not offered.
  connection.onRequest(
    (method) => new ResponseError(ErrorCodes.MethodNotFound, `the client was not offered ${method}`),
  );
  connection.listen();
  return { isShutDown: () => isShutDown };
}

function createSession(connection: Connection, client: ClientProfile, platform: Platform): Session {
  const workspace = new Workspace({
    files: platform.files(connection, client),
    committed: platform.committed,
    unit: client.unit,
    folders: client.folders,
    nextTurn: platform.nextTurn,
    onAnalysed: (document) => session.analysed(document),
    onChanged: (uri) => session.changed(uri),
    onFault: (error) => session.logFault(error),
  });
  const session = new Session(connection, client, workspace);
  return session;
}

function capabilitiesFor(client: ClientProfile): ServerCapabilities {
  const capabilities: ServerCapabilities = { positionEncoding: client.unit };
  return WIRINGS.reduce((all, wiring) => mergeCapabilities(all, wiring.capabilities(client)), capabilities);
}

/** Several features have something to say of the workspace and of commands; everything else is said by one. */
function mergeCapabilities(all: ServerCapabilities, more: ServerCapabilities): ServerCapabilities {
  const workspace = { ...all.workspace, ...more.workspace };
  const commands = [all, more].flatMap(
    ({ executeCommandProvider }) => executeCommandProvider?.commands ?? [],
  );
  return {
    ...all,
    ...more,
    ...(Object.keys(workspace).length === 0 ? {} : { workspace }),
    ...(commands.length === 0 ? {} : { executeCommandProvider: { commands } }),
  };
}

/** A connection has one place where all commands arrive. */
function listenForCommands(session: Session): void {
  session.connection.onExecuteCommand(({ command, arguments: parameters }, token) =>
    session.runCommand(command, parameters ?? [], token),
  );
}

/** Asks the client to tell when mapping files, project files and baselines change outside of the editor. */
async function watchFiles(connection: Connection, client: ClientProfile): Promise<void> {
  if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: ["**/*.responses", "**/responses.config.json", "**/*.baseline.json"].map((globPattern) => ({
      globPattern,
    })),
  });
}
