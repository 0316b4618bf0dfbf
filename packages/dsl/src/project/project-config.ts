import { FINDING_NAMES, type FindingName, isFindingName } from "../findings/catalogue.js";
import type { Severity } from "../findings/catalogue-entry.js";
import { defaultSeverityOf, refuses } from "../findings/finding.js";
import { quoted } from "../findings/quoted.js";
import { closest } from "../text/similarity.js";
import { BASELINE_FILE, isBaselineName } from "./baseline-file.js";
import { globFault, isIgnored } from "./glob.js";
import { type ConfigProblem, type JsonMember, type JsonNode, readJsonDocument } from "./json-document.js";
import { ProblemList } from "./problem-list.js";

/** The name of a project file: it holds for the mappings in its folder and below, unless one of these has its own. */
export const PROJECT_FILE = "responses.config.json";

/** How grave a project wants a finding to be; `off` leaves it out. */
export type ConfiguredSeverity = Severity | "off";

const CONFIGURED_SEVERITIES: readonly ConfiguredSeverity[] = ["error", "warning", "hint", "off"];

/** What a project file says. */
export class ProjectConfig {
  /** Findings with a severity other than the catalogue's. */
  readonly severity: ReadonlyMap<FindingName, ConfiguredSeverity>;
  /** Globs of paths that are left out, relative to the project file's folder. */
  readonly ignore: readonly string[];
  /** The path of the baseline from the project file's folder, with `/`; null where the project has none. */
  readonly baseline: string | null;
  /** Paths of folders outside of the project from which files may be included, and to which links may lead, relative to the project file's folder. */
  readonly includeFrom: readonly string[];

  constructor(
    severity: ReadonlyMap<FindingName, ConfiguredSeverity>,
    ignore: readonly string[],
    baseline: string | null,
    includeFrom: readonly string[],
  ) {
    this.severity = severity;
    this.ignore = ignore;
    this.baseline = baseline;
    this.includeFrom = includeFrom;
  }

  severityOf(name: FindingName): ConfiguredSeverity {
    return this.severity.get(name) ?? defaultSeverityOf(name);
  }

  /** Whether the file or folder of a path, relative to the project file's folder, is left out. */
  ignores(path: string): boolean {
    return isIgnored(this.ignore, path);
  }
}

/** What holds where there is no project file. */
export const NO_CONFIG = new ProjectConfig(new Map(), [], null, []);

export type ProjectConfigResult =
  | { readonly kind: "config"; readonly config: ProjectConfig }
  | { readonly kind: "fault"; readonly problems: readonly ConfigProblem[] };

/** The severities that a project may give to a finding; none for what refuses a mapping (docs/language.md). */
export function severitiesFor(name: FindingName): readonly ConfiguredSeverity[] {
  if (refuses(name)) return [];
  return name === "example-fails"
    ? CONFIGURED_SEVERITIES.filter((severity) => severity !== "off")
    : CONFIGURED_SEVERITIES;
}

/** Reads a project file's text. Gives its content, or what is wrong with it. Never throws. */
export function readProjectConfig(text: string): ProjectConfigResult {
  const document = readJsonDocument(text);
  if (document.kind === "fault") return { kind: "fault", problems: [document.problem] };
  const reader = new ConfigReader();
  reader.read(document.value);
  const { problems, severity, ignore, baseline, includeFrom } = reader;
  if (!problems.isEmpty) return { kind: "fault", problems: problems.told };
  return { kind: "config", config: new ProjectConfig(severity, ignore, baseline, includeFrom) };
}

/** Globs that a project leaves paths out by, at most: each is tried on each path. */
const MOST_GLOBS = 1000;

const SETTINGS = ["$schema", "severity", "ignore", "baseline", "includeFrom"] as const;

class ConfigReader {
  readonly problems = new ProblemList();
  readonly severity = new Map<FindingName, ConfiguredSeverity>();
  readonly ignore: string[] = [];
  baseline: string | null = null;
  readonly includeFrom: string[] = [];

