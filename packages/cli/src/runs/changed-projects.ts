import { relative, resolve } from "node:path";
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

/** A project file of mappings that were compared says something else than it did, or than the one that held in its place. */
export interface ProjectNote {
  readonly kind: "project-file";
  readonly path: string;
  readonly inPlaceOf: string | null;
  readonly changes: readonly string[];
}

/** Settings that are named of one project file. */
const NAMED = 8;

/**
 * In what the project files differ that hold for the mappings that are compared: what they leave out or take less seriously is found no
 * more. A mapping that came or went would have had the file that holds in its place on the other side. Nothing is said of a file that
 * cannot be used, which is told by itself. Linear in the mappings, and in what few project files say.
 */
export function changedProjects({ before, after }: Sides, pairs: readonly Pair[]): readonly ProjectNote[] {
  const replaced = new Map<string, { readonly old: ProjectOf; readonly now: ProjectOf }>();
  for (const pair of pairs) {
    const [old, now] = [
      projectOf(before, pair.before ?? pair.after),
      projectOf(after, pair.after ?? pair.before),
    ];
    if (old === null || now === null) continue;
    replaced.set(JSON.stringify([old.path, now.path]), { old, now });
  }
  const notes = [...replaced.values()].flatMap(({ old, now }): readonly ProjectNote[] => {
    // Where there is none on one side, the other one came or went.
    const [path, was] = [now.path ?? old.path, old.path ?? now.path];
    if (path === null || was === null) return [];
    const isSameFile = before.keyOf(was) === after.keyOf(path);
    const changes = changesOf(old, now, isSameFile);
    const inPlaceOf = isSameFile ? null : was;
    return changes.length === 0 ? [] : [{ kind: "project-file", path, inPlaceOf, changes }];
  });
  const nameOf = ({ path, inPlaceOf }: ProjectNote): string => `${path}\0${inPlaceOf ?? ""}`;
  return notes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** What a project file says, and where; without one nothing, nowhere. */
interface ProjectOf {
  readonly path: string | null;
  readonly folder: string;
  readonly config: ProjectConfig;
}

/** The project file that holds for a mapping; null where it cannot be used. */
function projectOf({ projects }: Side, mapping: string | null): ProjectOf | null {
  try {
    const found = mapping === null ? null : projects.configOf(mapping);
    return found === null
      ? { path: null, folder: "", config: NO_CONFIG }
      : { path: shownPath(found.folder, PROJECT_FILE), ...found };
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}

function shownPath(folder: string, path: string): string {
  return withSlashes(relative(process.cwd(), resolve(folder, path)));
}

/** @param isSameFile whether both are one project file; what of another one is said from its folder is compared by where it leads */
function changesOf(old: ProjectOf, now: ProjectOf, isSameFile: boolean): readonly string[] {
  const severities = FINDING_NAMES.flatMap((name) => {
    const [was, is] = [old.config.severityOf(name), now.config.severityOf(name)];
    return was === is ? [] : [`${name} is ${is} and was ${was}`];
  });
  const placeOf = ({ folder }: ProjectOf, path: string): string =>
    isSameFile ? path : shownPath(folder, path);
  const baselineOf = (project: ProjectOf): string | null =>
    project.config.baseline === null ? null : placeOf(project, project.config.baseline);
  const includeFrom = (project: ProjectOf): readonly string[] =>
    project.config.includeFrom.map((path) => placeOf(project, path));
  const baseline = baselineOf(now);
  const all = [
    // What another file leaves out elsewhere is nothing to these mappings, and of each that it leaves out that is said.
    ...(isSameFile ? lists("ignore", old.config.ignore, now.config.ignore) : []),
    ...severities,
    ...(baselineOf(old) === baseline
      ? []
      : [baseline === null ? "it names no baseline any more" : `its baseline is ${quoted(baseline)}`]),
    ...lists("includeFrom", includeFrom(old), includeFrom(now)),
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
