import { dirname, join, relative, resolve, sep } from "node:path";
import type { FindingName } from "@responses/dsl";
import {
  BASELINE_FILE,
  type ConfiguredSeverity,
  NO_CONFIG,
  PROJECT_FILE,
  type ProjectConfig,
  readProjectConfig,
} from "@responses/dsl/editor";
import { BaselineFiles, type FoundBaseline } from "./baseline-files.js";
import { FileError } from "./file-error.js";
import { DISK, type FileSource } from "./file-source.js";
import { withSlashes } from "./paths.js";
import { readSettingsFile } from "./settings-files.js";

/** What was found for a folder: the nearest project file upwards and the folder that its globs start from. */
type Found =
  | { readonly kind: "config"; readonly folder: string; readonly config: ProjectConfig }
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly error: FileError };

/** Which baseline holds for a mapping file. */
export type ChosenBaseline =
  /** The one that its project file names, or none. */
  | { readonly kind: "of-project" }
  /** This one, for all files. */
  | { readonly kind: "named"; readonly path: string }
  /**
   * The one that is to be written, which need not be there yet: this one for all files, or else the one that the project file names, or
   * one beside the project file, or in the run's folder where there is none.
   */
  | { readonly kind: "to-write"; readonly path: string | null };

/** The project files of one run, each looked for and read once. All methods throw a FileError for one that is wrong. */
export class ProjectFiles {
  readonly #folder: string;
  readonly #source: FileSource;
  readonly #chosen: ChosenBaseline;
  readonly #baselines: BaselineFiles;
  readonly #byFolder = new Map<string, Found>();
  /** The same by how folders are written, with a separator at the end: thousands of files are in few. */
  readonly #byWrittenFolder = new Map<string, Found>();

  /**
   * @param folder where relative paths start, absolute: of the command, the current one
   * @param source where the files come from
   */
  constructor(folder: string, source: FileSource = DISK, chosen: ChosenBaseline = { kind: "of-project" }) {
    this.#folder = folder;
    this.#source = source;
    this.#chosen = chosen;
    this.#baselines = new BaselineFiles(folder, source);
  }

  /** The baseline that holds for a mapping file; null where none does. */
  baselineOf(path: string): FoundBaseline | null {
    const place = this.#baselinePlace(path);
    return place === null ? null : this.#baselines.at(place, this.#chosen.kind === "to-write");
  }

  /** A baseline as its file is now: somebody may have written it since it was read. */
  baselineAgain(found: FoundBaseline): FoundBaseline {
    return this.#baselines.again(found);
  }

  /** Whether the project file of a mapping file names the baseline that holds for it. */
  namesBaselineOf(path: string): boolean {
    const found = this.#nearest(path);
    return (
      found !== null &&
      found.config.baseline !== null &&
      resolve(found.folder, found.config.baseline) === this.#baselinePlace(path)
    );
  }

  #baselinePlace(path: string): string | null {
    const chosen = this.#chosen;
    if (chosen.kind !== "of-project" && chosen.path !== null) return resolve(this.#folder, chosen.path);
    const found = this.#nearest(path);
    const named = found?.config.baseline ?? null;
    if (found !== null && named !== null) return resolve(found.folder, named);
    return chosen.kind === "to-write" ? join(found?.folder ?? this.#folder, BASELINE_FILE) : null;
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

  /** The folders outside of its project from which a mapping file may include others, absolute. */
  includeFoldersOf(path: string): readonly string[] {
    const found = this.#nearest(path);
    return found === null ? [] : found.config.includeFrom.map((folder) => resolve(found.folder, folder));
  }

  /** The project file that holds for a mapping file, and its folder; null where none does. */
  configOf(path: string): { readonly folder: string; readonly config: ProjectConfig } | null {
    return this.#nearest(path);
  }

  /** The folder of the project file that holds for a mapping file; null where none does. */
  folderOf(path: string): string | null {
    return this.#nearest(path)?.folder ?? null;
  }

  /** Looks for the project file of the file and its baseline, right or wrong: `lookedFor` has the places then. */
  lookFor(path: string): void {
    const { kind } = this.#find(dirname(resolve(this.#folder, path)));
    if (kind === "wrong") return;
    const place = this.#baselinePlace(path);
    if (place !== null) this.#baselines.lookFor(place);
  }

  /** Every place at which a project file or a baseline was looked for. */
  get lookedFor(): readonly string[] {
    const projectFiles = [...this.#byFolder.keys()].map((folder) => join(folder, PROJECT_FILE));
    return [...projectFiles, ...this.#baselines.lookedFor];
  }

  /** The nearest project file upwards from a file. */
  #nearest(path: string): Extract<Found, { readonly kind: "config" }> | null {
    const found = this.#foundFor(path);
    switch (found.kind) {
      case "config":
        return found;
      case "none":
        return null;
      case "wrong":
        throw found.error;
    }
  }

  #foundFor(path: string): Found {
    const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf(sep)) + 1;
    // Such a step leads to another folder than the one that it is written in.
    if (/^\.{0,2}$/.test(path.slice(end))) return this.#find(dirname(resolve(this.#folder, path)));
    const folder = path.slice(0, end);
    const known = this.#byWrittenFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.#find(resolve(this.#folder, folder));
    this.#byWrittenFolder.set(folder, found);
    return found;
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
    const place = join(folder, PROJECT_FILE);
    const path = withSlashes(relative(this.#folder, place));
    try {
      const config = readSettingsFile(this.#source, { place, path }, "wrong-project-file", (text) => {
        const result = readProjectConfig(text);
        return result.kind === "config" ? { kind: "content", content: result.config } : result;
      });
      return config === null ? { kind: "none" } : { kind: "config", folder, config };
    } catch (error) {
      if (error instanceof FileError) return { kind: "wrong", error };
      throw error;
    }
  }
}
