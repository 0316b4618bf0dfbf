/** Files as they were committed. All addresses are URIs as `vscode-uri` writes them. */
export interface CommittedFiles {
  /** The commit that HEAD names in the repository that a file is in; where there is none, why, as a clause. */
  head(uri: string): Promise<Commit | NoFiles>;
}

export interface Commit {
  readonly kind: "commit";
  /** Its whole name. */
  readonly name: string;
  /** What a file held then. */
  read(uri: string): Promise<CommittedFile>;
  /** The URI of a file that was renamed since, found by what it holds now; null where there is none. */
  formerUri(uri: string, text: string): Promise<string | null>;
}

export type CommittedFile =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "missing" }
  | NoFiles;

/** Nothing can be read; the reason is a clause. */
export interface NoFiles {
  readonly kind: "none";
  readonly reason: string;
}
