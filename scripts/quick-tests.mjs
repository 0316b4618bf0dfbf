// `npm run test:quick`: the tests while one works, in less than a minute on two processors. It runs what is built: random tests with
// few of their runs, and all files but those that are listed here, with the reason for each. `npm test` runs everything.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import "./require-node.mjs";
import { root } from "./step.mjs";
import { inSeconds } from "./test-results.mjs";
import { runTests } from "./vitest.mjs";

/**
 * The test files that a quick run leaves out. Each stands in CONTRIBUTING.md, too.
 *
 * @type {readonly { readonly path: string, readonly reason: string }[]}
 */
export const LEFT_OUT = [
  {
    path: "packages/cli/test/baseline-writing.test.ts",
    reason: "starts the command and git dozens of times",
  },
  { path: "packages/cli/test/baseline.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/check-fixes.test.ts", reason: "starts the command and git dozens of times" },
  { path: "packages/cli/test/check.test.ts", reason: "starts the command dozens of times" },
  {
    path: "packages/cli/test/compile-folder.test.ts",
    reason: "starts the command and TypeScript dozens of times",
  },
  {
    path: "packages/cli/test/compile-shared-runtime.test.ts",
    reason: "starts the command and TypeScript dozens of times",
  },
  { path: "packages/cli/test/compile.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/dead-output.test.ts", reason: "starts the command dozens of times" },
  {
    path: "packages/cli/test/diff-accepted-file.test.ts",
    reason: "starts the command and git dozens of times",
  },
  {
    path: "packages/cli/test/diff-accepted.test.ts",
    reason: "starts the command and git dozens of times",
  },
  { path: "packages/cli/test/diff-failures.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/diff-submodules.test.ts", reason: "starts the command and git dozens of times" },
  { path: "packages/cli/test/diff.test.ts", reason: "starts the command and git dozens of times" },
  { path: "packages/cli/test/docs-in-browser.test.ts", reason: "opens pages in Chromium" },
  { path: "packages/cli/test/docs.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/fails-closed.test.ts", reason: "starts the command hundreds of times" },
  { path: "packages/cli/test/kills.test.ts", reason: "kills the command hundreds of times" },
  { path: "packages/cli/test/leftovers.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/match-explain.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/match.test.ts", reason: "starts the command dozens of times" },
  { path: "packages/cli/test/ndjson-summary.test.ts", reason: "gives the command large streams" },
  { path: "packages/cli/test/ndjson.test.ts", reason: "gives the command large streams" },
  { path: "packages/dsl/test/analysis/memory.test.ts", reason: "measures the heap over thousands of edits" },
  {
    path: "packages/dsl/test/compile/extremes.test.ts",
    reason: "reads bodies that are huge, in every way to run a mapping",
  },
  {
    path: "packages/dsl/test/compile/memory-of-shapes.test.ts",
    reason: "judges bodies of 8 MB, each in a process of its own",
  },
  {
    path: "packages/dsl/test/project/problem-list.test.ts",
    reason: "puts a module in the place of one that files share there",
  },
  { path: "packages/dsl/test/runtime/large-bodies.test.ts", reason: "reads bodies of 10 MB" },
  {
    path: "packages/dsl/test/syntax/broken-by-thousands.test.ts",
    reason: "puts a module in the place of one that files share there",
  },
  {
    path: "packages/dsl/test/syntax/explanations-apart.test.ts",
    reason: "puts a module in the place of one that files share there",
  },
  { path: "packages/dsl/test/syntax/hostile-texts.test.ts", reason: "reads huge texts" },
  {
    path: "packages/dsl/test/syntax/robustness.test.ts",
    reason: "edits every mapping file of the repository",
  },
  {
    path: "packages/dsl/test/syntax/single-mistakes.test.ts",
    reason: "tries every single slip in every statement",
  },
  { path: "packages/lsp/test/editors/eglot.test.ts", reason: "starts Emacs" },
  {
    path: "packages/lsp/test/features/action-promises.test.ts",
    reason: "carries out every action that any fixture offers",
  },
  { path: "packages/lsp/test/server/compare.test.ts", reason: "starts the server and git many times" },
  {
    path: "packages/lsp/test/server/hostile-sessions.test.ts",
    reason: "has the server answer thousands of hostile messages",
  },
  {
    path: "packages/lsp/test/server/one-function-finds.test.ts",
    reason: "asks the command and the server about every file",
  },
  { path: "packages/lsp/test/server/random-edits.test.ts", reason: "compares servers after many edits" },
  { path: "packages/lsp/test/server/reading-progress.test.ts", reason: "waits for files that come slowly" },
  { path: "packages/playground/test/page.test.ts", reason: "builds a page and opens it in a browser" },
  { path: "test/action/comment.test.ts", reason: "runs the whole action on repositories, many times" },
  { path: "test/action/events.test.ts", reason: "runs the whole action on repositories, many times" },
  { path: "test/action/install.test.ts", reason: "packs the command and installs it with npm" },
  { path: "test/action/run.test.ts", reason: "runs the whole action on repositories, many times" },
  { path: "test/build.test.ts", reason: "starts what was built, in many forms" },
  { path: "test/ci-page.test.ts", reason: "installs the command with npm and runs what the page shows" },
  { path: "test/demo.test.ts", reason: "runs the demo" },
  { path: "test/layers.test.ts", reason: "runs dependency-cruiser, also on planted violations" },
  { path: "test/packed.test.ts", reason: "packs what is published, and installs it" },
  { path: "test/pre-commit.test.ts", reason: "starts pre-commit, where there is one" },
  { path: "test/scale.test.ts", reason: "checks hundreds of large mapping files" },
];

/** Of the runs that a random test usually makes. */
const RUNS = "5%";

/** What tests of processes start. */
const BUILT = [
  "packages/dsl/dist/index.js",
  "packages/cli/dist/responses.mjs",
  "packages/cli/dist/language-server.mjs",
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = BUILT.find((path) => !existsSync(join(root, path)));
  if (missing === undefined) {
    const excluded = LEFT_OUT.map(({ path }) => `--exclude "${path}"`).join(" ");
    // Files share the modules of their worker: loading them anew for each would take longer than most tests.
    const { passed, failed } = await runTests(`--no-isolate ${excluded}`, {
      RESPONSES_RUNS: process.env.RESPONSES_RUNS || RUNS,
    });
    const width = Math.max(...LEFT_OUT.map(({ path }) => path.length));
    process.stdout.write("\nleft out (`npm test` runs them):\n");
    for (const { path, reason } of LEFT_OUT) process.stdout.write(`  ${path.padEnd(width)}  ${reason}\n`);
    process.stdout.write(`${inSeconds(performance.now())}; ${passed} passed, ${failed} failed\n`);
    process.exitCode = failed === 0 ? 0 : 1;
  } else {
    process.stdout.write(`There is no ${missing}: run \`npm run build\` first.\n`);
    process.exitCode = 1;
  }
}
