/** What somebody has to know of all of these files, which install the command from npm. */
export const UNTIL_PUBLISHED =
  "it installs @responses/cli, which is not on npm yet: until then `npm run release -- --dry-run`, in a clone of Responses, makes a file in artefacts/release to be installed in its place";

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