  read(root: JsonNode): void {
    for (const member of this.#membersOf(
      root,
      'a project file is an object: { "severity": { … }, "ignore": [ … ] }',
    )) {
      const { name, nameSpan, value } = member;
      if (name === "severity") this.#readSeverities(value);
      else if (name === "ignore") this.#readIgnore(value);
      else if (name === "baseline") this.#readBaseline(value);
      else if (name === "includeFrom") this.#readIncludeFrom(value);
      else if (name !== "$schema")
        this.problems.report(() => `${quoted(name)} is not a setting; ${suggest(name, SETTINGS)}`, nameSpan);
    }
  }

  #readSeverities(node: JsonNode): void {
    const shape = 'severity is an object of findings and their severities: { "label-spelling": "error" }';
    for (const member of this.#membersOf(node, shape)) {
      const { name, nameSpan, value } = member;
      if (!isFindingName(name))
        this.problems.report(
          () => `${quoted(name)} is not a finding; ${suggest(name, FINDING_NAMES)}`,
          nameSpan,
        );
      else this.#readSeverity(name, member, value);
    }
  }

  #readSeverity(name: FindingName, { nameSpan }: JsonMember, value: JsonNode): void {
    const allowed = severitiesFor(name);
    if (allowed.length === 0) {
      this.problems.report(
        `${name} is always an error: a mapping that has it cannot be run; delete this line`,
        nameSpan,
      );
      return;
    }
    const severity = value.kind === "string" ? allowed.find((known) => known === value.text) : undefined;
    if (severity !== undefined) this.severity.set(name, severity);
    else if (value.kind === "string" && value.text === "off")
      this.problems.report(`${name} cannot be switched off`, value.span);
    else {
      const written = value.kind === "string" ? value.text : "";
      const said = value.kind === "string" ? `${quoted(written)} is not a severity` : "a severity is a text";
      this.problems.report(() => `${said}; ${suggest(written, allowed)}`, value.span);
    }
  }

  #readIgnore(node: JsonNode): void {
    if (node.kind !== "array") {
      this.problems.report('ignore is a list of globs: [ "drafts/**" ]', node.span);
      return;
    }
    for (const item of node.items) {
      const fault = item.kind === "string" ? globFault(item.text) : null;
      if (this.ignore.length === MOST_GLOBS) {
        this.problems.report(`more than ${MOST_GLOBS.toLocaleString("en")} globs are not tried`, item.span);
        return;
      }
      if (fault !== null) this.problems.report(`this glob is not tried: ${fault}; write several`, item.span);
      else if (item.kind === "string" && item.text !== "") this.ignore.push(item.text);
      else this.problems.report('a glob is a text in double quotes, for example "drafts/**"', item.span);
    }
  }

  #readIncludeFrom(node: JsonNode): void {
    if (node.kind !== "array") {
      this.problems.report('includeFrom is a list of folders: [ "../shared" ]', node.span);
      return;
    }
    for (const item of node.items) {
      if (item.kind === "string" && item.text !== "") this.includeFrom.push(item.text);
      else
        this.problems.report(
          'a folder is a text in double quotes, from here and with /, for example "../shared"',
          item.span,
        );
    }
  }

  #readBaseline(node: JsonNode): void {
    if (node.kind === "string" && isBaselineName(node.text) && !/^[\\/]|\\|^[A-Za-z]:/.test(node.text))
      this.baseline = node.text;
    else
      this.problems.report(
        `baseline is a path from here, with / and an end in .baseline.json, for example "${BASELINE_FILE}"`,
        node.span,
      );
  }

  /** An object's members; a second one of a name is a problem, and so is anything else but an object. */
  #membersOf(node: JsonNode, shape: string): readonly JsonMember[] {
    if (node.kind !== "object") {
      this.problems.report(shape, node.span);
      return [];
    }
    const seen = new Set<string>();
    for (const { name, nameSpan } of node.members) {
      if (seen.has(name)) this.problems.report(`${quoted(name)} is given twice`, nameSpan);
      seen.add(name);
    }
    return node.members;
  }
}

/** The likely meant of the allowed words, or all of them where they are few. */
function suggest(written: string, allowed: readonly string[]): string {
  const meant = closest(written, allowed);
  if (meant !== null) return `did you mean ${meant}?`;
  if (allowed.length > 6) return "responses explain lists them all";
  return `write ${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}`;
}
