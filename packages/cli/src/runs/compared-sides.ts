import { join, relative, resolve } from "node:path";
import {
  DISK,
  FileError,
  type FileSource,
  findNamedFiles,
  GitError,
  GitRepository,
  isGlob,
  MappingFiles,
  type NamedFiles,
  ProjectFiles,
  type Revision,
  RevisionFiles,
  withSlashes,
  workingTreeOf,
} from "@responses/node-host";
import { refuseResponse } from "../files/response-file.js";
import { STANDARD_INPUT } from "../files/standard-input.js";
import { UsageError } from "../terminal/usage-error.js";
import { type AcceptancePlace, acceptedFileIn } from "./acceptance-place.js";
import { SubmodulesApart } from "./compared-submodules.js";
import { withoutEmptyNames } from "./inputs.js";
import { typedCommand } from "./typed-command.js";
import type { CheckedOut } from "./uncommitted-files.js";

/** One side of a comparison: mapping files as they are in one place, or were at one time. */
export interface Side {
  /** What messages call it: a revision as the user wrote it, the working tree, or a path. */
  readonly name: string;
  /** The whole name of the commit; null for what is on the disk. */
  readonly commit: string | null;
  readonly files: MappingFiles;
  readonly projects: ProjectFiles;
  readonly found: NamedFiles;
  /** Files of the two sides with equal keys are the same file. */
  readonly keyOf: (path: string) => string;
  /** Whether there is a file at a path, mapping file or not. */
  readonly isFile: (path: string) => boolean;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** Where the newer side is the commit that is checked out: what the working tree has besides is not compared. */
  readonly checkedOut: CheckedOut | null;
  /** The arguments that compare the working tree in its place. */
  readonly ofWorkingTree: readonly string[];
  /**
   * Where accepted differences are, as they are for what is checked out. Of another revision nothing can be accepted here, and of two
   * paths what a file says that the user names.
   */
  readonly acceptance: AcceptancePlace | null;
}

/** What a comparison is of. */
interface Revisions {
  readonly repository: GitRepository;
  readonly before: Revision;
  /** Null for the working tree. */
  readonly after: Revision | null;
  readonly paths: readonly string[];
  /** The arguments that compare the older revision with the working tree. */
  readonly ofWorkingTree: readonly string[];
}

/**
 * Finds what the arguments of `responses diff` name: two files or folders, or revisions and then paths in them. Throws a
 * Problem where they name nothing, or two things at once.
 *
 * @param base the revision of `--base`: the arguments are paths, then
 * @param allowEmpty whether it is no problem that one of several paths has no mapping file
 */
export async function gatherSides(
  args: readonly string[],
  base: string | null,
  allowEmpty: boolean,
): Promise<Sides> {
  const sides = await findSides(args, base);
  const accepted = (side: Side): Side =>
    allowEmpty ? { ...side, found: withoutEmptyNames(side.found) } : side;
  return { ...sides, before: accepted(sides.before), after: accepted(sides.after) };
}

async function findSides(args: readonly string[], base: string | null): Promise<Sides> {
  if (args.includes(STANDARD_INPUT))
    throw new UsageError("standard input cannot be compared: - is neither a file nor a revision");
  if (base !== null) return await revisionSides(sinceBase(base, args));
  const [first, second] = args;
  if (first === undefined)
    throw new UsageError("say what to compare: two files, two folders, or a revision, as main...HEAD");
  if (!isPath(first)) return await revisionSides(revisionsIn(first, args.slice(1)));
  if (second === undefined)
    throw new UsageError(`say what to compare ${first} with: a revision before it, or another path after it`);
  if (args.length > 2) throw new UsageError("two files or folders can be compared, not more");
  return await pathSides(first, second);
}

