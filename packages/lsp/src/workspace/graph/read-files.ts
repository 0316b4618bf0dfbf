import { type FileModel, parse } from "@responses/dsl";
import { parseSteps } from "@responses/dsl/editor";
import { brokenByThemselves } from "../repair/broken-statements.js";
import { type RepairedText, repairText, unrepaired } from "../repair/repaired-text.js";
import { inSlices } from "../time-slice.js";

/** A file's content as it was read last, and what it meant when it could last be used. */
export interface ReadFile {
  readonly content: string | Uint8Array;
  readonly model: FileModel;
  /** The same, or repaired where statements are broken. */
  readonly usable: UsableFile;
}

interface UsableFile {
  readonly model: FileModel;
  /** Null where it is the text as it is. */
  readonly repaired: RepairedText | null;
}

/** A file to be read: its normalised URI, the name by which findings call it, and what is in it now. */
export interface FileToRead {
  readonly uri: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Characters or bytes of new text that are read at once at most: more takes long enough to be noticed. */
const QUICKLY_READ = 32 * 1024;

/** Mapping files as they were read last. A content that has changed is read by means of the one before. */
export class ReadFiles {
  readonly #files = new Map<string, ReadFile>();
  /** What is being read in slices, by URI. */
  readonly #readings = new Map<
    string,
    { readonly content: string | Uint8Array; readonly done: Promise<void> }
  >();

  /** Whether a file is read already, or so quickly that nobody has to wait. */
  isQuick({ uri, content }: FileToRead): boolean {
    const known = this.#files.get(uri);
    return (
      known?.content === content || Math.abs(content.length - (known?.content.length ?? 0)) <= QUICKLY_READ
    );
  }

  read(file: FileToRead): ReadFile {
    const known = this.#files.get(file.uri);
    if (known?.content === file.content) return known;
    return this.#keep(file, parse(file.name, file.content, known?.model));
  }

  /** Reads a long file while others have their turns; afterwards `read` is quick. Whoever asks twice waits for one reading. */
  async readInSlices(file: FileToRead, nextTurn: () => Promise<void>): Promise<void> {
    const running = this.#readings.get(file.uri);
    if (running?.content === file.content) return running.done;
    const previous = this.#files.get(file.uri)?.model ?? null;
    const steps = parseSteps(file.name, file.content, previous);
    const reading = { content: file.content, done: this.#finishReading(file, inSlices(steps, nextTurn)) };
    this.#readings.set(file.uri, reading);
    await reading.done;
  }

  /** Keeps what was read unless another content is read by then. */
  async #finishReading(file: FileToRead, model: Promise<FileModel>): Promise<void> {
    const read = await model;
    if (this.#readings.get(file.uri)?.content !== file.content) return;
    this.#readings.delete(file.uri);
    this.#keep(file, read);
  }

  #keep({ uri, content }: FileToRead, model: FileModel): ReadFile {
    const file = { content, model, usable: usableFile(model, this.#files.get(uri)?.usable ?? null) };
    this.#files.set(uri, file);
    return file;
  }

  forget(uri: string): void {
    this.#files.delete(uri);
    this.#readings.delete(uri);
  }

  forgetAll(): void {
    this.#files.clear();
    this.#readings.clear();
  }
}

/** A file as others include it: broken statements stand as what they were last. */
function usableFile(model: FileModel, previous: UsableFile | null): UsableFile {
  const broken = brokenByThemselves(model);
  if (broken.size === 0 || previous === null) return { model, repaired: null };
  const repaired = repairText(model, broken, previous.repaired ?? unrepaired(previous.model));
  return { model: parse(model.path, repaired.text, previous.model), repaired };
}
