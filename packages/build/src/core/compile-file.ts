import { type CompiledMapping, check, compile, runtimeModule } from "@responses/dsl";
import { type MappingFiles, type ModuleMap, moduleMap } from "@responses/node-host";
import { CollectedFindings, partByBaseline, sourcesOf, treesOf } from "@responses/reporting";
import { problemOfFinding, problemsOfFileError } from "./finding-problem.js";
import { MappingInputs } from "./mapping-inputs.js";
import { hasErrors, type Problem } from "./problem.js";

/** The kinds of module that build steps and loaders ask for. */
export type ModuleFormat = "esm" | "cjs";

/** What compiling a mapping file gives: a module, or why there is none. */
export type CompiledFile = Compiled | Refused;

export interface Compiled extends CompiledMapping, Watched {
  readonly kind: "compiled";
  /** Warnings. */
  readonly problems: readonly Problem[];
  /** The files of the mapping, which know the texts that its declarations lead to. */
  readonly files: MappingFiles;
  /** Where the paths of those files start, absolute. */
  readonly folder: string;
  /** The map of the code, for bundlers; made when it is asked for. */
  readonly map: () => ModuleMap;
}

export interface Refused extends Watched {
  readonly kind: "refused";
  /** At least one error. */
  readonly problems: readonly Problem[];
}

interface Watched {
  /**
   * All files that the result depends on, absolute: the mapping file, what it includes and the project files, also those that
   * are not there and would change the result if they were.
   */
  readonly watched: readonly string[];
}

/** Whether a module carries its runtime, or imports that of `sharedRuntime`. */
export type Runtime = "carried" | "shared";

/** The module that ES modules with a shared runtime import, and the name by which they do so; a bundler has to be told of it. */
export function sharedRuntime(): { readonly name: string; readonly code: string } {
  const { importedAs, code } = runtimeModule("esm");
  return { name: importedAs, code };
}

/**
 * Compiles a mapping file to the module that `responses compile` writes, byte by byte, unless it imports the runtime: no path of the machine
 * gets into it. The project file decides how grave findings are; an error of any kind refuses the file. Never throws for what is in files or is
 * not there.
 *
 * @param path of the mapping file; relative to the current folder, if it is not absolute
 */
export function compileFile(
  path: string,
  format: ModuleFormat = "esm",
  runtime: Runtime = "carried",
): CompiledFile {
  const inputs = new MappingInputs(path);
  const { folder, name, files, projects } = inputs;
  try {
    const { linked } = files.load(name);
    const findings = new CollectedFindings(projects);
    findings.add(check(linked));
    const places = { folder, sourceOf: sourcesOf(files) };
    // One that cannot be used is told, whether or not there is a finding that it could be asked about.
    projects.baselineOf(name);
    const { reported } = partByBaseline(findings.inOrder(), projects, treesOf(files));
    const problems = reported.flatMap((finding) => problemOfFinding(finding, places) ?? []);
    if (linked.kind === "refused" || hasErrors(problems))
      return { kind: "refused", problems, watched: inputs.lookedFor };
    const imported = runtime === "shared" ? { runtime: sharedRuntime().name } : {};
    const compiled = compile(linked.mapping, { format, source: name, ...imported });
    if (compiled.kind === "refused") throw new Error(`a module cannot express ${path}`);
    const map = (): ModuleMap => moduleMap(compiled.code, linked.mapping, folder);
    return { ...compiled, problems, watched: inputs.lookedFor, files, folder, map };
  } catch (error) {
    const problems = problemsOfFileError(error, inputs.path, folder);
    return { kind: "refused", problems, watched: inputs.lookedFor };
  }
}
