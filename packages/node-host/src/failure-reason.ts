/** Why the system could not do what was asked of a file, in plain words. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    case "EROFS":
      return "the disk is read-only";
    case "ENOSPC":
      return "the disk is full";
    case "ELOOP":
      return "its symbolic links lead in a circle";
    case "EEXIST":
      return "it is there already";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** The code that Node gives to a failure of the system, such as `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
