import { counted } from "@responses/dsl/editor";
import type { ExampleResults } from "@responses/lsp";
import {
  type CancellationToken,
  FileCoverage,
  StatementCoverage,
  TestCoverageCount,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunRequest,
  type Uri,
} from "vscode";
import { exampleTests } from "./example-items.js";
import { messageFor } from "./example-message.js";
import type { ShownResult, ShownResults } from "./shown-results.js";
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

/** How many examples pass and how many fail. */
export interface RunCounts {
  readonly passed: number;
  readonly failed: number;
  /** Says that this is how they went before a statement was broken; null for how they go now. */
  readonly asItWas: string | null;
}

const NOTHING_RUN: RunCounts = { passed: 0, failed: 0, asItWas: null };

/** Runs what a request asks for: whole files, or single examples of them. */
export async function runRequested(
  request: TestRunRequest,
  tree: TestTree,
  run: TestRun,
  token: CancellationToken,
  withCoverage: boolean,
  shown: ShownResults,
): Promise<RunCounts> {
  let counts = NOTHING_RUN;
  for (const [file, wanted] of wantedOf(request, tree)) {
    if (token.isCancellationRequested) break;
    counts = sumOf(
      counts,
      await runFile(file, wanted, request.exclude ?? [], tree, run, withCoverage, shown),
    );
  }
  return counts;
}

function sumOf(a: RunCounts, b: RunCounts): RunCounts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, asItWas: a.asItWas ?? b.asItWas };
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
  shown: ShownResults,
): Promise<RunCounts> {
  const { uri } = file;
  if (uri === undefined || excluded.includes(file)) return NOTHING_RUN;
  const results = await tree.load(file);
  if (results === null) {
    run.errored(file, new TestMessage("the file cannot be read"));
    return { ...NOTHING_RUN, failed: 1 };
  }
  const { examples, rules, asItWas } = results;
  let passed = 0;
  let failed = 0;
  const ran = new Map<string, ShownResult>();
  for (const { id, report } of exampleTests(examples)) {
    const item = file.children.get(id);
    if (item === undefined || excluded.includes(item) || !(wanted?.has(id) ?? true)) continue;
    run.started(item);
    ran.set(id, report.passed ? null : (report.message ?? ""));
    if (report.passed) {
      passed++;
      run.passed(item);
    } else {
      failed++;
      run.failed(item, messageFor(report, asItWas, uri));
    }
  }
  shown.ran(file, ran);
  const remark = asItWas === null ? "" : `, ${asItWas}`;
  run.appendOutput(`${file.label}: ${passed} of ${counted(passed + failed, "example")} pass${remark}\r\n`);
  if (withCoverage && rules.length > 0) run.addCoverage(new RuleCoverage(uri, rules));
  return { passed, failed, asItWas };
}
