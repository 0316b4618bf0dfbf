/** The file with which a place outside runs the command, as `init --ci` writes it and docs/ci.md shows it. */
export interface CiFile {
  /** From the root of the repository. */
  readonly path: string;
  /** Its text, which installs that version of the command. */
  readonly text: (version: string) => string;
  /** What to do once it is there. */
  readonly next: string;
  /** What goes into a file of that name that is there already, and where in it. */
  readonly addition: { readonly place: string; readonly text: (version: string) => string };
}
