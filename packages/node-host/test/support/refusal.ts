import { FileError } from "@responses/node-host";

/** The error with which the work is refused. */
export function refusalOf(work: () => unknown): FileError {
  try {
    work();
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
