import { dirname, normalize, relative, resolve } from "node:path";
import { type FileModel, type Host, type Linked, link, parse } from "@responses/dsl";
import { includedPaths, LARGEST_SOURCE } from "@responses/dsl/editor";
import { type BoundedRead, readBounded } from "./bounded-read.js";
import { FileError } from "./file-error.js";
import { DISK, type FileSource } from "./file-source.js";
import { mayHold } from "./held-text.js";
import { IncludeBounds } from "./include-bounds.js";
import type { NamedFiles } from "./named-files.js";
import { withSlashes } from "./paths.js";

/** A mapping file with its includes put in place, and the file by itself. */
export interface LoadedMapping {
  readonly linked: Linked;
  readonly file: FileModel;
}

/**
 * Rules that the mappings of one run may have together, included ones counted for each mapping that includes them. Files that include one
 * another in a chain, or thousands that include thousands, have the square of their number.
 */
const MOST_RULES = 20_000_000;

/** What came of reading a file that can be read, or is not there. */
type Outcome =
  | { readonly kind: "model"; readonly model: FileModel }
  | { readonly kind: "none"; readonly reason: string };

/**
 * The mapping files of one run, each read once. A file is known by its real path, so that it is one file whatever names
 * lead to it; messages call it as it was first called, included files by their path from the folder.
 */
export class MappingFiles {
  readonly #folder: string;
  readonly #source: FileSource;
  readonly #others: MappingFiles | null;
  /** What messages call a file, by its real path. */
  readonly #shownPaths = new Map<string, string>();
  readonly #realPaths = new Map<string, string>();
  /** By the absolute paths that were asked for: many files include the same one, and the system takes long to answer. */
  readonly #realPathsOf = new Map<string, string>();
  /** Where includes lead, by the file and the path as it is written there: every mapping that has the file asks for it. */
  readonly #leads = new Map<string, Map<string, string>>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #contents = new Map<string, Uint8Array>();
  /** The paths that statements name, by their texts. */
  readonly #includedByStatement = new Map<string, readonly string[]>();

  readonly #mostRules: number;
  /** The mappings that include files, and how many rules and files these have together. */
  readonly #counted = new Set<string>();
  #rules = 0;

  /** None where the source has nothing but files of the project. */
  readonly #bounds: IncludeBounds | null;

  /** Hardly any file has the word, and looking for it takes less than reading. */
  readonly #mayInclude = (path: string): boolean => this.#source !== DISK || mayHold(path, "include");

