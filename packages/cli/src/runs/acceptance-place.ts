import { join } from "node:path";
import { ACCEPTED_FILE } from "@responses/dsl/editor";
import type { FileSource } from "@responses/node-host";

/** Where the accepted differences of a comparison are. */
export interface AcceptancePlace {
  /** The file, absolute; it need not be there. */
  readonly file: string;
  /** Where relative paths start. */
  readonly folder: string;
  /** Whether all mapping files in that folder and below are compared. */
  readonly coversFolder: boolean;
  /** The older side, whose own file tells what was merged; null where it can have none. */
  readonly older: { readonly source: FileSource; readonly name: string } | null;
}

/** Where a repository has its file of accepted differences: at its root, so that it is the same wherever a run starts. */
export function acceptedFileIn(root: string): string {
  return join(root, ACCEPTED_FILE);
}
