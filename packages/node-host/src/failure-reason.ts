/** Why the system could not do what was asked of a file, in plain words. */
export function reasonOf(error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return isNameLost(error) ? "its name cannot be read as UTF-8" : "there is no such file";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    case "ENXIO":
      return "it is a connection or a device and no file";
    case "EROFS":
      return "the disk is read-only";
    case "ENOSPC":
      return "the disk is full";
    case "ELOOP":
      return "its symbolic links lead in a circle";
    case "EDQUOT":
      return "there is no room left for this user";
    case "EFBIG":
      return "it would be larger than is allowed here";
    case "EEXIST":
      return "it is there already";
    case "EIO":
      return "the disk failed";
    case "EMFILE":
    case "ENFILE":
      return "too many files are open";
    case "EBUSY":
    case "ETXTBSY":
      return "something else uses it";
    case "ENAMETOOLONG":
      return "its name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** Whether a path cannot be that of the file it was listed for: bytes of a name that are not UTF-8 are replaced, and no file has what that gives. */
function isNameLost(error: unknown): boolean {
  return error instanceof Error && "path" in error && isLossy(String(error.path));
}

/** Whether bytes of a path that are not UTF-8 were replaced, mostly: nobody names a file by that mark. */
export function isLossy(path: string): boolean {
  return path.includes("\uFFFD");
}

/** The code that Node gives to a failure of the system, such as `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether Node refused it by itself: it runs with permissions (`--permission`), and not with that one. */
export function isForbidden(error: unknown): boolean {
  return codeOf(error) === "ERR_ACCESS_DENIED";
}
