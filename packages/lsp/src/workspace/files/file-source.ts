/** Where files come from that no editor has open. All addresses are URIs as `vscode-uri` writes them. */
export interface FileSource {
  /** The file's bytes; null where there is no such file, or it cannot be read. */
  read(uri: string): Promise<Uint8Array | null>;
  /**
   * The files below a folder that are named `*.responses`, without those in `node_modules` and `.git`; none where the
   * folder cannot be listed.
   */
  listMappingFiles(folder: string): Promise<readonly string[]>;
  /** Whether one file may include another; without this method any may. What is found out is kept until `forgetBounds`. */
  mayInclude?(from: string, path: string): boolean;
  /** Says that a file with settings has changed, which may allow more or less. */
  forgetBounds?(): void;
}
