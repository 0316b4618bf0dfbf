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
    const target = links.length < MOST_LINKS ? targetOf(next) : null;
    if (target === null) {
      at = next;
      continue;
    }
    links.push(next);
    if (isAbsolute(target)) at = parse(target).root;
    const further = partsOf(isAbsolute(target) ? target.slice(at.length) : target);
    for (const part of further) rest.push(part);
  }
  return [...links, at];
}

/** What a symbolic link says; null of anything else, and of what nobody may look at. */
function targetOf(path: string): string | null {
  try {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return isLink ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

/** The last first. */
function partsOf(path: string): string[] {
  return path.split(sep === "\\" ? /[\\/]/ : "/").reverse();
}
