import type { Mapping } from "@responses/dsl";
import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import { build, transform } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compiled } from "../support/compiled-module.js";

/*
 * What a bundle carries of a module. `classify` gives the number of a rule: where nobody imports anything else there is nothing of
 * captures, nor of labels, to the byte.
 */

const MODULE = "mapping.mjs";

/** A bundle that holds these of the module's exports, minified. */
async function bundleOf(mapping: Mapping, exported: string): Promise<string> {
  const { code } = compiled(mapping, { format: "esm", source: "mapping.responses" });
  const { outputFiles } = await build({
    stdin: { contents: `export { ${exported} } from "${MODULE}";` },
    bundle: true,
    format: "esm",
    write: false,
    plugins: [
      {
        name: "module",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^mapping\.mjs$/ }, ({ path }) => ({ path, namespace: "module" }));
          onLoad({ filter: /^mapping\.mjs$/, namespace: "module" }, () => ({ contents: code }));
        },
      },
    ],
  });
  // Apart from bundling, since esbuild chooses short names by the parts of a module that it leaves out, too.
  return (await transform(outputFiles[0]?.text ?? "", { minify: true, format: "esm" })).code;
}

/** The same rules without labels and captures. */
function rulesOf(mapping: Mapping): Mapping {
  const rules = mapping.rules.map((rule) => ({
    ...rule,
    model: { ...rule.model, label: { kind: "none" } as const },
  }));
  return { ...mapping, rules, captures: [] };
}

describe("a bundle that imports only `classify`", () => {
  test("holds what it would without labels and captures", async () => {
    await fc.assert(
      fc.asyncProperty(mappingText, async (text) => {
        const mapping = mappingOf(text);
        expect(await bundleOf(mapping, "classify")).toBe(await bundleOf(rulesOf(mapping), "classify"));
      }),
      randomRuns(40),
    );
  });

  const FIELDS = [
    'json "$.captured"',
    'json "$.captured[-1]"',
    'xml "//captured/@id"',
    'form "captured"',
    'split "\u00e9" part 2',
    'between "captured" and "\u00e9"',
    'json "$.captured" xml "//captured"',
    'xml "//captured" form "captured"',
    'form "captured" between "captured" and "\u00e9"',
  ];

  const RULES = [
    "success status 201\n",
    'success keyword "sold"\n',
    'success keyword "verkauft f\u00fcr"\nreject word "sold"\n',
    'success status 200 and keyword "sold"\n',
    'success json "$.sold" exact "yes"\n',
    'success xml "//sold" empty\nreject form "sold" above 3\n',
    'success json "$.sold" form "sold" keyword "yes"\n',
    'success split "\u00fc" part 3 exact "yes"\n',
  ];

  test.each(FIELDS)("holds nothing of a capture and a label from %s", async (field) => {
    for (const rules of RULES) {
      const mapping =
        mappingOf(`${rules}error json "$.sold" exact "no" as ${field}\ncapture capturedName from ${field}
capture other from ${field} for success\n`);
      const bundle = await bundleOf(mapping, "classify");
      expect(bundle).not.toMatch(/captured/i);
      expect(bundle).toBe(await bundleOf(rulesOf(mapping), "classify"));
      expect(await bundleOf(mapping, "match")).toMatch(/capturedName/);
    }
  });

  test("does not hold the rules", async () => {
    const mapping = mappingOf('success keyword "sold"\nreject keyword "duplicate" as "Sent before"\n');
    expect(await bundleOf(mapping, "classify")).not.toContain("Sent before");
    expect(await bundleOf(mapping, "classify, rules")).toContain("Sent before");
  });
});
