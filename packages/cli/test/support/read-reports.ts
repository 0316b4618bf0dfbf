import type { Log } from "sarif";
import { SaxesParser } from "saxes";

/** What a report says of one place: as much as all formats say. */
export interface Said {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly message: string;
}

/** The same with all that the richer formats say. */
export interface SaidExactly extends Said {
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly level: "error" | "warning" | "hint";
}

const LEVELS = { error: "error", warning: "warning", note: "hint", notice: "hint" } as const;

type JsonFinding = Omit<SaidExactly, "kind" | "level"> & {
  readonly name: string;
  readonly severity: SaidExactly["level"];
};

/** What `--format json` of `check` says. */
export function saidInJson(text: string): readonly SaidExactly[] {
  const report: { readonly findings: readonly JsonFinding[] } = JSON.parse(text);
  return report.findings.map(({ file, line, column, endLine, endColumn, severity, name, message }) => {
    return { file, line, column, endLine, endColumn, level: severity, kind: name, message };
  });
}

/** What a SARIF log says, but for what comments silence. */
export function saidInSarif(text: string): readonly SaidExactly[] {
  const log: Log = JSON.parse(text);
  const [run] = log.runs;
  const rules = run?.tool.driver.rules ?? [];
  const told = (run?.results ?? []).filter(
    ({ suppressions }) => !suppressions?.some(({ kind }) => kind === "inSource"),
  );
  return told.map(({ ruleId = "", ruleIndex = -1, level, message, locations = [] }) => {
    if (rules[ruleIndex]?.id !== ruleId) throw new Error(`no rule ${ruleId} at ${ruleIndex}`);
    const place = locations[0]?.physicalLocation;
    const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = place?.region ?? {};
    return {
      file: decodeURIComponent(place?.artifactLocation?.uri ?? ""),
      line: startLine,
      column: startColumn,
      endLine,
      endColumn,
      level: LEVELS[level === "error" || level === "warning" ? level : "note"],
      kind: ruleId,
      message: message.text ?? "",
    };
  });
}

const COMMAND_LINE =
  /^::(?<command>error|warning|notice) file=(?<file>[^,]*),line=(?<line>\d+),endLine=\d+(,col=\d+,endColumn=\d+)?,title=(?<kind>[^:,]*)::(?<message>.*)$/;

/** What annotations of GitHub say, paragraph by paragraph, as its runner undoes their escapes; without the fixes behind the messages. */
export function saidInGithub(text: string): readonly (Said & Pick<SaidExactly, "level">)[] {
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const {
        command,
        file = "",
        kind = "",
        message = "",
        ...groups
      } = COMMAND_LINE.exec(line)?.groups ?? {};
      if (command !== "error" && command !== "warning" && command !== "notice")
        throw new Error(`no annotation: ${line}`);
      return unescaped(message)
        .split("\n\n")
        .map((paragraph) => ({
          level: LEVELS[command],
          file: unescaped(file),
          line: Number(groups.line),
          kind,
          message: paragraph.replace(/(\nfix: [^\n]*)*$/, ""),
        }));
    });
}

function unescaped(text: string): string {
  return text
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%25", "%");
}

/** What a Code Quality report of GitLab says. */
export function saidInGitlab(text: string): readonly (Said & { readonly endLine: number })[] {
  const entries: readonly {
    readonly description: string;
    readonly check_name: string;
    readonly location: {
      readonly path: string;
      readonly lines: { readonly begin: number; readonly end: number };
    };
  }[] = JSON.parse(text);
  return entries.map(({ description, check_name, location: { path, lines } }) => ({
    file: path,
    line: lines.begin,
    endLine: lines.end,
    kind: check_name,
    message: description,
  }));
}

/** A test case of a report in the XML of JUnit. */
export interface JunitCaseRead {
  readonly suite: string;
  readonly name: string;
  /** What is in it: nothing, or a failure, an error or an output. */
  readonly child: string | null;
  readonly text: string;
}

/** The test cases of a report in the XML of JUnit; throws where it is not well-formed, or says one thing in an attribute and another in a text. */
export function junitCases(text: string): readonly JunitCaseRead[] {
  const cases: JunitCaseRead[] = [];
  let suite = "";
  let current: { name: string; child: string | null; text: string; message: string | null } | null = null;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "testsuite") suite = String(attributes.name);
    else if (name === "testcase")
      current = { name: String(attributes.name), child: null, text: "", message: null };
    else if (current !== null) {
      current.child = name;
      current.message = attributes.message === undefined ? null : String(attributes.message);
    }
  });
  parser.on("text", (piece) => {
    if (current !== null && current.child !== null) current.text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "testcase" && current !== null) {
      const { message, ...read } = { ...current, text: current.text.trimEnd() };
      if (message !== null && message.trimEnd() !== read.text)
        throw new Error(`${message} in an attribute, ${read.text} in the text`);
      cases.push({ suite, ...read });
      current = null;
    }
  });
  parser.write(text).close();
  return cases;
}
