import { finish } from "@responses/testing/finish";
import { expect, test } from "vitest";
import { codeLensesOf } from "../../src/features/code-lenses.js";
import { gapLensOf, gapsOf } from "../../src/features/gap-lens.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";

/* A fixture of code lenses: a line for each, with the command and the line of the example that it is given. */

test.each(fixturesOf("code-lenses"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const lenses = [...codeLensesOf(document), ...gapLensOf(document, finish(gapsOf(document)))];
  const lines = lenses.map(({ range, command }) => {
    const [uri, line] = command?.arguments ?? [];
    expect(uri).toBe(document.uri);
    const about = typeof line === "number" ? `, line ${line + 1}` : "";
    return `line ${range.start.line + 1}: ${command?.title} → ${command?.command}${about}`;
  });
  expect(lines.join("\n")).toBe(fixture.expected.get("lenses"));
});
