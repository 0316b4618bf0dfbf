/** What people write for `.responses`, and what a file is called that they put aside. */
const NEAR_ENDINGS = [
  ".response",
  ".RESPONSES",
  ".Responses",
  ".responses.txt",
  ".txt",
  ".responses.bak",
  ".responses.old",
  ".responses.orig",
  ".responses.off",
  ".responses.disabled",
  ".responses~",
];

/**
 * The path of a file that is nearly called as a mapping file was that is gone; null where there is none.
 *
 * @param isFile whether there is a file at a path
 */
export function nearNameOf(path: string, isFile: (path: string) => boolean): string | null {
  const stem = path.replace(/\.responses$/, "");
  return NEAR_ENDINGS.map((ending) => `${stem}${ending}`).find(isFile) ?? null;
}
