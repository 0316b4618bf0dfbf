import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type ConfiguredSeverity,
  defaultSeverityOf,
  type FindingName,
  isIgnored,
  PROJECT_FILE,
  type ProjectConfig,
  readProjectConfig,
  SourceText,
  severityIn,
} from "@responses/dsl";
import { reasonOf, UsageError } from "./exit-codes.js";
import { withSlashes } from "./mapping-files.js";
import { safe } from "./terminal.js";

/** A project file and the folder that its globs start from. */
interface FoundConfig {
  readonly folder: string;
  readonly config: ProjectConfig;
}

/** The project files of one run, each looked for and read once. All methods throw a UsageError for one that is wrong. */
export class ProjectConfigs {
  /** What was found for a folder; an error for a project file that is wrong, so that it is read once. */
  readonly #byFolder = new Map<string, FoundConfig | UsageError | null>();

  /** How grave the project of the file takes a finding. */
  severityOf(name: FindingName, path: string): ConfiguredSeverity {
    return severityIn(this.#configFor(path)?.config ?? null, name, defaultSeverityOf(name));
  }

  /** Whether the project of the file or folder leaves it out. */
  ignores(path: string): boolean {
    const found = this.#configFor(path);
    if (found === null || found.config.ignore.length === 0) return false;
    const inProject = withSlashes(relative(found.folder, resolve(path)));
    return inProject !== "" && isIgnored(found.config.ignore, inProject);
  }

  /** Every place at which a project file was looked for. */
  get lookedFor(): readonly string[] {
    return [...this.#byFolder.keys()].map((folder) => join(folder, PROJECT_FILE));
  }

  /** The nearest project file upwards from a file. */
  #configFor(path: string): FoundConfig | null {
    return this.#configIn(dirname(resolve(path)));
  }

  #configIn(folder: string): FoundConfig | null {
    const found = this.#find(folder);
    if (found instanceof UsageError) throw found;
    return found;
  }

  #find(folder: string): FoundConfig | UsageError | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const own = readConfig(join(folder, PROJECT_FILE));
    const above = dirname(folder);
    const here = own === null || own instanceof UsageError ? own : { folder, config: own };
    const found = here === null && above !== folder ? this.#find(above) : here;
    this.#byFolder.set(folder, found);
    return found;
  }
}

function readConfig(path: string): ProjectConfig | UsageError | null {
  const shown = safe(withSlashes(relative(process.cwd(), path)));
  const text = readIfThere(path, shown);
  if (text === null || text instanceof UsageError) return text;
  const result = readProjectConfig(text);
  if (result.kind === "config") return result.config;
  const source = new SourceText(text);
  const problems = result.problems.map(({ message, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${shown}:${line + 1}:${column + 1}: ${message}`;
  });
  return new UsageError(`the project file cannot be used\n  ${problems.join("\n  ")}`);
}

/** The file's text; null where there is no such file. A folder of that name, or above it a file, is none. */
function readIfThere(path: string, shown: string): string | UsageError | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    const reason = code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "it is not UTF-8" : reasonOf(error);
    return new UsageError(`cannot read ${shown}: ${reason}`);
  }
}
