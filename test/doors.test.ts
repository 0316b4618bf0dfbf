import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/*
 * Who comes through the library's doors: its own tests too, but for a few that say why they do not; and all that stands in
 * the door of tools, editor.ts, is needed by somebody. (docs/library.md and its test look after the door of users.)
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const LIBRARY_TESTS = "packages/dsl/test";

/** The sources and tests below a folder, but for what is installed, built or kept for the next run. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return /^(node_modules|dist|\.cache|fixtures)$/.test(entry.name) ? [] : filesBelow(path);
    return /\.(ts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function textOf(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** The files of the library's tests that import what no door exports. Each says why, above the first such import. */
const IMPORT_INTERNALS: readonly string[] = [
  "analysis/made-up-response.test.ts",
  "analysis/opposite-words.test.ts",
  "analysis/verdict-names.test.ts",
  "analysis/verdict-words.test.ts",
  "bodies/body-names.test.ts",
  "bodies/json-outline.test.ts",
  "bodies/outlines-and-runtime.test.ts",
  "bodies/rewritten-body.test.ts",
  "bodies/xml-reach.test.ts",
  "comparison/rule-edits.test.ts",
  "compile/many-between.test.ts",
  "compile/pass-counters.test.ts",
  "compile/refusal.test.ts",
  "compile/work-counters.test.ts",
  "docs/checks.test.ts",
  "explain/trace.test.ts",
  "findings/suggested-fixes.test.ts",
  "gaps/gaps.test.ts",
  "incremental/pieces.test.ts",
  "incremental/versioned-map.test.ts",
  "matching/capture-index.test.ts",
  "matching/matcher.test.ts",
  "matching/rule-index.test.ts",
  "matching/unescaped-body.test.ts",
  "model/chain-field.test.ts",
  "model/rule-order.test.ts",
  "model/xml-path.test.ts",
  "plan/plan-mapping.test.ts",
  "plan/relations-small-world.test.ts",
  "plan/relations.test.ts",
  "project/problem-list.test.ts",
  "reachability/bounds.test.ts",
  "reachability/known-reachability.test.ts",
  "reachability/large-responses.test.ts",
  "reachability/reachability.test.ts",
  "reachability/rules-by-text.test.ts",
  "reachability/worst-cases.test.ts",
  "runtime/between-field.test.ts",
  "runtime/between-texts.test.ts",
  "runtime/decimal.test.ts",
  "runtime/few-text-scan.test.ts",
  "runtime/form-field.test.ts",
  "runtime/json-field.test.ts",
  "runtime/json-pass-agreement.ts",
  "runtime/json-pass.test.ts",
  "runtime/json-reference.ts",
  "runtime/large-bodies.test.ts",
  "runtime/name-table.test.ts",
  "runtime/pass-hosts.test.ts",
  "runtime/text-matching.test.ts",
  "runtime/text-scan.test.ts",
  "runtime/unescaped-json.test.ts",
  "runtime/utf8.test.ts",
  "runtime/wasm-binaries.test.ts",
  "runtime/xml-against-saxes.test.ts",
  "runtime/xml-field.test.ts",
  "runtime/xml-pass-agreement.ts",
  "runtime/xml-pass.test.ts",
  "runtime/xml-picks.ts",
  "runtime/xml-reference.ts",
  "runtime/xml-well-formed.test.ts",
  "solver/clause-search.test.ts",
  "solver/number-text.test.ts",
  "support/interpreter.ts",
  "support/wishes.ts",
  "syntax/broken-by-thousands.test.ts",
  "syntax/certain-fixes.test.ts",
  "syntax/expected-at.test.ts",
  "syntax/explanations-apart.test.ts",
  "syntax/unseen-characters.test.ts",
  "syntax/written-place.test.ts",
  "synthesis/body-templates.test.ts",
  "synthesis/natural-bodies.test.ts",
  "synthesis/other-bodies.test.ts",
  "synthesis/random-wishes.test.ts",
  "synthesis/real-mappings.test.ts",
  "text/case-folding.test.ts",
  "text/character-classes.test.ts",
  "text/leading-count.test.ts",
  "text/similarity.test.ts",
];

describe("the library's tests", () => {
  test("import internals nowhere but here", () => {
    const importing = filesBelow(LIBRARY_TESTS).filter((path) => /from "(\.\.\/)+src\//.test(textOf(path)));
    expect(importing.map((path) => path.slice(LIBRARY_TESTS.length + 1)).sort()).toEqual(IMPORT_INTERNALS);
  });

  test.each(IMPORT_INTERNALS)("%s says why", (name) => {
    const reason = /^\/\/ Imports internals: (.+)\nimport [^;]* from "(?:\.\.\/)+src\//m.exec(
      textOf(`${LIBRARY_TESTS}/${name}`),
    );
    expect(reason?.[1]).toMatch(/^.{20,}\.$/);
  });
});

test("every name of the door of tools is used outside the library", () => {
  const exported = [
    ...textOf("packages/dsl/src/editor.ts").matchAll(/^export (?:type )?\{([^}]*)\} from ".*";$/gm),
  ]
    .flatMap(([, list = ""]) => namesIn(list))
    .map((name) => name.replace(/^.* as /, ""));
  expect(exported.length).toBeGreaterThan(100);
  const used = new Set(
    ["packages", "bench", "campaigns"]
      .flatMap(filesBelow)
      .filter((path) => !path.startsWith("packages/dsl/src/"))
      .flatMap((path) => [
        ...textOf(path).matchAll(/^(?:im|ex)port (?:type )?\{([^}]*)\} from "@responses\/dsl\/editor";$/gm),
      ])
      .flatMap(([, list = ""]) => namesIn(list))
      .map((name) => name.replace(/ as .*$/, "")),
  );
  expect(exported.filter((name) => !used.has(name))).toEqual([]);
});

function namesIn(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim().replace(/^type /, ""))
    .filter((name) => name !== "");
}
