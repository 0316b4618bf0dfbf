import type { ChosenBaseline } from "@responses/node-host";
import { narrowToChanged } from "./changed-inputs.js";
import { gatherInputs, type Inputs, watchedPaths } from "./inputs.js";
import { runAndWatch } from "./watch.js";
import type { WatchedPaths } from "./watched-states.js";

/** How a run is performed. */
export interface RunOptions {
  readonly stdinFilename?: string;
  readonly allowEmpty?: boolean;
  readonly watch?: boolean;
  /** Leaves out the mapping files that a change has nothing to do with. */
  readonly changed?: boolean;
  /** The revision that the change is counted from. */
  readonly since?: string;
  /** Which baseline holds; without it the one that the project file names. */
  readonly chosenBaseline?: ChosenBaseline;
}

/** Runs on the files that the arguments name; to `watch` is to run again whenever something that was read changes. */
export async function perform(
  args: readonly string[],
  { stdinFilename, allowEmpty, watch, changed, since, chosenBaseline }: RunOptions,
  run: (inputs: Inputs) => void,
): Promise<void> {
  const once = async (): Promise<WatchedPaths> => {
    // How the run before went says nothing of this one.
    process.exitCode = undefined;
    const gathering = gatherInputs(args, { stdinFilename, allowEmpty, chosenBaseline });
    const isNarrowed = changed === true || since !== undefined;
    const inputs = await (isNarrowed ? narrowToChanged(gathering, since ?? null) : gathering);
    run(inputs);
    return watchedPaths(inputs);
  };
  await (watch === true ? runAndWatch(once) : once());
}
