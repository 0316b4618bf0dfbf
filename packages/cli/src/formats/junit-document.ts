import { RUNNER_MARK } from "../terminal/dead-line.js";
import { safe } from "../terminal/safe.js";

/** A group of cases: one file. */
export interface JunitSuite {
  /** The file, as reports call it. */
  readonly path: string;
  readonly cases: readonly JunitCase[];
}

export interface JunitCase {
  readonly name: string;
  readonly result:
    | { readonly kind: "passed"; readonly note: string | null }
    /** What was looked for is not so. */
    | { readonly kind: "failure"; readonly type: string; readonly message: string }
    /** It could not be looked for. */
    | { readonly kind: "error"; readonly message: string };
}

/**
 * Test suites in the XML of JUnit, as GitLab, Jenkins and Azure read it: a message stands in the attribute, which Jenkins shows, and
 * as text, which GitLab does.
 *
 * @param name what the whole is called, as `responses check`
 */
export function writeJunit(name: string, suites: readonly JunitSuite[]): string {
  const named = suites.map(withNamesOfTheirOwn);
  const cases = named.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(name)}" ${countsOf(cases)}>`,
    ...named.flatMap(suiteLines),
    "</testsuites>",
  ].join("\n");
}

/** Places that show such reports take cases of one name for one test: the second has a number behind its name, and so on. */
function withNamesOfTheirOwn({ path, cases }: JunitSuite): JunitSuite {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return {
    path,
    cases: cases.map((one) => {
      let { name } = one;
      for (let number = numbers.get(one.name) ?? 1; taken.has(name); numbers.set(one.name, number))
        name = `${one.name} (${++number})`;
      taken.add(name);
      return { ...one, name };
    }),
  };
}

function suiteLines({ path, cases }: JunitSuite): readonly string[] {
  return [
    `  <testsuite name="${attribute(path)}" ${countsOf(cases)}>`,
    ...cases.flatMap((one) => caseLines(path, one)),
    "  </testsuite>",
  ];
}

function countsOf(cases: readonly JunitCase[]): string {
  const count = (kind: JunitCase["result"]["kind"]): number =>
    cases.filter(({ result }) => result.kind === kind).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}"`;
}

function caseLines(path: string, { name, result }: JunitCase): readonly string[] {
  const open = `    <testcase classname="${attribute(classOf(path))}" name="${attribute(name)}" file="${attribute(path)}"`;
  switch (result.kind) {
    case "passed":
      if (result.note === null) return [`${open}/>`];
      return [`${open}>`, `      <system-out>${content(result.note)}</system-out>`, "    </testcase>"];
    case "failure": {
      const head = `<failure message="${messageAttribute(result.message)}" type="${attribute(result.type)}">`;
      return [`${open}>`, `      ${head}${content(result.message)}</failure>`, "    </testcase>"];
    }
    case "error": {
      const head = `<error message="${messageAttribute(result.message)}">`;
      return [`${open}>`, `      ${head}${content(result.message)}</error>`, "    </testcase>"];
    }
  }
}

/** The file's name as a class in a package, since Jenkins parts the one from the other at the last dot. */
function classOf(path: string): string {
  return path.replace(/\.responses$/, "").replaceAll("/", ".");
}

/** Text for an attribute: on one line. */
function attribute(text: string): string {
  return escaped(safe(text)).replaceAll('"', "&quot;").replace(RUNNER_MARK, "&#35;#");
}

/** Lines end with references, since a reader makes a blank of any other line end in an attribute (XML 1.0, section 3.3.3). */
function messageAttribute(text: string): string {
  return text.split("\n").map(attribute).join("&#10;");
}

function content(text: string): string {
  return text
    .split("\n")
    .map((line) => dead(escaped(safe(line))))
    .join("\n");
}

/** A line in which no runner finds a command when the report is printed; a reader finds the line as it was. */
function dead(line: string): string {
  return line.replace(/^(\s*):(?=:)/, "$1&#58;").replace(RUNNER_MARK, "&#35;#");
}

/** Control characters, which XML cannot hold, are visible by now. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
}
