import { lstatSync, readlinkSync } from "node:fs";
import { dirname, isAbsolute, join, parse, sep } from "node:path";

/** Systems follow no more. */
const MOST_LINKS = 40;

/**
 * The symbolic links on the way to a file, each by its path in a folder without links, and at the end where the way leads, there or
 * not. Links that lead in a circle are followed a few times.
 *
 * @param path absolute
 */
export function wayTo(path: string): readonly string[] {
  let { root: at } = parse(path);
  const rest = partsOf(path.slice(at.length));
  const links: string[] = [];
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      at = dirname(at);
      continue;
    }
    const next = join(at, part);
    if (links.length >= MOST_LINKS || lstatSync(next, { throwIfNoEntry: false })?.isSymbolicLink() !== true) {
      at = next;
      continue;
    }
    links.push(next);
    const target = readlinkSync(next);
    if (isAbsolute(target)) at = parse(target).root;
    rest.push(...partsOf(isAbsolute(target) ? target.slice(at.length) : target));
  }
  return [...links, at];
}

/** The last first. */
function partsOf(path: string): string[] {
  return path.split(sep === "\\" ? /[\\/]/ : "/").reverse();
}
