/** What the command's exit code says. */
export const EXIT = {
  /** All is well. */
  fine: 0,
  /** An error, a failing example, or more warnings than allowed. */
  problems: 1,
  /** Wrong use, a file that can't be read or written, or nothing to check. */
  unusable: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that the user has to do another way. The message is for them; the command ends with `EXIT.unusable`. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Why the system could not do what was asked of a file, in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
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
