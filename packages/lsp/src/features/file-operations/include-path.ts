import type { URI } from "vscode-uri";

/** The path of an include that leads from one file's folder to another file; null where none does. */
export function includePathTo(from: URI, to: URI): string | null {
  if (from.scheme !== to.scheme || from.authority !== to.authority || !from.path.startsWith("/")) return null;
  const folder = stepsOf(from).slice(0, -1);
  const target = stepsOf(to);
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared++;
  return [...folder.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}

function stepsOf({ path }: URI): readonly string[] {
  return path.split("/").filter((step) => step !== "");
}