/** With `--base`, arguments are paths: one that is none says another revision to compare. */
function refuseRevisions(base: string, paths: readonly string[], repository: GitRepository): void {
  const revision = paths.find(
    (path) =>
      DISK.whatIsAt(path).kind === "missing" &&
      (rangeIn(path)?.every((name) => name === "" || repository.find(name) !== null) ??
        repository.find(path) !== null),
  );
  if (revision === undefined) return;
  const way = rangeIn(revision) === null ? `${base}...${revision}` : revision;
  throw new UsageError(
    `--base ${base} compares the working tree, and ${revision} is a revision: leave ${revision} out, or write responses diff ${way} without --base`,
  );
}

/** The revisions of `A..B` and `A...B`. */
function rangeIn(text: string): readonly [from: string, to: string] | null {
  const found = RANGE.exec(text);
  return found === null ? null : [found[1] ?? "", found[3] ?? ""];
}

const RANGE = /^(.*?)(\.{2,3})(.*)$/s;

/** What the working tree changes since it left a revision. */
function sinceBase(base: string, paths: readonly string[]): Revisions {
  const repository = new GitRepository(process.cwd());
  refuseRevisions(base, paths, repository);
  const head = repository.resolve("HEAD");
  const before = repository.mergeBase(repository.resolve(base), head);
  return {
    repository,
    before,
    after: repository.hasWorkingTree ? null : head,
    paths,
    ofWorkingTree: ["--base", base],
  };
}

function revisionsIn(first: string, others: readonly string[]): Revisions {
  const range = RANGE.exec(first);
  if (range !== null) {
    const [, from = "", dots, to = ""] = range;
    const repository = new GitRepository(process.cwd());
    const old = repository.resolve(from || "HEAD");
    const after = repository.resolve(to || "HEAD");
    const before = dots === "..." ? repository.mergeBase(old, after) : old;
    const ofWorkingTree = dots === "..." ? ["--base", old.name] : [old.name];
    return { repository, before, after, paths: others, ofWorkingTree };
  }
  const { repository, revision: before } = revisionOrNothing(first);
  const [second, ...rest] = others;
  const after = second === undefined || isPath(second) ? null : repository.find(second);
  const ofWorkingTree = [first];
  if (after !== null) return { repository, before, after, paths: rest, ofWorkingTree };
  if (second !== undefined) refuseUnknown(second, repository, before);
  return {
    repository,
    before,
    after: repository.hasWorkingTree ? null : repository.resolve("HEAD"),
    paths: others,
    ofWorkingTree,
  };
}

/** For what may be a path that is gone, or a revision that is misspelt. */
function refuseUnknown(name: string, repository: GitRepository, before: Revision): void {
  const place = join(folderOf(repository), name);
  const isSomething =
    isGlob(name) ||
    [DISK, new RevisionFiles(repository, before)].some((source) => source.whatIsAt(place).kind !== "missing");
  if (!isSomething)
    throw new UsageError(
      `there is no file or folder ${name}, neither now nor at ${before.name}, and no revision of that name`,
    );
}

/** For what git itself takes for a file of a revision. */
function refuseFileOfRevision(name: string, repository: GitRepository): void {
  const [, revision = "", path = ""] = /^([^:]+):(.+)$/s.exec(name) ?? [];
  if (revision === "" || repository.find(revision) === null) return;
  throw new UsageError(
    `${name} names a file of a revision: write both by themselves, as ${typedCommand("diff", [revision, path])}`,
  );
}

