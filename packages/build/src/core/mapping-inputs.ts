import { basename, dirname, resolve } from "node:path";
import { FileError, MappingFiles, ProjectFiles } from "@responses/node-host";

/** The files that the module of a mapping file is made of, and what is known of them so far. */
export class MappingInputs {
  /** The mapping file, absolute, its folder and its name there. */
  readonly path: string;
  readonly folder: string;
  readonly name: string;
  readonly files: MappingFiles;
  readonly projects: ProjectFiles;

  /** @param path of the mapping file; relative to the current folder, if it is not absolute */
  constructor(path: string) {
    this.path = resolve(path);
    this.folder = dirname(this.path);
    this.name = basename(this.path);
    this.files = new MappingFiles(this.folder);
    this.projects = new ProjectFiles(this.folder);
  }

  /** All that was looked for, absolute: the mapping file, what it includes and project files, also those that are not there. */
  get lookedFor(): readonly string[] {
    return [...new Set([this.path, ...this.files.lookedFor, ...this.projects.lookedFor])];
  }
}

/**
 * All files that `compileFile` can depend on, absolute, also those that are not there: to tell them the mapping is linked, but neither
 * checked nor compiled. The project files are those of each file, whether or not there is a finding that asks for them. Never
 * throws for what is in files or is not there.
 *
 * @param path of the mapping file; relative to the current folder, if it is not absolute
 */
export function inputFiles(path: string): readonly string[] {
  const inputs = new MappingInputs(path);
  try {
    inputs.files.load(inputs.name);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  for (const file of [inputs.path, ...inputs.files.lookedFor]) inputs.projects.lookFor(file);
  return inputs.lookedFor;
}
