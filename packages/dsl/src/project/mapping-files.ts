/** Whether a file is a mapping file, by its name or path. */
export function isMappingFileName(name: string): boolean {
  return name.endsWith(".responses");
}

/** Folders in which nobody keeps mapping files of their own: whoever looks through folders leaves them out. */
export const FOLDERS_LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", ".git"]);
