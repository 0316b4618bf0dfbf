import type { FileModel } from "./mapping.js";

/** How the language reaches other files; nothing in this package touches a disk. */
export interface Host {
  /** The path of a file named in an `include` of the file `from`. Equal files get equal paths. */
  resolve(from: string, include: string): string;
  /** The file's meaning, or null if there is no such file. */
  load(path: string): FileModel | null;
  /** Whether the file `from` may include the file of that path, there or not; without this method any file may include any. */
  mayInclude?(from: string, path: string): boolean;
}

/** A host for mappings that stand alone: there are no other files. */
export const noOtherFiles: Host = {
  resolve: (_from, include) => include,
  load: () => null,
};
