import type { ResolveInclude, UriOfInclude } from "../../workspace/documents/include-target.js";
import type { Session } from "./session.js";

/** The names of the files that includes lead to, as the features ask for them. */
export function includeResolver({ workspace }: Session): ResolveInclude {
  return (from, include) => workspace.resolveInclude(from, include);
}

/** The URIs of those files. */
export function uriOfInclude({ workspace }: Session): UriOfInclude {
  return (from, include) => {
    const name = workspace.resolveInclude(from, include);
    return name === null ? null : workspace.uriOf(name);
  };
}
