import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  check,
  coverageOf,
  defaultSeverityOf,
  type Finding,
  format,
  type Host,
  type Linked,
  link,
  messageOf,
  parse,
  runExamples,
} from "@responses/dsl";
import { EXAMPLES, exampleFiles } from "@responses/testing/mapping-files";
import { describe, expect, test } from "vitest";

const files = exampleFiles().map(({ name, text }) => [name, text] as const);

/** What newcomers learn from has to be flawless: no finding at all, every example right, every rule shown at work. */
describe("the files in examples/", () => {
  test("are at least ten", () => expect(files.length).toBeGreaterThanOrEqual(10));

  test.each(files)("%s", (name) => {
    const linked = linkFile(name);
    expect(check(linked).map(describeFinding)).toEqual([]);
    if (linked.kind !== "mapping") throw new Error(`${name} is refused`);
    const results = runExamples(linked.mapping);
    expect(results.length).toBeGreaterThanOrEqual(name.includes("before-") ? 2 : 4);
    expect(
      results.filter(({ difference }) => difference !== null).map(({ example }) => example.model.body),
    ).toEqual([]);
    const idle = coverageOf(linked.mapping, results).filter(({ decides }) => decides.length === 0);
    expect(idle.map(({ rule }) => rule.statement.syntax.text)).toEqual([]);
  });

  test.each(files)("%s is laid out as fmt does it", (_name, text) => {
    expect(format(text)).toBe(text);
  });

  test.each(files)("%s says where its responses come from", (name, text) => {
    if (name.startsWith("shared/")) return;
    const header = text.split("\nsystem ")[0] ?? "";
    expect(header).toMatch(/https:\/\/|guide/i);
  });
});

function linkFile(name: string): Linked {
  return link(readMapping(join(EXAMPLES, name)), host);
}

function readMapping(path: string) {
  return parse(path, readFileSync(path));
}

const host: Host = {
  resolve: (from, include) => resolve(dirname(from), include),
  load: (path) => (existsSync(path) ? readMapping(path) : null),
};

function describeFinding(finding: Finding): string {
  const { source } = parse(finding.file, readFileSync(finding.file)).tree;
  const { line } = source.positionAt(finding.span.start);
  const place = `${relative(EXAMPLES, finding.file)}:${line + 1}`;
  return `${place} ${defaultSeverityOf(finding.name)} ${finding.name}: ${messageOf(finding)}`;
}