  readonly #host: Host = {
    resolve: (from, include) => this.#leadOf(from, include),
    load: (path) => this.#included(path),
    mayInclude: (from, path) =>
      this.#bounds === null || this.#bounds.mayInclude(this.#realPathOf(from), this.#realPathOf(path)),
  };

  /**
   * @param folder where relative paths start, absolute: of the command, the current one
   * @param source where the files come from
   * @param others the same files of another source: those that hold the same are not read anew, and their models are the very same
   * @param mostRules that mappings which include files may have together before others that do are left out
   */
  constructor(
    folder: string,
    source: FileSource = DISK,
    others: MappingFiles | null = null,
    mostRules = MOST_RULES,
  ) {
    this.#folder = folder;
    this.#mostRules = mostRules;
    this.#source = source;
    this.#others = others;
    this.#bounds = source.isDisk ? new IncludeBounds(folder) : null;
  }

  /**
   * Reads a mapping file and what it includes; throws a FileError if one that is there can't be read, and if the mappings that were
   * loaded before have so many rules together that it is too much.
   */
  load(path: string): LoadedMapping {
    const file = this.read(path);
    const isCounted = this.#counted.has(file.path) || !file.models.some(({ kind }) => kind === "include");
    if (!isCounted && this.#rules > this.#mostRules) {
      const { path: left } = file;
      throw new FileError({ kind: "too-many-rules-before", path: left, others: 0, rules: this.#mostRules });
    }
    const linked = link(file, this.#host);
    if (!isCounted) this.#count(file, linked);
    return { linked, file };
  }

  /** An included file without rules costs something, too. */
  #count({ path }: FileModel, linked: Linked): void {
    this.#counted.add(path);
    const { rules, included } =
      linked.kind === "mapping" ? linked.mapping : { rules: [], included: linked.included };
    this.#rules += rules.length + included.length;
  }

  /** Reads one file by itself; throws a FileError if it can't be read. */
  read(path: string): FileModel {
    const shown = this.#shownPathOf(resolve(this.#folder, path), path);
    if (this.#source === DISK && isPipeOfShell(path)) this.#readPipe(shown, path);
    const outcome = this.#outcomeOf(shown);
    if (outcome.kind === "none")
      throw new FileError({ kind: "cannot-read", path: shown, reason: outcome.reason });
    return outcome.model;
  }

  /**
   * The absolute paths of a mapping file and of all that it includes, through any number of files, whether or not they are there: those
   * by which they are named, and the real ones. Reads no more than it has to: a file without an include is not parsed. Throws a
   * FileError if one that is there can't be read.
   *
   * @param mayInclude whether a file may hold an include, by its absolute path without links, where that is known without reading it
   */
  filesOf(path: string, mayInclude = this.#mayInclude): ReadonlySet<string> {
    const own = resolve(this.#folder, path);
    const waiting = [this.#shownPathOf(own, path)];
    const seen = new Set(waiting);
    const paths = new Set([own]);
    for (let shown = waiting.pop(); shown !== undefined; shown = waiting.pop()) {
      paths.add(this.#realPathOf(shown));
      for (const named of this.#includesOf(shown, mayInclude)) {
        paths.add(named);
        const included = this.#shownPathOf(named);
        if (seen.has(included)) continue;
        seen.add(included);
        waiting.push(included);
      }
    }
    return paths;
  }

  /** The absolute paths that a file's includes name; of one that is not there or too large none. */
  #includesOf(shown: string, mayInclude: (path: string) => boolean): readonly string[] {
    const known = this.#contents.get(shown);
    if (known !== undefined) return this.#includesIn(shown, known);
    const real = this.#realPathOf(shown);
    if (!mayInclude(real)) return [];
    const read = this.#source.read(real, LARGEST_SOURCE);
    if (read.kind === "unreadable")
      throw new FileError({ kind: "cannot-read", path: shown, reason: read.reason });
    return read.kind === "bytes" ? this.#includesIn(shown, read.bytes) : [];
  }

  #includesIn(shown: string, content: Uint8Array): readonly string[] {
    return includedPaths(content, this.#includedByStatement).map((path) => this.#includedPath(shown, path));
  }

  #leadOf(from: string, include: string): string {
    const leads = this.#leads.get(from) ?? new Map<string, string>();
    const known = leads.get(include);
    if (known !== undefined) return known;
    const path = this.#shownPathOf(this.#includedPath(from, include));
    this.#leads.set(from, leads.set(include, path));
    return path;
  }

  #includedPath(from: string, include: string): string {
    return resolve(dirname(this.#realPathOf(from)), include);
  }

  /** The file's bytes as they were read; none of a file that was never read. */
  contentOf(path: string): Uint8Array {
    return this.#contents.get(this.#shownPathOf(resolve(this.#folder, path), path)) ?? new Uint8Array();
  }

  /** Takes this for the file's content from now on, whether or not there is such a file. */
  provide(path: string, content: Uint8Array): void {
    const shown = this.#shownPathOf(resolve(this.#folder, path), path);
    this.#contents.set(shown, content);
    this.#outcomes.delete(shown);
  }

  /** Takes over what is known of where files are, by what the user calls them, so that the system is not asked again. */
  know({ realPaths }: Pick<NamedFiles, "realPaths">): void {
    for (const [shown, real] of realPaths) {
      if (this.#shownPaths.has(real) || this.#realPaths.has(shown)) continue;
      this.#shownPaths.set(real, shown);
      this.#realPaths.set(shown, real);
    }
  }

  /** The real paths of all files that were asked for, also of those that are not there. */
  get lookedFor(): readonly string[] {
    return [...this.#realPaths.values()];
  }

  #included(shown: string): FileModel | null {
    const outcome = this.#outcomeOf(shown);
    return outcome.kind === "none" ? null : outcome.model;
  }

  #outcomeOf(shown: string): Outcome {
    const known = this.#outcomes.get(shown);
    if (known !== undefined) return known;
    const outcome = this.#readAnew(shown);
    this.#outcomes.set(shown, outcome);
    return outcome;
  }

  /** A pipe can be read only once. */
  #readPipe(shown: string, path: string): void {
    if (!this.#outcomes.has(shown))
      this.#outcomes.set(shown, this.#outcomeOfRead(shown, readBounded(path, LARGEST_SOURCE)));
  }

  #readAnew(shown: string): Outcome {
    const content = this.#contents.get(shown);
    if (content !== undefined) return { kind: "model", model: parse(shown, content) };
    return this.#outcomeOfRead(shown, this.#source.read(this.#realPathOf(shown), LARGEST_SOURCE));
  }

  #outcomeOfRead(shown: string, read: BoundedRead): Outcome {
    switch (read.kind) {
      case "bytes":
        return this.#parsed(shown, read.bytes);
      case "too-large":
        // The language says of it that it is.
        return this.#parsed(shown, read.start);
      case "missing":
      case "no-file":
      case "impossible":
        return { kind: "none", reason: read.reason };
      case "unreadable":
        throw new FileError({ kind: "cannot-read", path: shown, reason: read.reason });
    }
  }

  #parsed(shown: string, bytes: Uint8Array): Outcome {
    this.#contents.set(shown, bytes);
    const same = this.#others === null ? null : this.#others.#modelOf(shown, bytes);
    return { kind: "model", model: same ?? parse(shown, bytes) };
  }

  /** The model of a file that was read and holds just that; null of any other. */
  #modelOf(shown: string, bytes: Uint8Array): FileModel | null {
    const outcome = this.#outcomes.get(shown);
    const content = this.#contents.get(shown);
    if (outcome?.kind !== "model" || content === undefined) return null;
    return Buffer.compare(content, bytes) === 0 ? outcome.model : null;
  }

  #realPathOf(shown: string): string {
    return this.#realPaths.get(shown) ?? resolve(this.#folder, shown);
  }

  /** What messages call the file; `written` is how the user called it. */
  #shownPathOf(absolute: string, written?: string): string {
    if (written !== undefined && this.#realPaths.has(written)) return written;
    const real = this.#realPathsOf.get(absolute) ?? this.#source.realPathOf(absolute);
    this.#realPathsOf.set(absolute, real);
    const known = this.#shownPaths.get(real);
    if (known !== undefined) return known;
    const shown = withSlashes(written === undefined ? relative(this.#folder, real) : normalize(written));
    this.#shownPaths.set(real, shown);
    this.#realPaths.set(shown, real);
    return shown;
  }
}

/** Whether a path is what a shell writes for `<(…)`, or standard input by its name: a pipe that somebody wants to be read. */
function isPipeOfShell(path: string): boolean {
  return /^\/(?:dev\/stdin|(?:dev|proc\/self)\/fd\/\d+)$/.test(path);
}
