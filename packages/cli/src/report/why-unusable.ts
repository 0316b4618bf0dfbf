import { FileError } from "@responses/node-host";
import type { Problem } from "../terminal/usage-error.js";

/** Why a run came to nothing, or to less than was asked for: what its problems have in common, if that says more than how many they are. */
export function whyUnusable(problems: readonly Problem[]): string {
  const [first, ...others] = new Set(problems.map(commonReason));
  if (first !== undefined && first !== null && others.length === 0) return first;
  return problems.length === 1
    ? "something could not be read or written"
    : `${problems.length} things could not be read or written`;
}

/** Null for what has no more to say than that it could not be done. */
function commonReason(problem: Problem): string | null {
  if (!(problem instanceof FileError)) return null;
  const { kind } = problem.fault;
  switch (kind) {
    case "wrong-project-file":
      return "the errors in the project file must be fixed first";
    case "wrong-baseline":
      return "the errors in the baseline must be fixed first";
    case "wrong-accepted-file":
      return "the errors in the file of accepted differences must be fixed first";
    case "nothing-there":
      return "what was named is not there";
    case "gives-nothing":
      return "what was named has no mapping file in it (--allow-empty accepts that)";
    case "all-ignored":
      return "there was nothing to do (--allow-empty accepts that)";
    case "blank":
      return "there is nothing in the file";
    case "submodule-apart":
      return "what a submodule holds was not compared";
    case "too-many-rules-before":
      return "there is more to go through than one run does";
    case "cannot-read":
    case "cannot-write":
    case "changed-since-read":
    case "cannot-list-folder":
    case "cannot-make-folder":
    case "leads-nowhere":
    case "outside-folder":
      return null;
  }
}
