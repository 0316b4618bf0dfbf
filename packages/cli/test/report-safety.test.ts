import { check, type FindingName, link, messageOf, noOtherFiles, parse, type Severity } from "@responses/dsl";
import { FINDING_NAMES } from "@responses/dsl/editor";
import { firstSeed, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import type { AnnotatedRun } from "../src/annotations/annotated-run.js";
import type { Annotation } from "../src/annotations/annotation.js";
import { findingAnnotations } from "../src/annotations/finding-annotations.js";
import { runAsGithub } from "../src/formats/github.js";
import { runAsGitlab } from "../src/formats/gitlab.js";
import { ReportedPaths } from "../src/formats/reported-paths.js";
import { runAsJunit } from "../src/formats/run-junit.js";
import { runAsMarkdown } from "../src/formats/run-markdown.js";
import { runAsSarif } from "../src/formats/sarif.js";
import { conclude } from "../src/report/conclusion.js";
import { EXIT } from "../src/terminal/exit-codes.js";
import { junitCases, saidInGithub, saidInGitlab, saidInSarif } from "./support/read-reports.js";

/*
 * Whatever stands in messages, titles and names of files, no report becomes anything but what it is: no other workflow command, no
 * markup, no broken document.
 */

const PATHS = new ReportedPaths("/nowhere/root", "/nowhere/root");
const SEED = firstSeed(1);

const HOSTILE = [
  "::error::x",
  "\n::add-mask::x",
  "\r\n::set-output name=a::b",
  "##[error]x",
  "%0A::error::x",
  "a,line=1::b",
  "]]><x/>",
  "<script>",
  "&amp;",
  "`` ` ```",
  "@everyone",
  "[a](https://evil.example)",
  "{0}",
  "\u202e\u0007\u001b[31m",
  "\ud800",
  "\ufffe",
  "../../etc",
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), { maxLength: 4 })
  .map((parts) => parts.join(""));

const region = fc
  .tuple(fc.nat(999), fc.nat(99), fc.nat(3), fc.nat(99))
  .map(([line, column, lines, columns]) => ({
    line: line + 1,
    column: column + 1,
    endLine: line + 1 + lines,
    endColumn: lines === 0 ? column + 1 + columns : columns + 1,
  }));

/** A name as the disk may have it: without the character that ends it there. */
const file = text.map((name) => `${name.replaceAll("\0", "")}.responses`);

const annotation: fc.Arbitrary<Annotation> = fc.record({
  kind: fc.constantFrom<FindingName>(...FINDING_NAMES),
  level: fc.constantFrom<Severity>("error", "warning", "hint"),
  message: text,
  file,
  region,
  related: fc.array(fc.record({ file, region, message: text }), { maxLength: 1 }),
  fixes: fc.array(
    fc.record({
      title: text,
      edits: fc.array(fc.record({ region, newText: text }), { minLength: 1, maxLength: 1 }),
    }),
    { maxLength: 1 },
  ),
  fingerprint: fc.constantFrom("0".repeat(16), "1".repeat(16)),
  number: fc.option(fc.nat(3)),
  reason: fc.option(text),
});

const hostileRun: fc.Arbitrary<AnnotatedRun> = fc.record({
  command: fc.constantFrom("check", "test", "diff"),
  isNarrowed: fc.boolean(),
  files: fc.array(file, { maxLength: 2 }),
  annotations: fc.array(annotation, { maxLength: 30 }),
  baselined: fc.option(fc.array(annotation, { maxLength: 3 })),
  accepted: fc.array(annotation, { maxLength: 3 }),
  silenced: fc.array(annotation, { maxLength: 3 }),
  otherwise: text.map((says) => () => says),
  failures: fc.array(fc.record({ message: text, file: fc.option(file) }), { maxLength: 2 }),
  notes: fc.array(text, { maxLength: 2 }),
});

const FAILED = conclude("checked", EXIT.problems, "errors must be fixed");

