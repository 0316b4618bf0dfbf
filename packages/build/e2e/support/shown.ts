import { CACHE, HERE } from "./places.js";
import type { Project } from "./project.js";

/** What a tool has printed, without what differs between machines and runs: paths, times, sizes, stacks, the tools' versions, progress. */
export function shown(output: string, project: Project): string {
  return (
    output
      .replaceAll(project.folder, "<project>")
      .replaceAll(CACHE, "<cache>")
      .replaceAll(HERE, "<tools>/")
      .replace(/^ +at .*\n/gm, "")
      // On another stream than the rest: which of both is read first is chance.
      .replace(/^✓ \d+ modules? transformed\.\n?/gm, "")
      .replace(/\b(\d+m )?[\d.,]+ ?(ms|s|kB|KiB|bytes)\b/g, "…")
      .replace(/\bv?\d+\.\d+\.\d+\b/g, "…")
      .replace(/[ \t]+$/gm, "")
      .trim()
      .concat("\n")
  );
}
