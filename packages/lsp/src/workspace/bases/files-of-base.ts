import { type FileModel, type Linked, link } from "@responses/dsl";
import { parseSteps } from "@responses/dsl/editor";
import { includedBy, type MappingDocument } from "../documents/mapping-document.js";
import type { SourceFiles } from "../graph/source-files.js";
import { inSlices } from "../time-slice.js";

/** Gives the bytes of a file, by its normalised URI; null where there is none. */
export type ReadBytes = (key: string) => Promise<Uint8Array | null>;

interface ParsedFile {
  readonly bytes: Uint8Array;
  readonly model: FileModel;
}

/** The files that a document is compared with. What still holds the same is not parsed anew. */
export class FilesOfBase {
  readonly #files: SourceFiles;
  #parsed: ReadonlyMap<string, ParsedFile> = new Map();

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  /**
   * The mapping of a document's file with its includes put in place, all of them as they are read there; null where there is no
   * such file. Whatever the editor has open counts for nothing.
   *
   * @param nextTurn lets others have theirs, and ends the work by throwing
   */
  async link(
    key: string,
    document: MappingDocument,
    read: ReadBytes,
    nextTurn: () => Promise<void>,
  ): Promise<Linked | null> {
    const known = this.#parsed;
    const nearly = modelsOf(document);
    const parsed = new Map<string, ParsedFile | null>();
    for (;;) {
      const wanted = new Set<string>();
      const modelOf = (wantedKey: string): FileModel | null => {
        const file = parsed.get(wantedKey);
        if (file === undefined) wanted.add(wantedKey);
        return file?.model ?? null;
      };
      const own = modelOf(key);
      const linked =
        own === null
          ? null
          : link(own, {
              resolve: (from, include) => this.#files.resolve(from, include),
              load: (name) => modelOf(this.#files.keyOf(name)),
            });
      if (wanted.size === 0) {
        this.#parsed = new Map(
          [...parsed].flatMap(([name, file]) => (file === null ? [] : [[name, file] as const])),
        );
        return linked;
      }
      for (const wantedKey of wanted) {
        const bytes = await read(wantedKey);
        const name = this.#files.nameOf(wantedKey);
        parsed.set(
          wantedKey,
          await parsedFile(bytes, name, known.get(wantedKey), nearly.get(name), nextTurn),
        );
      }
    }
  }
}

/** Files that the text shares most statements with: these need not be parsed again. */
function modelsOf({ file, linked }: MappingDocument): ReadonlyMap<string, FileModel> {
  return new Map(
    [file, ...includedBy(linked).map((included) => included.file)].map((one) => [one.path, one]),
  );
}

async function parsedFile(
  bytes: Uint8Array | null,
  name: string,
  known: ParsedFile | undefined,
  similar: FileModel | undefined,
  nextTurn: () => Promise<void>,
): Promise<ParsedFile | null> {
  if (bytes === null) return null;
  if (known !== undefined && known.model.path === name && areEqual(known.bytes, bytes)) return known;
  const steps = parseSteps(name, bytes, known?.model ?? similar ?? null);
  return { bytes, model: await inSlices(steps, nextTurn) };
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