function holds(property: (run: AnnotatedRun) => void): void {
  fc.assert(fc.property(hostileRun, property), { numRuns: runs(300), seed: SEED });
}

describe("with hostile texts", () => {
  test("annotations are one known command a line, at most ten of a kind", () => {
    holds((run) => {
      const lines = runAsGithub(run, PATHS);
      const counts = { error: 0, warning: 0, notice: 0 };
      for (const line of lines) {
        const [, command = ""] = /^::(error|warning|notice)( [^\n\r:]*)?::[^\n\r]*$/.exec(line) ?? [];
        if (command !== "error" && command !== "warning" && command !== "notice") throw new Error(line);
        counts[command]++;
      }
      expect(Math.max(...Object.values(counts))).toBeLessThanOrEqual(10);
    });
  });

  test("SARIF, Code Quality and JUnit can be read again", () => {
    holds((run) => {
      const sarif = runAsSarif(run, FAILED, PATHS, { version: "0.0.0", pages: null });
      expect(saidInSarif(sarif).map(({ message }) => message)).toEqual(
        [...(run.baselined ?? []), ...run.annotations].map(({ message }) =>
          message.replaceAll("](", "] (").replace(/\{(\d+)\}/g, "{{$1}}"),
        ),
      );
      // The standard would take it for a link.
      for (const message of messagesIn(JSON.parse(sarif))) expect(message).not.toContain("](");
      // All are relative references or URIs of files.
      for (const { artifactLocation } of locationsIn(JSON.parse(sarif)))
        expect(artifactLocation.uri).toMatch(/^(file:\/\/\/)?([\w.!~*'()-]|%[0-9A-F]{2}|\/)*$/);
      const gitlab = runAsGitlab(run, PATHS);
      const { annotations, accepted, failures, notes } = run;
      const all = annotations.length + accepted.length + failures.length + notes.length;
      expect(saidInGitlab(gitlab)).toHaveLength(all);
      for (const document of [sarif, gitlab]) expect(document).not.toMatch(/[\u007f-\u009f\u202a-\u202e]/);
      const said = junitCases(runAsJunit(run, FAILED, PATHS)).filter(({ child }) => child !== null);
      expect(said).toHaveLength(all);
    });
  });

  test("in Markdown all of them are code", () => {
    holds((run) => {
      const markdown = runAsMarkdown(run, FAILED, PATHS);
      marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => {
        expect([
          "space",
          "heading",
          "paragraph",
          "list",
          "list_item",
          "text",
          "strong",
          "codespan",
        ]).toContain(token.type);
      });
    });
  });
});

function locationsIn(value: unknown): readonly { readonly artifactLocation: { readonly uri: string } }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "artifactLocation" in value ? [value as { readonly artifactLocation: { readonly uri: string } }] : [];
  return [...own, ...Object.values(value).flatMap(locationsIn)];
}

/** All that is for people to read: a fix's new text is none of it. */
function messagesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === "insertedContent" ? [] : key === "text" ? [String(member)] : messagesIn(member),
  );
}

