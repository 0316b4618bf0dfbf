import { finish } from "@responses/testing/finish";
import { describe, expect, test } from "vitest";
import { workspaceSymbols } from "../../src/features/outline/workspace-symbols.js";
import { matchOf } from "../../src/features/search/query-match.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { uriOf, workspaceOf } from "../support/memory-workspace.js";

/* `query`: what somebody types; `found`: the names in order, with their places. */

const cases = fixturesOf("workspace-symbols").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { workspace } = await workspaceWith(fixture, variant);
  const documents = await workspace.allDocuments();
  const symbols = finish(workspaceSymbols(fixture.expected.get("query") ?? "", documents));
  const lines = symbols.map(({ name, containerName, location }) => {
    if (!("range" in location)) throw new Error("every symbol has a place");
    expect(location.uri).toBe(uriOf(containerName ?? ""));
    return `${name} | ${containerName}:${location.range.start.line + 1}`;
  });
  expect(lines.join("\n")).toBe(fixture.expected.get("found"));
});

test("reading can be watched and given up", async () => {
  const workspace = workspaceOf({ "a.responses": "", "b.responses": "", "c.responses": "" });
  const steps: string[] = [];
  const stop = new Error("given up");
  const reading = workspace.allDocuments((done, all) => {
    steps.push(`${done} of ${all}`);
    if (done === 1) throw stop;
  });
  await expect(reading).rejects.toBe(stop);
  expect(steps).toEqual(["0 of 3", "1 of 3"]);
});

describe("how well a name answers", () => {
  test.each([
    ["duplicate", "Duplicate", 0],
    ["dup", "Duplicate", 1],
    ["dem", "No Demand", 2],
    ["mand", "No Demand", 3],
    ["o d", "No Do demand", 3],
    ["no demand", "NoDemand", 4],
    ["ndmd", "No Demand", 4],
    ["", "anything", 1],
    ["x", "anything", null],
    ["dn", "No Demand".slice(3), 4],
  ])("%j to %j: %j", (query, name, match) => {
    expect(matchOf(query, name)).toBe(match);
  });
});
