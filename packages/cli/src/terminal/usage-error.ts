import { FileError, GitError } from "@responses/node-host";

/** Something that the user has to do another way. The message is for them; the command ends with `EXIT.unusable`. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What a user is told in its own words, and no fault of the command: wrong use, or what files or git do not give. */
export type Problem = UsageError | FileError | GitError;

export function isProblem(error: unknown): error is Problem {
  return error instanceof UsageError || error instanceof FileError || error instanceof GitError;
}