describe("what is too much", () => {
  const many = (level: Severity, count: number): readonly Annotation[] =>
    Array.from({ length: count }, (_, index) => ({
      kind: "syntax",
      level,
      message: `${level} ${index} ${"y".repeat(5000)}`,
      file: "a.responses",
      region: { line: index + 1, column: 1, endLine: index + 1, endColumn: 2 },
      related: [],
      fixes: [],
      fingerprint: "0".repeat(16),
      number: null,
      reason: null,
    }));
  const run = (annotations: readonly Annotation[]): AnnotatedRun => ({
    command: "check",
    isNarrowed: false,
    files: ["a.responses"],
    annotations,
    baselined: null,
    accepted: [],
    silenced: [],
    otherwise: () => "no findings",
    failures: [],
    notes: [],
  });

  test("is counted in annotations: the tenth of a kind says how many are left out", () => {
    const lines = runAsGithub(
      run([...many("hint", 11), ...many("error", 10), ...many("warning", 25)]),
      PATHS,
    );
    expect(lines.map((line) => line.slice(0, line.indexOf(" ")))).toEqual([
      ...Array<string>(10).fill("::error"),
      ...Array<string>(10).fill("::warning"),
      ...Array<string>(10).fill("::notice"),
    ]);
    expect(lines[9]).toContain("::error 9 y");
    expect(lines[19]).toBe(
      "::warning title=left out::16 more warnings: GitHub shows 10 of a kind; the log of this step tells all",
    );
    expect(lines[29]).toBe(
      "::notice title=left out::2 more notices: GitHub shows 10 of a kind; the log of this step tells all",
    );
    expect(Math.max(...saidInGithub(lines.slice(0, 9).join("\n")).map(({ message }) => message.length))).toBe(
      4096,
    );
  });

  test("is one annotation of GitHub where kind and place are one, as far as that fits, and counted", () => {
    const here = (count: number, message: string): readonly Annotation[] =>
      many("warning", count).map((one, index) => {
        return { ...one, message: `${index}${message}`, region: { ...one.region, line: 77, endLine: 77 } };
      });
    const [first, ...others] = runAsGithub(run([...here(3, " said"), ...many("warning", 9)]), PATHS);
    expect(first).toMatch(/line=77,.*::0 said%0A%0A1 said%0A%0A2 said$/);
    expect(others).toHaveLength(9);
    const [long = "", more] = runAsGithub(run([...here(20, "y".repeat(500)), ...many("warning", 10)]), PATHS);
    expect(saidInGithub(long).map(({ message }) => message.slice(0, 40))).toEqual([
      ...Array.from({ length: 7 }, (_, index) => `${index}${"y".repeat(39)}`),
      "and 13 more here, which the log of this ",
    ]);
    expect(long.length).toBeLessThan(4200);
    expect(more).toBeDefined();
    const cut = runAsGithub(run([...many("warning", 10), ...here(3, " said")]), PATHS);
    expect(cut.at(-1)).toContain("title=left out::4 more warnings: ");
  });

  test("is left out of Markdown from the least grave on, and counted", () => {
    const markdown = runAsMarkdown(run([...many("hint", 40), ...many("error", 40)]), FAILED, PATHS);
    expect(Buffer.byteLength(markdown)).toBeLessThan(60_000);
    const shown = markdown.match(/^- \*\*(error|hint)\*\*/gm) ?? [];
    expect(shown.slice(0, 40)).toEqual(Array(40).fill("- **error**"));
    expect(markdown).toContain(`Left out for length: ${80 - shown.length} more of them`);
  });
});

test("a fingerprint stands for a statement, wherever it is and however it is laid out", () => {
  const fingerprintsOf = (source: string): readonly string[] => {
    const model = parse("a.responses", source);
    const found = check(link(model, noOtherFiles)).filter(({ name }) => name === "asterisk-in-keyword");
    const reported = found.map((finding) => ({
      finding,
      severity: "warning" as const,
      message: messageOf(finding),
    }));
    return findingAnnotations(reported, () => model.tree).map(({ fingerprint }) => fingerprint);
  };
  const [fingerprint] = fingerprintsOf('success keyword "val*d"\n');
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  for (const same of [
    '# a comment\n\n\nsuccess keyword "val*d"\n',
    'reject status 400\r\nsuccess   keyword\t"val*d"   # why\r\n',
    'system "x"\nsuccess keyword "val*d"',
  ])
    expect(fingerprintsOf(same)).toEqual([fingerprint]);
  expect(fingerprintsOf('success keyword "val*d" and status 200\n')).not.toEqual([fingerprint]);
  expect(fingerprintsOf('success keyword "val*d" as A\nsuccess keyword "val*d" as B\n')).toHaveLength(2);
});
