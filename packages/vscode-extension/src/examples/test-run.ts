import type { ExampleReport, ExampleResults } from "@responses/lsp";
import {
  type CancellationToken,
  FileCoverage,
  Location,
  StatementCoverage,
  TestCoverageCount,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunRequest,
  type Uri,
} from "vscode";
import { counted } from "../counted.js";
import { exampleTests } from "./example-items.js";
import { rangeOf, type TestTree } from "./test-tree.js";

/** The rules of a file with how many examples each decides: what the gutter shows of a run with coverage. */
export class RuleCoverage extends FileCoverage {
  readonly statements: readonly StatementCoverage[];

  constructor(uri: Uri, rules: ExampleResults["rules"]) {
    const covered = rules.filter(({ decides }) => decides > 0).length;
    super(uri, new TestCoverageCount(covered, rules.length));
    this.statements = rules.map(({ range, decides }) => new StatementCoverage(decides, rangeOf(range)));
  }
}

/** How many of a file's examples were run, and how many of them pass. */
export interface RunCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs what a request asks for: whole files, or single examples of them. */
export async function runRequested(
  request: TestRunRequest,
  tree: TestTree,
  run: TestRun,
  token: CancellationToken,
  withCoverage: boolean,
): Promise<RunCounts> {
  let passed = 0;
  let failed = 0;
  for (const [file, wanted] of wantedOf(request, tree)) {
    if (token.isCancellationRequested) break;
    const counts = await runFile(file, wanted, request.exclude ?? [], tree, run, withCoverage);
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}

/** The files of a request, each with the ids of the examples that are wanted; null for all of them. */
function wantedOf(
  { include }: TestRunRequest,
  tree: TestTree,
): ReadonlyMap<TestItem, ReadonlySet<string> | null> {
  const wanted = new Map<TestItem, Set<string> | null>();
  for (const item of include ?? tree.files) {
    const file = item.parent ?? item;
    if (item.parent === undefined) wanted.set(file, null);
    else if (!wanted.has(file)) wanted.set(file, new Set([item.id]));
    else wanted.get(file)?.add(item.id);
  }
  return wanted;
}

async function runFile(
  file: TestItem,
  wanted: ReadonlySet<string> | null,
  excluded: readonly TestItem[],
  tree: TestTree,
  run: TestRun,
  withCoverage: boolean,
): Promise<RunCounts> {
  const { uri } = file;
  if (uri === undefined || excluded.includes(file)) return { passed: 0, failed: 0 };
  const results = await tree.load(file);
  if (results === null) {
    run.errored(file, new TestMessage("the file cannot be read"));
    return { passed: 0, failed: 1 };
  }
  let passed = 0;
  let failed = 0;
  for (const { id, report } of exampleTests(results.examples)) {
    const item = file.children.get(id);
    if (item === undefined || excluded.includes(item) || !(wanted?.has(id) ?? true)) continue;
    run.started(item);
    if (report.passed && results.asItWas === null) {
      passed++;
      run.passed(item);
    } else {
      failed++;
      run.failed(item, messageFor(report, results.asItWas, uri));
    }
  }
  const all = counted(passed + failed, "example");
  run.appendOutput(`${file.label}: ${passed} of ${all} pass\r\n`);
  if (withCoverage && results.rules.length > 0) run.addCoverage(new RuleCoverage(uri, results.rules));
  return { passed, failed };
}

/** Why an example fails, with what it expects and what it gets side by side. */
function messageFor(report: ExampleReport, asItWas: string | null, uri: Uri): TestMessage {
  const { passed, actual, expected, range } = report;
  const reason = report.message ?? "it passed";
  const text = asItWas === null ? reason : `the mapping cannot be run now (${asItWas}: ${reason})`;
  const message =
    passed || actual === null || actual === expected
      ? new TestMessage(text)
      : TestMessage.diff(text, expected, actual);
  message.location = new Location(uri, rangeOf(range));
  return message;
}
