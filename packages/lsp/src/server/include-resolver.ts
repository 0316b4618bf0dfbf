import type { ResolveInclude } from "../features/symbols/symbol.js";
import type { Session } from "./session.js";

/** Where includes lead to, as the features ask it. */
export function includeResolver({ workspace }: Session): ResolveInclude {
  return (from, include) => workspace.resolveInclude(from, include);
}
