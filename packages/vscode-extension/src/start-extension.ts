import type { AnalysedParams } from "@responses/lsp";
import { commands, type Disposable, type ExtensionContext, Uri, window } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import { AfterQuiet } from "./after-quiet.js";
import { CheckPages } from "./checks/check-pages.js";
import { showCheck } from "./checks/show-check.js";
import { clientOptions } from "./client/client-options.js";
import { ask } from "./client/custom-requests.js";
import { answerFileRequests } from "./client/file-requests.js";
import { isMappingPlace } from "./client/mapping-places.js";
import { synchroniseProjectFiles } from "./client/project-files.js";
import { compileFile } from "./commands/compile-file.js";
import { mappingAtHand } from "./commands/mapping-at-hand.js";
import { newFile } from "./commands/new-file.js";
import { showPreview } from "./commands/show-preview.js";
import { Comparisons } from "./comparing/comparisons.js";
import { ExampleTests } from "./examples/example-tests.js";
import { FailureMarks } from "./examples/failure-marks.js";
import { pasteAsExample } from "./examples/paste-example.js";
import { offerToPasteExamples } from "./examples/paste-provider.js";
import * as names from "./manifest-names.js";
import { StatusItem } from "./status/status-item.js";
import { VerdictExplainer } from "./verdict/explain-verdict.js";
import { VirtualDocuments } from "./virtual-documents.js";
import { WalkthroughProgress } from "./walkthrough-progress.js";

/** Starts the language client, and everything that is built on it; gives the client, for whoever ends it. */
export async function startExtension(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel("Responses", { log: true });
  const progress = new WalkthroughProgress();
  const marks = new FailureMarks();
  const client = createClient(clientOptions(output, progress, marks));
  const examplesOf = async (uri: Uri) => {
    // The files are in the tree before the server runs, and VS Code asks only once what is in one.
    if (client.state === State.Starting) await start(client);
    return client.isRunning() && isMappingPlace(uri)
      ? ask(client, "responses/runExamples", { uri: uri.toString() })
      : null;
  };
  const checks = new CheckPages(context.extensionUri);
  const verdicts = new VirtualDocuments("responses-verdict");
  const tests = new ExampleTests(examplesOf, marks);
  const comparedPages = new VirtualDocuments("responses-comparison");
  const comparisons = new Comparisons(client, comparedPages);
  const explainer = new VerdictExplainer(client, verdicts);
  const status = new StatusItem(client, examplesOf);

  answerFileRequests(client);
  marks.onDidChange(() => {
    for (const { document } of window.visibleTextEditors)
      client.getFeature("textDocument/inlayHint").getProvider(document)?.onDidChangeInlayHints.fire();
  });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void whenRunning(client);
  });
  // Whoever types causes an analysis at each keystroke; what is shown beside the text can wait for a pause.
  const quiet = new AfterQuiet();
  client.onNotification("responses/analysed", ({ uri }: AnalysedParams) =>
    quiet.do(uri, async () => {
      const file = Uri.parse(uri);
      const results = await examplesOf(file).catch((error: unknown) => {
        tests.fileUnknown(file);
        throw error;
      });
      tests.fileChanged(file, results);
      status.fileChanged(file, results);
      progress.examplesRan(results);
      await explainer.mappingChanged(file);
      await comparisons.mappingChanged(file);
    }),
  );

  const register = (name: string, run: (...given: unknown[]) => unknown): Disposable =>
    commands.registerCommand(name, run);
  context.subscriptions.push(
    output,
    quiet,
    checks.register(),
    verdicts.register(),
    comparedPages.register(),
    comparisons,
    tests,
    status,
    explainer,
    offerToPasteExamples(client),
    register(names.RESTART_SERVER, () => restart(client)),
    register(names.SHOW_OUTPUT, () => output.show()),
    register(names.NEW_FILE, newFile),
    register(names.COMPILE_FILE, (given) => compileFile(client, given)),
    register(names.RUN_EXAMPLES, async (given, line) => {
      const document = await mappingAtHand(given);
      if (document === undefined) return;
      await tests.runFile(document.uri, typeof line === "number" ? line : null);
      progress.examplesRan(await examplesOf(document.uri));
    }),
    register(names.EXPLAIN_VERDICT, (given, range) => explainer.explain(given, range)),
    register(names.EXPLAIN_RESPONSE, (given) => explainer.explainResponse(given)),
    register(names.PASTE_AS_EXAMPLE, (given) => pasteAsExample(client, given, "captures")),
    register(names.PASTE_VERDICT_AS_EXAMPLE, (given) => pasteAsExample(client, given, "verdict")),
    register(names.COMPARE_WITH_HEAD, (given) => comparisons.begin(given, "head")),
    register(names.COMPARE_WITH_SAVED, (given) => comparisons.begin(given, "saved")),
    register(names.STOP_COMPARING, (given) => comparisons.end(given)),
    register(names.SHOW_PREVIEW, showPreview),
    register(names.SHOW_CHECK, (given) => showCheck(checks, given)),
  );
  // Without waiting for it: a large workspace takes a while, and nothing else needs it.
  tests
    .findFiles()
    .catch((error: unknown) => output.error(`the mapping files cannot be listed: ${String(error)}`));
  await start(client);
  return client;
}

/** Starts the server. The client itself says what goes wrong; there are still commands then, to try it again. */
async function start(client: BaseLanguageClient): Promise<void> {
  await client.start().catch(() => {});
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await start(client);
}

/** Also after a crash, when the client starts the server by itself. */
async function whenRunning(client: BaseLanguageClient): Promise<void> {
  // The server has answered, but the client has not made everything of the answer yet.
  await start(client);
  synchroniseProjectFiles(client);
  client.info(
    `the language server runs, version ${client.initializeResult?.serverInfo?.version ?? "unknown"}`,
  );
}
