import { dirname, relative, resolve } from "node:path";
import { Baseline, type BaselineEntry, NO_BASELINE, PROJECT_FILE, readBaseline } from "@responses/dsl/editor";
import { FileError } from "./file-error.js";
import type { FileSource } from "./file-source.js";
import { isInside, realPathOf, withSlashes } from "./paths.js";
import { readSettingsFile } from "./settings-files.js";

/** A baseline of a run: what it says, and how it calls files. */
export class FoundBaseline {
  /** As messages call it. */
  readonly path: string;
  /** Whether there is a file of that name. */
  readonly isThere: boolean;
  readonly baseline: Baseline;
  /** The same, absolute. */
  readonly place: string;
  readonly #runFolder: string;
  readonly #folder: string;

  /** @param runFolder where relative paths start */
  constructor(place: string, runFolder: string, baseline: Baseline | null) {
    this.place = place;
    this.path = withSlashes(relative(runFolder, place));
    this.isThere = baseline !== null;
    this.baseline = baseline ?? NO_BASELINE;
    this.#runFolder = runFolder;
    this.#folder = dirname(place);
  }

  /** What an entry calls a mapping file that the run calls `path`: the way from the baseline's folder. */
  fileOf(path: string): string {
    const file = resolve(this.#runFolder, path);
    const way = isInside(this.#folder, file)
      ? relative(this.#folder, file)
      : relative(realPathOf(this.#folder), realPathOf(file));
    return withSlashes(way);
  }

  /** As it is once other entries have been written. */
  withEntries(entries: readonly BaselineEntry[]): FoundBaseline {
    return new FoundBaseline(this.place, this.#runFolder, new Baseline(entries));
  }

  /** The absolute path of the mapping file of an entry. */
  placeOf({ file }: Pick<BaselineEntry, "file">): string {
    return resolve(this.#folder, file);
  }
}

/** The baselines of one run, each read once. */
export class BaselineFiles {
  readonly #runFolder: string;
  readonly #source: FileSource;
  readonly #found = new Map<string, FoundBaseline | FileError>();

  constructor(runFolder: string, source: FileSource) {
    this.#runFolder = runFolder;
    this.#source = source;
  }

  /** Every place at which one was looked for. */
  get lookedFor(): readonly string[] {
    return [...this.#found.keys()];
  }

  /** The same as the file is now; what was read before it stays for all others. */
  again({ place }: FoundBaseline): FoundBaseline {
    const found = this.#readAnew(place);
    if (found instanceof FileError) throw found;
    return found;
  }

  /** Reads the baseline at a place, right or wrong. */
  lookFor(place: string): void {
    this.#read(place);
  }

  /**
   * The baseline at a place, absolute. Throws a FileError for one that cannot be used, and for one that is not there unless that is
   * fine, as it is for one that is about to be written.
   */
  at(place: string, mayBeMissing: boolean): FoundBaseline {
    const found = this.#read(place);
    if (found instanceof FileError) throw found;
    if (found.isThere || mayBeMissing) return found;
    throw new FileError({
      kind: "cannot-read",
      path: found.path,
      reason: `there is no such baseline; responses check --write-baseline writes it, and without one neither --baseline nor ${PROJECT_FILE} must name it`,
    });
  }

  #read(place: string): FoundBaseline | FileError {
    const known = this.#found.get(place);
    if (known !== undefined) return known;
    const found = this.#readAnew(place);
    this.#found.set(place, found);
    return found;
  }

  #readAnew(place: string): FoundBaseline | FileError {
    const missing = new FoundBaseline(place, this.#runFolder, null);
    const { path } = missing;
    try {
      const baseline = readSettingsFile(this.#source, { place, path }, "wrong-baseline", (text) => {
        const result = readBaseline(text);
        return result.kind === "baseline" ? { kind: "content", content: result.baseline } : result;
      });
      return baseline === null ? missing : new FoundBaseline(place, this.#runFolder, baseline);
    } catch (error) {
      if (error instanceof FileError) return error;
      throw error;
    }
  }
}
