import { GitError } from "@responses/node-host";

/** The error with which git refuses the work. */
export function gitRefusalOf(work: () => unknown): GitError {
  try {
    work();
  } catch (error) {
    if (error instanceof GitError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
