import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
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
} from "../src/index.js";

const folder = fileURLToPath(new URL("../../../examples/", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".responses"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();

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

  test.each(files)("%s is laid out as fmt does it", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    expect(format(text)).toBe(text);
  });

  test.each(files)("%s says where its responses come from", (name) => {
    if (name.startsWith("shared/")) return;
    const header = readFileSync(join(folder, name), "utf8").split("\nsystem ")[0] ?? "";
    expect(header).toMatch(/https:\/\/|guide/i);
  });
});

function linkFile(name: string): Linked {
  return link(readMapping(join(folder, name)), host);
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
  const place = `${relative(folder, finding.file)}:${line + 1}`;
  return `${place} ${defaultSeverityOf(finding.name)} ${finding.name}: ${messageOf(finding)}`;
}
