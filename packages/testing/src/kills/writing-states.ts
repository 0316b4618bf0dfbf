import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../command.js";
import type { WritingRun } from "./writing-runs.js";

/** What stands in a folder, by path. */
type Contents = ReadonlyMap<string, string>;

/**
 * What a run that writes files finds in its folder, and what it leaves there if nothing disturbs it; and what is wrong with a folder in
 * which it was killed.
 */
export class WritingStates {
  readonly args: readonly string[];
  readonly before: Contents;
  readonly after: Contents;
  /** How long it took undisturbed, in milliseconds. */
  readonly duration: number;
  readonly #begun: string;

  private constructor(args: readonly string[], begun: string, after: Contents, duration: number) {
    this.args = args;
    this.#begun = begun;
    this.before = contentsOf(begun);
    this.after = after;
    this.duration = duration;
  }

  /** Runs it once; `remove` has to be called in the end. */
  static async of({ args, files, earlier }: WritingRun): Promise<WritingStates> {
    const begun = folderWith(earlier ?? files);
    if (earlier !== undefined) await run(args, { cwd: begun });
    putInto(begun, files);
    const whole = copyOf(begun);
    const start = performance.now();
    await run(args, { cwd: whole });
    const states = new WritingStates(args, begun, contentsOf(whole), performance.now() - start);
    rmSync(whole, { recursive: true });
    return states;
  }

  /** Gives a folder in which the run can begin; it is gone afterwards. */
  async inFolder<Result>(use: (cwd: string) => Promise<Result>): Promise<Result> {
    const cwd = copyOf(this.#begun);
    try {
      return await use(cwd);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }

  remove(): void {
    rmSync(this.#begun, { recursive: true, force: true });
  }

  /**
   * What is wrong with a folder in which the run was killed: files that are gone, those that are neither as before nor as after, and modules
   * that import a file which is not there.
   */
  faultsOfKilled(cwd: string): readonly string[] {
    const left = contentsOf(cwd);
    const gone = [...this.before.keys()].filter((path) => !left.has(path));
    const torn = [...left].filter(
      ([path, text]) => !isTemporary(path) && this.before.get(path) !== text && this.after.get(path) !== text,
    );
    return [
      ...gone.map((path) => `${path} is gone`),
      ...torn.map(([path]) => `${path} is neither old nor new`),
      ...[...left].flatMap(([path, text]) =>
        importedBy(path, text)
          .filter((imported) => !left.has(imported))
          .map((imported) => `${path} imports ${imported}, which is not there`),
      ),
    ];
  }

  /** The temporary files in a folder in which a run has ended by itself. */
  temporaryFiles(cwd: string): readonly string[] {
    return filesIn(cwd).filter(isTemporary);
  }

  /** Puts everything into the place in which an undisturbed run leaves it, as somebody may do by other means. */
  finish(cwd: string): void {
    putInto(cwd, Object.fromEntries(this.after));
  }

  /** Whether a run has done some of its work there and not all. */
  isHalfway(cwd: string): boolean {
    const left = contentsOf(cwd);
    return !isSame(left, this.before) && !isSame(left, this.after);
  }

  /** Runs it again where it was killed, and gives in what the folder differs from that of an undisturbed run. */
  async faultsOfNextRun(cwd: string): Promise<readonly string[]> {
    await run(this.args, { cwd });
    const left = contentsOf(cwd);
    const paths = [...new Set([...left.keys(), ...this.after.keys()])].sort();
    return paths
      .filter((path) => left.get(path) !== this.after.get(path))
      .map((path) => `after the next run ${path} is ${left.has(path) ? "another" : "missing"}`);
  }
}

/** The paths of all files in a folder, in order. */
function filesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  // A claim is a link that leads nowhere.
  return paths.filter((path) => !lstatSync(join(folder, path)).isDirectory());
}

/** The files, by their paths in the folder, that a module there imports. */
function importedBy(path: string, text: string): readonly string[] {
  if (!path.endsWith(".mjs")) return [];
  return [...text.matchAll(/^} from "(.+)";$/gm)].map(([, address = ""]) => join(dirname(path), address));
}

/** Whether a file is one that a run has begun and not put into its place. */
function isTemporary(path: string): boolean {
  return path.endsWith(".responses-tmp");
}

function isSame(some: Contents, others: Contents): boolean {
  return some.size === others.size && [...some].every(([path, text]) => others.get(path) === text);
}

function contentsOf(folder: string): Contents {
  return new Map(
    filesIn(folder).map((path) => [path, isTemporary(path) ? "" : readFileSync(join(folder, path), "utf8")]),
  );
}

function folderWith(files: WritingRun["files"]): string {
  const folder = mkdtempSync(join(tmpdir(), "responses-kills-"));
  putInto(folder, files);
  return folder;
}

function putInto(folder: string, files: WritingRun["files"]): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "responses-kills-"));
  cpSync(folder, copy, { recursive: true });
  return copy;
}
