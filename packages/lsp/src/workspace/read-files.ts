import { type FileModel, parse } from "@responses/dsl";
import { brokenByThemselves } from "./analysed-document.js";
import { type RepairedText, repairText } from "./repaired-text.js";

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

/** Mapping files as they were read last. A content that has changed is read by means of the one before. */
export class ReadFiles {
  readonly #files = new Map<string, ReadFile>();

  /** Reads a file, given its normalised URI, the name by which findings call it, and what is in it now. */
  read(uri: string, name: string, content: string | Uint8Array): ReadFile {
    const known = this.#files.get(uri);
    if (known?.content === content) return known;
    const model = parse(name, content, known?.model);
    const file = { content, model, usable: usableFile(model, known?.usable ?? null) };
    this.#files.set(uri, file);
    return file;
  }

  forget(uri: string): void {
    this.#files.delete(uri);
  }

  forgetAll(): void {
    this.#files.clear();
  }
}

/** A file as others include it: broken statements stand as what they were last. */
function usableFile(model: FileModel, previous: UsableFile | null): UsableFile {
  const broken = brokenByThemselves(model);
  if (broken.size === 0 || previous === null) return { model, repaired: null };
  const before = previous.repaired ?? repairText(previous.model, () => false, false, null);
  const repaired = repairText(model, (index) => broken.has(index), broken.has(-1), before);
  return { model: parse(model.path, repaired.text, previous.model), repaired };
}
