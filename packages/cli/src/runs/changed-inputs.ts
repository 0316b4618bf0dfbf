import { dirname, join, relative } from "node:path";
import { PROJECT_FILE, writeBaseline } from "@responses/dsl/editor";
import {
  ChangedPaths,
  type FoundBaseline,
  GitRepository,
  isInside,
  type MappingFiles,
  ProjectFiles,
  type Revision,
  RevisionFiles,
  realPathOf,
  withSlashes,
} from "@responses/node-host";
import { UsageError } from "../terminal/usage-error.js";
import type { Inputs } from "./inputs.js";

/**
 * The inputs without the mapping files that a change leaves as they were: neither they themselves, nor what they include, through
 * any number of files, nor a project file above them, nor what the baseline lists of them is another than at the revision, gone or
 * new. Throws a Problem where git can't tell.
 *
 * @param gathering what is narrowed; git is asked while the files are found and read
 * @param since the revision to compare with, as the user wrote it; null for the one that the change is meant for. Of a branch the
 *   commit counts at which HEAD left it
 */
export async function narrowToChanged(gathering: Promise<Inputs>, since: string | null): Promise<Inputs> {
  const [inputs, { repository, base, changed }] = await Promise.all([gathering, changeSince(since)]);
  const projects = new ChangedProjects(repository.root, changed);
  const baselines = new ChangedBaselines(repository, base, changed);
  const isOther = (file: string): boolean => changed.has(file) || projects.isChangedFor(dirname(file));
  const isTouched = (path: string): boolean =>
    (filesOf(path, inputs.files, changed)?.some(isOther) ?? true) ||
    baselines.isChangedFor(path, inputs.projects);
  const { found } = inputs;
  return {
    ...inputs,
    found: { ...found, paths: found.paths.filter(isTouched) },
    narrowing: { since: base, among: found.paths.length, deleted: deletedOf(repository, changed) },
  };
}

function deletedOf({ root }: GitRepository, changed: ChangedPaths): readonly string[] {
  const folder = realPathOf(process.cwd());
  return changed
    .goneMappingFiles()
    .map((path) => join(root, path))
    .filter((path) => isInside(folder, path))
    .map((path) => withSlashes(relative(folder, path)));
}

/** The files that a mapping file stands on, itself among them; null where one can't be read. */
function filesOf(path: string, files: MappingFiles, changed: ChangedPaths): readonly string[] | null {
  try {
    return [...files.filesOf(path, (real) => changed.mayHold(real))];
  } catch {
    // Whatever keeps it from being read is told when it is worked at.
    return null;
  }
}

async function changeSince(since: string | null) {
  const folder = process.cwd();
  const changedSince = ChangedPaths.startListing(folder, "include");
  const { repository, base: clear } =
    since === null
      ? { repository: new GitRepository(folder), base: null }
      : await GitRepository.startWithMergeBase(folder, since, "HEAD");
  if (!repository.hasWorkingTree)
    throw new UsageError("a bare repository has no working tree, so nothing in it has changed");
  const base = clear ?? repository.mergeBaseOf(since ?? baseOf(repository), "HEAD");
  return { repository, base, changed: await changedSince(repository, base) };
}

const LIKELY_BASES = ["main", "master", "origin/main", "origin/master"];

/** The revision that a change is meant for, as the place says where this runs, or else the repository. */
function baseOf(repository: GitRepository): string {
  const { GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA } = process.env;
  if (GITHUB_BASE_REF) return `origin/${GITHUB_BASE_REF}`;
  if (CI_MERGE_REQUEST_DIFF_BASE_SHA) return CI_MERGE_REQUEST_DIFF_BASE_SHA;
  if (repository.find("origin/HEAD") !== null) return "origin/HEAD";
  const likely = LIKELY_BASES.find((name) => repository.find(name) !== null);
  if (likely !== undefined) throw new UsageError(`say since which revision: --changed --since ${likely}`);
  throw new UsageError(
    "say since which revision, as --changed --since HEAD~1: this clone knows no main and no master, and git fetch gets what it lacks (with actions/checkout: fetch-depth: 0)",
  );
}

/** Tells which folders have another project file than they had: their own, or that of a folder above them in the repository. */
class ChangedProjects {
  readonly #root: string;
  readonly #changed: ChangedPaths;
  readonly #known = new Map<string, boolean>();

  constructor(root: string, changed: ChangedPaths) {
    this.#root = root;
    this.#changed = changed;
  }

  isChangedFor(folder: string): boolean {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const isOwn = isInside(this.#root, realPathOf(folder)) && this.#changed.has(join(folder, PROJECT_FILE));
    const isChanged = isOwn || (above !== folder && this.isChangedFor(above));
    this.#known.set(folder, isChanged);
    return isChanged;
  }
}

/** Tells of which mapping files a baseline lists something else than it did: of others the same counts. */
class ChangedBaselines {
  readonly #changed: ChangedPaths;
  readonly #repository: GitRepository;
  readonly #base: Revision;
  /** Read once a baseline has changed: git is asked for the whole tree. */
  #source: RevisionFiles | null = null;
  /** The project files of the revision, by the place of the baseline that they are to use. */
  readonly #before = new Map<string, ProjectFiles>();

  constructor(repository: GitRepository, base: Revision, changed: ChangedPaths) {
    this.#changed = changed;
    this.#repository = repository;
    this.#base = base;
  }

  /** @param projects the project files as they are now */
  isChangedFor(path: string, projects: ProjectFiles): boolean {
    try {
      const now = projects.baselineOf(path);
      if (now === null || !this.#changed.has(now.place)) return false;
      const before = this.#projectsWith(now.place).baselineOf(path);
      const listed = (one: FoundBaseline | null): string =>
        writeBaseline(one?.baseline.entriesOf(now.fileOf(path)) ?? []);
      return listed(before) !== listed(now);
    } catch {
      // It is new, or cannot be used, which is told when the file is worked at.
      return true;
    }
  }

  #projectsWith(place: string): ProjectFiles {
    const known = this.#before.get(place);
    if (known !== undefined) return known;
    this.#source ??= new RevisionFiles(this.#repository, this.#base);
    const projects = new ProjectFiles(process.cwd(), this.#source, { kind: "named", path: place });
    this.#before.set(place, projects);
    return projects;
  }
}
