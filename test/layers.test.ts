import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: { readonly totalCruised: number; readonly violations: readonly Violation[] };
}

/** What `npm run layers` looks at: folders, since links in node_modules would lead a glob round in circles. */
const ROOTS = ["packages", "test", "campaigns", "bench", "scripts", "action"];

const PACKAGES = readdirSync(join(root, "packages"));

async function cruise(folder: string): Promise<Cruise> {
  const args = [cruiser, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...ROOTS];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout) as Cruise;
}

test("the layer rule is kept, and modules are really read", async () => {
  const { summary } = await cruise(root);
  expect(summary.violations).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(50);
});

/** Each text, added as a file of its own, breaks the rules of the given names and no others. */
const PLANTED: readonly (readonly [file: string, text: string, rules: readonly string[]])[] = [
  ["dsl/src/text/up.ts", 'import "../findings/quoted.js";', ["dsl-text-imports-only-rooms-before-it"]],
  [
    "dsl/src/syntax/up-for-a-type.ts",
    'import type { Mapping } from "../model/mapping.js"; export type Planted = Mapping;',
    ["dsl-syntax-imports-only-rooms-before-it"],
  ],
  [
    "dsl/src/runtime/up.ts",
    'export { SourceText } from "../text/source-text.js";',
    ["dsl-runtime-imports-only-rooms-before-it"],
  ],
  ["dsl/src/findings/words.ts", 'import "../syntax/vocabulary.js";', []],
  [
    "dsl/src/findings/tokens.ts",
    'import "../syntax/tokens.js";',
    ["dsl-findings-imports-only-rooms-before-it"],
  ],
  ["dsl/src/runtime/package.ts", 'import "chevrotain";', ["runtime-imports-no-package"]],
  ["dsl/src/analysis/entry.ts", 'import "../index.js";', ["dsl-analysis-imports-only-rooms-before-it"]],
  [
    "dsl/src/analysis/facts/up.ts",
    'import "../suggested-tests/field-test.js";',
    ["dsl-analysis-facts-imports-only-parts-before-it"],
  ],
  ["dsl/src/analysis/checks/other.ts", 'import "./untested-rule.js";', ["dsl-checks-know-no-other-check"]],
  ["dsl/src/analysis/witnesses/mapping.ts", 'import "../analysed-mapping.js";', []],
  ["dsl/src/helpers/room.ts", 'import "../text/span.js";', ["dsl-has-no-other-rooms"]],
  ["dsl/src/text/node.ts", 'import "node:fs";', ["dsl-imports-chevrotain-alone"]],
  ["dsl/src/text/package.ts", 'import "saxes";', ["dsl-imports-chevrotain-alone"]],
  ["dsl/src/syntax/package.ts", 'import "chevrotain";', []],
  [
    "dsl/src/text/test.ts",
    'import "../../test/support/compiled-module.js";',
    ["dsl-imports-chevrotain-alone", "sources-import-no-tests"],
  ],
  ["cli/src/runs/inner.ts", 'import "../../../dsl/src/text/span.js";', ["packages-through-their-entry"]],
  ["cli/src/runs/entry.ts", 'import "@responses/dsl"; import "@responses/node-host";', []],
  ["cli/src/loose.ts", 'import "./terminal/safe.js";', ["cli-has-no-other-rooms"]],
  [
    "cli/src/runs/up.ts",
    'import type { Conclusion } from "../report/conclusion.js"; export type Planted = Conclusion;',
    ["cli-runs-imports-only-rooms-before-it"],
  ],
  ["cli/src/pages/terminal.ts", 'import "../terminal/safe.js";', ["cli-pages-imports-only-rooms-before-it"]],
  ["cli/src/runs/mapping-page.ts", 'import "../pages/mapping-page.js";', []],
  ["cli/src/report/down.ts", 'import "../runs/check-run.js";', []],
  ["lsp/src/inner.ts", 'import "../../node-host/src/folders.js";', ["packages-through-their-entry"]],
  ["node-host/src/inner.ts", 'import "../../dsl/src/text/span.js";', ["packages-through-their-entry"]],
  ["node-host/src/package.ts", 'import "commander";', ["no-unresolvable", "node-host-knows-files-alone"]],
  ["node-host/src/server.ts", 'import "../../lsp/src/node.js";', ["node-host-knows-files-alone"]],
  ["node-host/src/node.ts", 'import "node:fs"; import "@responses/dsl";', []],
  ["reporting/src/node.ts", 'import "node:fs";', ["reporting-prints-nothing"]],
  ["reporting/src/files.ts", 'import "@responses/node-host"; import "@responses/dsl/editor";', []],
  ["build/src/core/bundler.ts", 'import "esbuild";', ["build-imports-no-bundler"]],
  ["build/src/core/adapter.ts", 'import "../adapters/options.js";', []],
  ["build/src/core/door.ts", 'import "../vite.js";', ["build-core-knows-no-door"]],
  ["playground/src/editor/node.ts", 'import "node:fs";', ["playground-is-a-page"]],
  [
    "playground/src/page/files.ts",
    'import "@responses/node-host";',
    ["no-unresolvable", "playground-is-a-page"],
  ],
  [
    "playground/src/page/message.ts",
    'import type { ClientRequests } from "@responses/lsp"; export type Planted = ClientRequests;',
    [],
  ],
  [
    "playground/src/verdict/shown.ts",
    'import "../page/element.js"; import "@codemirror/view";',
    ["playground-verdicts-know-no-page"],
  ],
  [
    "cli/src/runs/page.ts",
    'import "../../../playground/src/link/shared-page.js";',
    ["nothing-imports-the-playground", "packages-through-their-entry"],
  ],
  [
    "lsp/src/workspace/graph/up.ts",
    'import "../../features/presentation/excerpt.js";',
    ["lsp-workspace-knows-no-features"],
  ],
  [
    "lsp/src/workspace/repair/up.ts",
    'import type { DocumentNode } from "../graph/document-graph.js"; export type Planted = DocumentNode;',
    ["lsp-workspace-repair-imports-only-rooms-before-it"],
  ],
  [
    "lsp/src/workspace/files/up.ts",
    'import "../workspace.js";',
    ["lsp-workspace-files-imports-only-rooms-before-it"],
  ],
  [
    "lsp/src/features/rename/wiring.ts",
    'import "../../server/session/session.js";',
    ["lsp-features-know-no-wiring"],
  ],
  [
    "lsp/src/features/hover/queue.ts",
    'import "../../workspace/workspace.js";',
    ["lsp-features-take-documents-of-the-facade"],
  ],
  ["lsp/src/features/folding/other.ts", 'import "../hover/hover.js";', ["lsp-features-share-rooms-only"]],
  ["lsp/src/features/loose.ts", 'import "./hover/hover.js";', ["lsp-features-of-one-file-share-rooms-only"]],
  [
    "lsp/src/features/presentation/feature.ts",
    'import "../symbols/symbol.js";',
    ["lsp-presentation-knows-no-feature"],
  ],
  [
    "lsp/src/features/completion/items/source.ts",
    'import "../sources/status-names.js";',
    ["lsp-completion-items-know-no-sources"],
  ],
  [
    "lsp/src/features/completion/place/item.ts",
    'import "../items/template.js";',
    ["lsp-completion-place-knows-no-sources"],
  ],
  [
    "lsp/src/server/requests/other.ts",
    'import "./hover.js";',
    ["lsp-requests-import-features-and-the-session"],
  ],
  [
    "lsp/src/server/requests/wiring.ts",
    'import "../diagnostics/diagnostics.js";',
    ["lsp-requests-import-features-and-the-session"],
  ],
  ["lsp/src/server/session/request.ts", 'import "../requests/hover.js";', ["lsp-session-knows-no-requests"]],
  ["lsp/src/server/client/session.ts", 'import "../session/session.js";', ["lsp-client-profile-comes-first"]],
  ["lsp/src/platform/server.ts", 'import "../server/server.js";', ["lsp-platform-serves-files-only"]],
  ["lsp/src/features/hover/shown.ts", 'import "../presentation/excerpt.js";', []],
  ["lsp/test/inner.ts", 'import "../../dsl/src/text/span.js";', ["packages-through-their-entry"]],
  [
    "lsp/test/of-others.ts",
    'import "../../dsl/test/support/compiled-module.js";',
    ["tests-import-no-others-tests"],
  ],
  ["lsp/test/of-its-own.ts", 'import "./support/server-process.js";', []],
  [
    "cli/test/of-others.ts",
    'import "../../lsp/test/support/server-process.js";',
    ["tests-import-no-others-tests"],
  ],
  [
    "testing/src/of-others.ts",
    'import "../../lsp/test/support/server-process.js";',
    ["tests-import-no-others-tests"],
  ],
  [
    "cli/src/runs/testing.ts",
    'import "../../../testing/src/random.js";',
    ["sources-import-no-tests", "testing-through-its-doors"],
  ],
  ["cli/test/testing.ts", 'import "@responses/testing/random";', []],
  ["cli/test/inner.ts", 'import "../../testing/src/random.js";', ["testing-through-its-doors"]],
  ["cli/src/runs/cycle.ts", 'export * from "./cycle.js";', ["no-cycles"]],
  ["cli/src/runs/nowhere.ts", 'import "./nothing-here.js";', ["no-unresolvable"]],
];

describe("a planted violation is found", () => {
  let folder = "";
  let violations: readonly Violation[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "responses-layers-"));
    for (const path of [".dependency-cruiser.cjs", "package.json", ...ROOTS]) {
      await cp(join(root, path), join(folder, path), { recursive: true, filter: isSource });
    }
    for (const path of [
      "node_modules",
      ...PACKAGES.map((name) => `packages/${name}/node_modules`),
      "campaigns/node_modules",
      "bench/node_modules",
      "test/node_modules",
    ]) {
      await symlink(join(root, path), join(folder, path), "junction");
    }
    for (const [file, text] of PLANTED) {
      const path = join(folder, "packages", file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${text}\n`);
    }
    violations = (await cruise(folder)).summary.violations;
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(PLANTED)("%s: %s", (file, _, rules) => {
    const here = violations.filter(({ from }) => from === `packages/${file}`);
    expect([...new Set(here.map(({ rule }) => rule.name))].sort()).toEqual(rules);
  });
});

function isSource(path: string): boolean {
  return !/[\\/](node_modules|dist)([\\/]|$)/.test(path.slice(root.length - 1));
}
