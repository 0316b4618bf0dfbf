import { closeSync, openSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, join, normalize, relative, resolve } from "node:path";
import { type FileModel, type Host, LARGEST_SOURCE, type Linked, link, parse } from "@responses/dsl";
import { reasonOf, UsageError } from "./exit-codes.js";
import { safe } from "./terminal.js";

/** A mapping file with its includes put in place, and the file by itself. */
export interface LoadedMapping {
  readonly linked: Linked;
  readonly file: FileModel;
}

/**
 * The mapping files of one run, each read once. A file is known by its real path, so that it is one file whatever names
 * lead to it; messages call it as it was first called, included files by their path from the current folder.
 */
export class MappingFiles {
  readonly #shownPaths = new Map<string, string>();
  readonly #realPaths = new Map<string, string>();
  readonly #models = new Map<string, FileModel | null>();
  readonly #contents = new Map<string, Uint8Array>();

  readonly host: Host = {
    resolve: (from, include) => this.#shownPathOf(resolve(dirname(this.#realPathOf(from)), include)),
    load: (path) => this.#included(path),
  };

  /** Reads a mapping file and what it includes; throws a UsageError if one that is there can't be read. */
  load(path: string): LoadedMapping {
    const file = this.read(path);
    return { linked: link(file, this.host), file };
  }

  /** Reads one file by itself; throws a UsageError if it can't be read. */
  read(path: string): FileModel {
    const shown = this.#shownPathOf(resolve(path), path);
    const known = this.#models.get(shown);
    if (known !== undefined && known !== null) return known;
    const model = parse(shown, this.#bytesOf(shown));
    this.#models.set(shown, model);
    return model;
  }

  /** The file's bytes as they were read; none of a file that was never read. */
  contentOf(path: string): Uint8Array {
    return this.#contents.get(this.#shownPathOf(resolve(path), path)) ?? new Uint8Array();
  }

  /** Takes this for the file's content from now on, whether or not there is such a file. */
  provide(path: string, content: Uint8Array): void {
    const shown = this.#shownPathOf(resolve(path), path);
    this.#contents.set(shown, content);
    this.#models.delete(shown);
  }

  /** The real paths of all files that were asked for, also of those that are not there. */
  get realPaths(): readonly string[] {
    return [...this.#realPaths.values()];
  }

  #included(path: string): FileModel | null {
    const known = this.#models.get(path);
    if (known !== undefined) return known;
    let model: FileModel | null = null;
    try {
      model = parse(path, this.#bytesOf(path));
    } catch (error) {
      if (!(error instanceof UnreadableFile) || !error.isMissing) throw error;
    }
    this.#models.set(path, model);
    return model;
  }

  #bytesOf(shown: string): Uint8Array {
    const known = this.#contents.get(shown);
    if (known !== undefined) return known;
    const bytes = readMappingBytes(this.#realPathOf(shown), shown);
    this.#contents.set(shown, bytes);
    return bytes;
  }

  #realPathOf(shown: string): string {
    return this.#realPaths.get(shown) ?? resolve(shown);
  }

  /** What messages call the file; `written` is how the user called it. */
  #shownPathOf(absolute: string, written?: string): string {
    if (written !== undefined && this.#realPaths.has(written)) return written;
    const real = realPathOf(absolute);
    const known = this.#shownPaths.get(real);
    if (known !== undefined) return known;
    const shown = withSlashes(written === undefined ? relative(process.cwd(), real) : normalize(written));
    this.#shownPaths.set(real, shown);
    this.#realPaths.set(shown, real);
    return shown;
  }
}

/** A file that can't be read. */
class UnreadableFile extends UsageError {
  constructor(
    path: string,
    readonly reason: unknown,
  ) {
    super(`cannot read ${safe(path)}: ${reasonOf(reason)}`);
  }

  /** Whether there is no file of that name: a folder of that name is none. */
  get isMissing(): boolean {
    const code = this.reason instanceof Error && "code" in this.reason ? String(this.reason.code) : "";
    return ["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(code);
  }
}

/** The path without symbolic links; of a file that is not there, that of its folder and its name. */
export function realPathOf(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    try {
      return join(realpathSync.native(dirname(absolute)), basename(absolute));
    } catch {
      return absolute;
    }
  }
}

/** The path with `/` between its parts, as includes and globs are written. */
export function withSlashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/**
 * The file's bytes, but no more than tell that it is too large: it may be a device that never ends. A pipe is read, too.
 */
function readMappingBytes(path: string, shown: string): Uint8Array {
  try {
    const descriptor = openSync(path, "r");
    try {
      return readUpTo(descriptor, LARGEST_SOURCE + 1);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new UnreadableFile(shown, error);
  }
}

function readUpTo(descriptor: number, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < most) {
    const chunk = Buffer.allocUnsafe(Math.min(most - length, 64 * 1024));
    const read = readSync(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return Buffer.concat(chunks, length);
}
