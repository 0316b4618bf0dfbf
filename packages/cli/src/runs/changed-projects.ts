import { join, relative } from "node:path";
import {
  FINDING_NAMES,
  listed,
  NO_CONFIG,
  PROJECT_FILE,
  type ProjectConfig,
  quoted,
} from "@responses/dsl/editor";
import { withSlashes } from "@responses/node-host";
import { isProblem } from "../terminal/usage-error.js";
import type { Pair } from "./compared-pairs.js";
import type { Side, Sides } from "./compared-sides.js";
import type { DiffNote } from "./diff-notes.js";

/** Settings that are named of one project file. */
const NAMED = 8;

/**
 * In what the project files of mappings that are compared differ: what they leave out or take less seriously is found no more. Nothing is
 * said of one that cannot be used, which is told by itself.
 */
export function changedProjects({ before, after }: Sides, pairs: readonly Pair[]): readonly DiffNote[] {
  const old = configsOf(
    before,
    pairs.map((pair) => pair.before),
  );
  const now = configsOf(
    after,
    pairs.map((pair) => pair.after),
  );
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): readonly DiffNote[] => {
    const changes = changesOf(old.get(path) ?? NO_CONFIG, now.get(path) ?? NO_CONFIG);
    return changes.length === 0 ? [] : [{ kind: "project-file", path, changes }];
  });
}

/** The project files in effect, by their paths. */
function configsOf(
  { projects }: Side,
  paths: readonly (string | null)[],
): ReadonlyMap<string, ProjectConfig> {
  const configs = new Map<string, ProjectConfig>();
  for (const path of paths) {
    if (path === null) continue;
    try {
      const found = projects.configOf(path);
      if (found !== null) configs.set(shownPath(found.folder), found.config);
    } catch (error) {
      if (!isProblem(error)) throw error;
    }
  }
  return configs;
}

function shownPath(folder: string): string {
  return withSlashes(relative(process.cwd(), join(folder, PROJECT_FILE)));
}

function changesOf(old: ProjectConfig, now: ProjectConfig): readonly string[] {
  const severities = FINDING_NAMES.flatMap((name) => {
    const [was, is] = [old.severityOf(name), now.severityOf(name)];
    return was === is ? [] : [`${name} is ${is} and was ${was}`];
  });
  const baseline =
    old.baseline === now.baseline
      ? []
      : [now.baseline === null ? "it names no baseline any more" : `its baseline is ${quoted(now.baseline)}`];
  const all = [
    ...lists("ignore", old.ignore, now.ignore),
    ...severities,
    ...baseline,
    ...lists("includeFrom", old.includeFrom, now.includeFrom),
  ];
  return all.length <= NAMED ? all : [...all.slice(0, NAMED), `${all.length - NAMED} more settings`];
}

function lists(name: string, old: readonly string[], now: readonly string[]): readonly string[] {
  const [came, gone] = [now.filter((one) => !old.includes(one)), old.filter((one) => !now.includes(one))];
  return [
    ...(came.length === 0 ? [] : [`${name} has ${listed(came.map(quoted))} now`]),
    ...(gone.length === 0 ? [] : [`${name} has ${listed(gone.map(quoted))} no more`]),
  ];
}
