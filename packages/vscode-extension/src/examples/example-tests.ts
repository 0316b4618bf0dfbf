import { counted } from "@responses/dsl/editor";
import type { ExampleResults } from "@responses/lsp";
import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Disposable,
  EventEmitter,
  type TestController,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  type Uri,
  window,
} from "vscode";
import type { FailureMarks } from "./failure-marks.js";
import { ShownResults } from "./shown-results.js";
import { RuleCoverage, type RunCounts, runRequested } from "./test-run.js";
import { type ExamplesOf, TestTree } from "./test-tree.js";

/** The examples of all mapping files in the Test Explorer: to run, to watch, and with the rules that they decide. */
export class ExampleTests implements Disposable {
  readonly #controller: TestController = tests.createTestController("responses", "Responses");
  readonly #tree: TestTree;
  readonly #shown: ShownResults;
  readonly #changed = new EventEmitter<Uri>();

  constructor(examplesOf: ExamplesOf, marks: FailureMarks) {
    this.#tree = new TestTree(this.#controller, examplesOf);
    this.#shown = new ShownResults(this.#controller, marks);
    this.#controller.createRunProfile(
      "Run Examples",
      TestRunProfileKind.Run,
      (request, token) => this.#run(request, token, false),
      true,
      undefined,
      true,
    );
    const coverage = this.#controller.createRunProfile(
      "Run and Show Untried Rules",
      TestRunProfileKind.Coverage,
      (request, token) => this.#run(request, token, true),
      false,
      undefined,
      true,
    );
    coverage.loadDetailedCoverage = async (_run, file) =>
      file instanceof RuleCoverage ? [...file.statements] : [];
  }

  dispose(): void {
    this.#tree.dispose();
    this.#changed.dispose();
    this.#controller.dispose();
  }

  /** Puts the files of the workspace into the tree: VS Code asks for them only when the view is opened, not where it was left open. */
  findFiles(): Promise<void> {
    return this.#tree.findFiles();
  }

  /**
   * Tells how a file's examples go now: its tests are shown anew, and run again where they are watched. While a statement
   * is broken nothing is known that was not known before.
   */
  fileChanged(uri: Uri, results: ExampleResults | null): void {
    const file = this.#tree.fileItem(uri);
    this.#tree.show(file, results);
    this.#shown.update(file, results);
    if (results?.asItWas === null) this.#changed.fire(uri);
  }

  /** How a file's examples go cannot be found out: what is shown of them is marked as outdated. */
  fileUnknown(uri: Uri): void {
    this.#shown.outdate(this.#tree.fileItem(uri));
  }

  /** Runs a file's examples, or the one on a line (from 0), and says how they go. */
  async runFile(uri: Uri, line: number | null): Promise<void> {
    const file = this.#tree.fileItem(uri);
    await this.#tree.load(file);
    const all = [...file.children].map(([, item]) => item);
    const one = all.filter(({ range }) => line !== null && range !== undefined && range.start.line === line);
    const request = new TestRunRequest(one.length > 0 ? one : [file]);
    const source = new CancellationTokenSource();
    const counts = await this.#runOnce(request, source.token, false);
    source.dispose();
    await sayHowItWent(file.label, counts);
  }

  async #run(request: TestRunRequest, token: CancellationToken, withCoverage: boolean): Promise<void> {
    await this.#runOnce(request, token, withCoverage);
    if (request.continuous !== true) return;
    const listener = this.#changed.event((uri) => {
      const include = request.include?.filter((item) => item.uri?.toString() === uri.toString());
      if (include?.length === 0 || token.isCancellationRequested) return;
      const items = include ?? [this.#tree.fileItem(uri)];
      void this.#runOnce(
        new TestRunRequest(items, request.exclude, request.profile, true),
        token,
        withCoverage,
      );
    });
    token.onCancellationRequested(() => listener.dispose());
  }

  async #runOnce(
    request: TestRunRequest,
    token: CancellationToken,
    withCoverage: boolean,
  ): Promise<RunCounts> {
    // The view may not have been open yet.
    if (request.include === undefined) await this.#tree.findFiles();
    const run = this.#controller.createTestRun(request);
    try {
      return await runRequested(request, this.#tree, run, token, withCoverage, this.#shown);
    } finally {
      run.end();
    }
  }
}

async function sayHowItWent(name: string, { passed, failed, asItWas }: RunCounts): Promise<void> {
  const all = passed + failed;
  const remark = asItWas === null ? "" : `, ${asItWas}`;
  if (all === 0) {
    void window.showInformationMessage(`${name} has no examples yet.`);
  } else if (failed === 0) {
    void window.showInformationMessage(
      all === 1 ? `The example of ${name} passes${remark}.` : `All ${all} examples of ${name} pass${remark}.`,
    );
  } else {
    const show = "Show Results";
    const fail = failed === 1 ? "fails" : "fail";
    const answer = await window.showWarningMessage(
      `${failed} of ${counted(all, "example")} of ${name} ${fail}${remark}.`,
      show,
    );
    if (answer === show) await commands.executeCommand("workbench.panel.testResults.view.focus");
  }
}