/** For an argument that is no path: that neither is there has to be said of both. */
function revisionOrNothing(name: string): {
  readonly repository: GitRepository;
  readonly revision: Revision;
} {
  try {
    const repository = new GitRepository(process.cwd());
    refuseFileOfRevision(name, repository);
    return { repository, revision: repository.resolve(name) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(`there is no file or folder ${name}, and ${error.message}`);
  }
}

/** Whether an argument is a path. Throws a UsageError where it is a revision as well. */
function isPath(name: string): boolean {
  if (/^\.{0,2}[/\\]|^\.{1,2}$/.test(name)) {
    if (DISK.whatIsAt(name).kind === "missing") throw new FileError({ kind: "nothing-there", path: name });
    return true;
  }
  if (DISK.whatIsAt(name).kind === "missing") return false;
  const revision = revisionNamed(name);
  // Where there is no working tree, the files that lie there are git's own: HEAD is one.
  if (revision === "bare") return false;
  if (revision === "found")
    throw new UsageError(`${name} is a path and a revision: write ./${name} for the path, or its commit`);
  return true;
}

function revisionNamed(name: string): "found" | "bare" | "none" {
  try {
    const repository = new GitRepository(process.cwd());
    if (repository.find(name) === null) return "none";
    return repository.hasWorkingTree ? "found" : "bare";
  } catch (error) {
    // Outside a repository, and without git, nothing is.
    if (error instanceof GitError) return "none";
    throw error;
  }
}

async function revisionSides(revisions: Revisions): Promise<Sides> {
  const { repository, before, after, ofWorkingTree } = revisions;
  const folder = folderOf(repository);
  const paths = revisions.paths.length === 0 ? ["."] : revisions.paths;
  const sideOf = async (
    name: string,
    commit: string | null,
    source: FileSource,
    others: MappingFiles | null,
  ): Promise<Side> => {
    const projects = new ProjectFiles(folder, source);
    const found = await findNamedFiles(paths, folder, projects, source);
    const files = new MappingFiles(folder, source, others);
    const isFile = (path: string): boolean => source.whatIsAt(resolve(folder, path)).kind === "file";
    return { name, commit, files, projects, found, keyOf: (path) => path, isFile };
  };
  const oldFiles = new RevisionFiles(repository, before);
  const newFiles = after === null ? workingTreeOf(repository) : new RevisionFiles(repository, after);
  const submodules = new SubmodulesApart(repository, oldFiles, newFiles);
  const old = await sideOf(before.name, before.commit, submodules.goingPast(oldFiles), null);
  const now = await sideOf(
    after?.name ?? "the working tree",
    after?.commit ?? null,
    submodules.goingPast(newFiles),
    old.files,
  );
  const problems = [...now.found.problems, ...submodules.problems(folder, before.name, now.projects)];
  const isCheckedOut =
    after !== null && repository.hasWorkingTree && repository.find("HEAD")?.commit === after.commit;
  const acceptance = (): AcceptancePlace => {
    const older = { source: oldFiles, name: before.name };
    const file = acceptedFileIn(repository.root);
    return { file, folder, coversFolder: revisions.paths.length === 0, older };
  };
  return {
    acceptance: repository.hasWorkingTree && (after === null || isCheckedOut) ? acceptance() : null,
    checkedOut: isCheckedOut ? { repository, head: after, folder, paths } : null,
    ofWorkingTree: [...ofWorkingTree, ...revisions.paths],
    before: old,
    after: { ...now, found: { ...now.found, problems } },
  };
}

/** Where paths start. */
function folderOf(repository: GitRepository): string {
  return repository.hasWorkingTree ? process.cwd() : repository.root;
}

async function pathSides(before: string, after: string): Promise<Sides> {
  if (isFolder(before) !== isFolder(after))
    throw new UsageError(`${before} and ${after} cannot be compared: one is a file, the other a folder`);
  return {
    before: await pathSide(before),
    after: await pathSide(after),
    checkedOut: null,
    ofWorkingTree: [],
    acceptance: null,
  };
}

async function pathSide(name: string): Promise<Side> {
  refuseResponse(name);
  const folder = process.cwd();
  const projects = new ProjectFiles(folder);
  const found = await findNamedFiles([name], folder, projects);
  // Two files are compared whatever their names are.
  const keyOf = isFolder(name) ? (path: string) => withSlashes(relative(name, path)) : () => "";
  const isFile = (path: string): boolean => DISK.whatIsAt(path).kind === "file";
  return { name, commit: null, files: new MappingFiles(folder), projects, found, keyOf, isFile };
}

function isFolder(path: string): boolean {
  return DISK.whatIsAt(path).kind === "folder";
}
