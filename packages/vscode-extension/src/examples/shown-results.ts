import type { ExampleResults } from "@responses/lsp";
import type { TestController, TestItem } from "vscode";
import { TestRunRequest } from "vscode";
import { exampleTests } from "./example-items.js";
import { messageFor } from "./example-message.js";
import type { FailureMarks } from "./failure-marks.js";

/** How an example went that has a mark: whether it passed, and why not. */
export type ShownResult = string | null;

/**
 * The marks beside examples that were run, which say how they go now: what an edit changes is told anew without being asked,
 * and in silence. Of a file that was never run nothing is told.
 */
export class ShownResults {
  readonly #controller: TestController;
  readonly #marks: FailureMarks;
  /** By the files' addresses: an item can go and come again, as when a file is written anew. */
  readonly #shown = new Map<string, Map<string, ShownResult>>();
  /** Files of which marks may be seen that VS Code kept from before its window was opened. */
  readonly #looked = new Set<string>();

  constructor(controller: TestController, marks: FailureMarks) {
    this.#controller = controller;
    this.#marks = marks;
  }

  /** Takes on how examples of a file went that have been run, by their ids. */
  ran(file: TestItem, results: ReadonlyMap<string, ShownResult>): void {
    const known = new Map([...(this.#shown.get(file.id) ?? []), ...results]);
    this.#shown.set(file.id, known);
    this.#mark(file, known);
  }

  /** Marks a file's results as outdated, since how its examples go now is not known. */
  outdate(file: TestItem): void {
    this.#controller.invalidateTestResults(file);
    const known = this.#shown.get(file.id);
    // What is told once it is known again is told of every example.
    for (const id of known?.keys() ?? []) known?.set(id, OUTDATED);
  }

  /**
   * Brings the marks of a file up to date; while a statement is broken they are marked as outdated, and so are those of a file that was not
   * run since VS Code has its window.
   */
  update(file: TestItem, results: ExampleResults | null): void {
    const known = this.#shown.get(file.id);
    const { uri } = file;
    if (known === undefined && !this.#looked.has(file.id)) this.outdate(file);
    this.#looked.add(file.id);
    if (known === undefined || uri === undefined || results === null) return;
    if (results.asItWas !== null) {
      this.outdate(file);
      return;
    }
    const all = exampleTests(results.examples).flatMap((test) => {
      const item = file.children.get(test.id);
      const result = test.report.passed ? null : (test.report.message ?? "");
      return item === undefined ? [] : [{ ...test, item, result }];
    });
    if (all.every(({ id, result }) => known.get(id) === result)) {
      this.#mark(file, known);
      return;
    }
    // The view counts what the last run has run: all of them.
    const items = all.map(({ item }) => item);
    // Said to go on by itself, it opens no view.
    const request = new TestRunRequest(items, undefined, undefined, true, true);
    const run = this.#controller.createTestRun(request, "while typing", false);
    for (const { id, item, report, result } of all) {
      known.set(id, result);
      if (result === null) run.passed(item);
      else run.failed(item, messageFor(report, null, uri));
    }
    run.end();
    this.#mark(file, known);
  }

  #mark({ uri, children }: TestItem, known: ReadonlyMap<string, ShownResult>): void {
    const lines = new Set<number>();
    for (const [id, { range }] of children) {
      if (range !== undefined && known.get(id) !== undefined && known.get(id) !== null)
        lines.add(range.start.line);
    }
    if (uri !== undefined) this.#marks.set(uri, lines);
  }
}

/** No reason of an example's. */
const OUTDATED = "\u0000";
