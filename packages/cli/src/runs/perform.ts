import { gatherInputs, type Inputs, watchedPaths } from "./inputs.js";
import { runAndWatch, type WatchedPaths } from "./watch.js";

/** How a run is performed. */
export interface RunOptions {
  readonly stdinFilename?: string;
  readonly watch?: boolean;
}

/** Runs on the files that the arguments name; to `watch` is to run again whenever something that was read changes. */
export async function perform(
  args: readonly string[],
  { stdinFilename, watch }: RunOptions,
  run: (inputs: Inputs) => void,
): Promise<void> {
  const once = async (): Promise<WatchedPaths> => {
    const inputs = await gatherInputs(args, stdinFilename);
    run(inputs);
    return watchedPaths(inputs);
  };
  await (watch === true ? runAndWatch(once) : once());
}
