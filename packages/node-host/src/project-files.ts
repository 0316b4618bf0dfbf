import { dirname, join, relative, resolve } from "node:path";
import { type FindingName, SourceText } from "@responses/dsl";
import {
  type ConfiguredSeverity,
  NO_CONFIG,
  PROJECT_FILE,
  type ProjectConfig,
  readProjectConfig,
} from "@responses/dsl/editor";
import { FileError, type FileFault } from "./file-error.js";
import { DISK, type FileSource } from "./file-source.js";
import { withSlashes } from "./paths.js";

/** Bytes of a project file at most: a thousand times what anyone writes. Reading a device must end. */
const LARGEST_PROJECT_FILE = 16 * 1024 * 1024;

/** What was found for a folder: the nearest project file upwards and the folder that its globs start from. */
type Found =
  | { readonly kind: "config"; readonly folder: string; readonly config: ProjectConfig }
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly error: FileError };

/** The project files of one run, each looked for and read once. All methods throw a FileError for one that is wrong. */
export class ProjectFiles {
  readonly #folder: string;
  readonly #source: FileSource;
  readonly #byFolder = new Map<string, Found>();

  /**
   * @param folder where relative paths start, absolute: of the command, the current one
   * @param source where the files come from
   */
  constructor(folder: string, source: FileSource = DISK) {
    this.#folder = folder;
    this.#source = source;
  }

  /** How grave the project of the file takes a finding. */
  severityOf(name: FindingName, path: string): ConfiguredSeverity {
    const { config } = this.#nearest(path) ?? { config: NO_CONFIG };
    return config.severityOf(name);
  }

  /** Whether the project of the file or folder leaves it out. */
  ignores(path: string): boolean {
    const found = this.#nearest(path);
    if (found === null || found.config.ignore.length === 0) return false;
    const inProject = withSlashes(relative(found.folder, resolve(this.#folder, path)));
    return inProject !== "" && found.config.ignores(inProject);
  }

  /** Looks for the project file of the file, right or wrong: `lookedFor` has the places then. */
  lookFor(path: string): void {
    this.#find(dirname(resolve(this.#folder, path)));
  }

  /** Every place at which a project file was looked for. */
  get lookedFor(): readonly string[] {
    return [...this.#byFolder.keys()].map((folder) => join(folder, PROJECT_FILE));
  }

  /** The nearest project file upwards from a file. */
  #nearest(path: string): Extract<Found, { readonly kind: "config" }> | null {
    const found = this.#find(dirname(resolve(this.#folder, path)));
    switch (found.kind) {
      case "config":
        return found;
      case "none":
        return null;
      case "wrong":
        throw found.error;
    }
  }

  #find(folder: string): Found {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const own = this.#read(folder);
    const above = dirname(folder);
    const found = own.kind === "none" && above !== folder ? this.#find(above) : own;
    this.#byFolder.set(folder, found);
    return found;
  }

  #read(folder: string): Found {
    const path = join(folder, PROJECT_FILE);
    const shown = withSlashes(relative(this.#folder, path));
    const unreadable = (reason: string): Found => wrong({ kind: "cannot-read", path: shown, reason });
    const read = this.#source.read(path, LARGEST_PROJECT_FILE);
    switch (read.kind) {
      case "missing":
        return { kind: "none" };
      case "impossible":
      case "unreadable":
        return unreadable(read.reason);
      case "too-large":
        return unreadable("it is larger than 16 MB");
      case "bytes": {
        const text = textIn(read.bytes);
        return text === null ? unreadable("it is not UTF-8") : configIn(text, folder, shown);
      }
    }
  }
}

/** Null for bytes that are not UTF-8. */
function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function configIn(text: string, folder: string, shown: string): Found {
  const result = readProjectConfig(text);
  if (result.kind === "config") return { kind: "config", folder, config: result.config };
  const source = new SourceText(text);
  const problems = result.problems.map(({ message, span }) => {
    const { line, column } = source.positionAt(span.start);
    return { line: line + 1, column: column + 1, message };
  });
  return wrong({ kind: "wrong-project-file", path: shown, problems });
}

function wrong(fault: FileFault): Found {
  return { kind: "wrong", error: new FileError(fault) };
}
