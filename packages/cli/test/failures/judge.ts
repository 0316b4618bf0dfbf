import type { RunResult } from "@responses/testing/command";
import { SaxesParser } from "saxes";
import { COMMANDS, type CommandName, FORMATS, type Format, traitsOf } from "./commands.js";
import type { Failure, Way } from "./failure.js";
import type { Reports } from "./run-failing.js";
import { isOld } from "./world.js";

/** A run in which something went wrong, with the files before and after it. */
export interface FailedRun {
  readonly failure: Failure;
  readonly name: CommandName;
  readonly way: Way;
  readonly reports: Reports;
  readonly result: RunResult & { readonly signal: string | null };
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** The files after a run of the command in which nothing is wrong. */
  readonly whole: ReadonlyMap<string, string>;
}

/** What is wrong with how the run took it; nothing if it failed as it should. */
export function faultsOf(run: FailedRun): readonly string[] {
  return [...faultsOfEnd(run), ...faultsOfFiles(run)];
}

function faultsOfEnd({ failure, name, result }: FailedRun): readonly string[] {
  const { exitCode, signal, stdout, stderr } = result;
  const { code = 2, says } = failure;
  const faults: string[] = [];
  const said = `${stdout}\n${stderr}`;
  const told = said.trim() === "" ? "nothing" : said.trim().slice(-600);
  if (code === "killed") return signal === null && exitCode === 0 ? ["ended with 0"] : [];
  const expected = code === "refused" ? COMMANDS[name].refused : code;
  if (exitCode !== expected)
    faults.push(`ended with ${exitCode ?? signal} and not ${expected}, saying ${told}`);
  if (!says.test(said)) faults.push(`does not say ${says}, but ${told}`);
  if (!hasLastLine(stdout, expected) && !hasLastLine(stderr, expected))
    faults.push(`its last line is not that of exit code ${expected}: ${told}`);
  if (expected !== 70 && said.includes("this should not happen"))
    faults.push(`takes it for its own fault: ${told}`);
  return faults;
}

/** GitHub's runner is given one line more, which lets commands be obeyed again. */
function hasLastLine(text: string, code: number): boolean {
  const lines = text.trimEnd().split("\n");
  const last = lines.findLast((line) => !/^::[0-9a-f]{32}::$/.test(line)) ?? "";
  return last.includes(`; exit code ${code}: `);
}

function faultsOfFiles(run: FailedRun): readonly string[] {
  const { failure, before, after, whole, reports, result, name } = run;
  const faults: string[] = [];
  for (const path of before.keys())
    if (!after.has(path) && !isVanished(run, path)) faults.push(`${path} is gone`);
  for (const [path, content] of after) {
    if (content === before.get(path)) continue;
    if (path.endsWith(".responses-tmp")) {
      if (failure.code !== "killed") faults.push(`${path} is left`);
    } else if (content !== whole.get(path) && !isOld(content) && !isWhole(path, content)) {
      faults.push(`${path} is half-written: ${content.slice(-300)}`);
    }
  }
  if (!traitsOf(name).includes("reports") || failure.afterReports === true) return faults;
  for (const format of reports.written) {
    const content = after.get(`out/reports/${format}`);
    if (content !== undefined && !isOld(content) && !saysFailure(format, content, result.exitCode ?? 0))
      faults.push(`the ${format} report looks like success: ${content.slice(0, 200)}`);
  }
  return faults;
}

/** Whether it was to go. */
function isVanished({ way: { fs } }: FailedRun, path: string): boolean {
  return fs?.how === "vanish" && new RegExp((fs.path ?? "").replace(/\$$/, "")).test(path);
}

/** Whether a file that is new holds all that it is to hold, as far as its kind tells. */
function isWhole(path: string, content: string): boolean {
  const format = FORMATS.find((known) => path === `out/reports/${known}`);
  if (format !== undefined) return isWholeReport(format, content);
  if (path.endsWith(".json") || path.endsWith(".map")) return isJson(content);
  if (path.endsWith(".html")) return content.endsWith("</html>\n");
  return content === "" || content.endsWith("\n");
}

/** Whether it is a document of its format, to the end. */
function isWholeReport(format: Format, content: string): boolean {
  switch (format) {
    case "json":
    case "sarif":
    case "gitlab":
      return isJson(content);
    case "junit":
      return isXml(content);
    case "markdown":
      return /exit code \d+: [^\n]*`?\n$/.test(content);
    case "pretty":
    case "github":
      return content === "" || content.endsWith("\n");
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isXml(text: string): boolean {
  try {
    new SaxesParser().write(text).close();
    return true;
  } catch {
    return false;
  }
}

/** Whether whoever reads nothing but the report learns that the run failed. */
function saysFailure(format: Format, content: string, exitCode: number): boolean {
  switch (format) {
    case "sarif": {
      const [invocation] = JSON.parse(content).runs[0].invocations;
      return invocation.exitCode === exitCode && (invocation.executionSuccessful === false || exitCode === 1);
    }
    case "json": {
      const { problems, summary, errors = [] } = JSON.parse(content);
      return (
        problems.length + errors.length > 0 ||
        [summary.errors, summary.failed, summary.differing].some(Boolean)
      );
    }
    case "gitlab":
      return JSON.parse(content).length > 0;
    case "junit":
      return /<(failure|error)\b/.test(content);
    case "github":
      return content.includes("::error");
    case "markdown":
      return content.includes(`exit code ${exitCode}: `);
    case "pretty":
      // It ends where the last line is printed, which says it.
      return true;
  }
}
