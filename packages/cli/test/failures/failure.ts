import type { CommandName } from "./commands.js";
import type { FsFault } from "./fs-fault.js";

/** How the command is run in a world where something is wrong; without any of it, as always. */
export interface Way {
  /** The arguments instead of the usual ones, without those for reports. */
  readonly args?: readonly string[];
  /** More arguments, behind the others. */
  readonly more?: readonly string[];
  /** The arguments for reports are left out. */
  readonly withoutReports?: boolean;
  /** What names mapping files instead of nothing, for commands that take paths. */
  readonly paths?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly fs?: FsFault;
  readonly stdin?: string;
  readonly stdout?: "full" | "closed";
  /** A line of a shell that runs the command as `"$@"`. */
  readonly shell?: string;
  /** The command's file instead of the built one. */
  readonly command?: string;
}

/** Something that keeps a run from doing its work. */
export interface Failure {
  readonly name: string;
  readonly commands: readonly CommandName[];
  /** Brings it about in a folder, and says how to run there. */
  readonly make: (folder: string, command: CommandName) => Way;
  /** What is said of it, on standard error or in the last lines. */
  readonly says: RegExp;
  /** The exit code; 2 unless it is said. `refused`: that of a mapping with errors. `killed`: the system ends the process. */
  readonly code?: 1 | 2 | 70 | "refused" | "killed";
  /** The reports that are written say nothing of it, since it comes about after them, or by writing them. */
  readonly afterReports?: boolean;
  /** What goes wrong is the writing, perhaps of the second file: every run writes reports of all formats. */
  readonly needsReports?: boolean;
  /** It is brought about in all its commands also where only some of the whole is run. */
  readonly everywhere?: boolean;
}
