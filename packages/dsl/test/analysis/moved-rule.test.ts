import { applyFixes, type ExampleResult, link, type Mapping, parse, runExamples } from "@responses/dsl";
import { analyseAtOnce, located } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { randomFile } from "@responses/testing/random-files";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";

/*
 * A rule that an example was meant for, and that the fix moves up, makes the example get its verdict; all that passed still
 * pass, and nothing but the place of one statement is another.
 */

const HOST = { resolve: (_from: string, path: string) => path, load: () => null };

function mappingOf(text: string): Mapping | null {
  const linked = link(parse("main.responses", text), HOST);
  return linked.kind === "mapping" ? linked.mapping : null;
}

function statementsOf(text: string): readonly string[] {
  const { statements } = parse("", text).tree;
  return statements.map(({ syntax }) =>
    syntax.text.slice(syntax.span.from, syntax.span.to).replace(/\s+/g, " "),
  );
}

function isRight({ example, verdict }: ExampleResult): boolean {
  return example.model.verdict.outcome === verdict.outcome;
}

const RUNS = runs(300);

test("a rule that is moved up does what the fix promises", () => {
  let moved = 0;
  for (let seed = firstSeed(1); seed < firstSeed(1) + RUNS; seed++) {
    const random = new Random(seed);
    const whole = randomFile(random, random.integer(4, 20), []);
    const text = random.chance(0.5) ? whole : whole.trimEnd();
    const mapping = mappingOf(text);
    if (mapping === null) continue;
    const before = runExamples(mapping);
    const { findings } = analyseAtOnce({ kind: "mapping", mapping, findings: [] });
    for (const finding of findings) {
      if (finding.name !== "example-fails") continue;
      for (const fix of finding.fixes) {
        const fixed = applyFixes(text, [fix]).text;
        const after = runExamples(mappingOf(fixed) ?? mapping);
        const said = `with RESPONSES_SEED=${seed}: ${fix.title}\n${text}\n---\n${fixed}`;
        expect([...statementsOf(fixed)].sort(), said).toEqual([...statementsOf(text)].sort());
        const at = mapping.examples.findIndex(
          ({ statement, model }) => statement.start + model.verdictSpan.from === finding.span.start,
        );
        expect(after[at] !== undefined && isRight(after[at]), said).toBe(true);
        before.forEach((result, index) => {
          if (result.difference === null) expect(after[index]?.difference, said).toBeNull();
        });
        moved++;
      }
    }
    expect(located(mapping.file, "example").length).toBe(before.length);
  }
  if (RUNS > 100) expect(moved).toBeGreaterThan(20);
});
