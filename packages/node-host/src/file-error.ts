import { visible } from "@responses/dsl/editor";

/** What could not be done with a file or a folder. Paths are as messages show them; a `reason` is a clause in plain words. */
export type FileFault =
  | { readonly kind: "cannot-read"; readonly path: string; readonly reason: string }
  | { readonly kind: "cannot-write"; readonly path: string; readonly reason: string }
  /** It was not written, since it is not any more what was read before. */
  | { readonly kind: "changed-since-read"; readonly path: string; readonly reason: string }
  | { readonly kind: "cannot-list-folder"; readonly path: string; readonly reason: string }
  | { readonly kind: "cannot-make-folder"; readonly path: string; readonly reason: string }
  /** An argument names neither a file nor a folder. */
  | { readonly kind: "nothing-there"; readonly path: string }
  /** In a folder there is a symbolic link named like a mapping file, and it leads nowhere. */
  | { readonly kind: "leads-nowhere"; readonly path: string }
  /** An argument, one of several, gives no mapping file: a folder that has none, or a glob that matches none. */
  | { readonly kind: "gives-nothing"; readonly path: string }
  /** No mapping file is left, and the project file leaves these out. */
  | { readonly kind: "all-ignored"; readonly path: string; readonly ignored: readonly string[] }
  /** A submodule that is another one than at a revision, and of which one of the two has files that are not here. */
  | { readonly kind: "submodule-apart"; readonly path: string; readonly since: string }
  /** A mapping file in which nothing stands. */
  | { readonly kind: "blank"; readonly path: string }
  /** The mapping files before it have more rules, those that they include among them, than one run goes through; and some more are left out. */
  | {
      readonly kind: "too-many-rules-before";
      readonly path: string;
      readonly others: number;
      readonly rules: number;
    }
  | {
      readonly kind: "outside-folder";
      readonly path: string;
      readonly folder: string;
      /** Whether a symbolic link leads out of the folder; the path itself does otherwise. */
      readonly byLink: boolean;
    }
  | {
      readonly kind: "wrong-project-file" | "wrong-baseline" | "wrong-accepted-file";
      readonly path: string;
      readonly problems: readonly ProjectFileProblem[];
    };

/** Something wrong in a project file or a baseline; line and column count from 1. */
export interface ProjectFileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Something could not be done with a file: the only error that this package throws on purpose. The fault says what and why;
 * the message says it in a sentence without control characters, and a line more for each problem in a project file or a baseline.
 */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(sentenceOf(fault));
    this.fault = fault;
  }
}

function sentenceOf(fault: FileFault): string {
  const path = visible(fault.path);
  switch (fault.kind) {
    case "cannot-read":
      return `cannot read ${path}: ${fault.reason}`;
    case "cannot-write":
    case "changed-since-read":
      return `cannot write ${path}: ${fault.reason}`;
    case "cannot-list-folder":
      return `cannot read the folder ${path}: ${fault.reason}`;
    case "cannot-make-folder":
      return `cannot make the folder ${path}: ${fault.reason}`;
    case "nothing-there":
      return fault.path === "."
        ? "the folder that this was started in is gone: it was renamed or deleted"
        : `there is no file or folder ${path}`;
    case "leads-nowhere":
      return `cannot read ${path}: its symbolic link leads nowhere`;
    case "gives-nothing":
      return `there is no mapping file in ${path}`;
    case "all-ignored":
      return `there is no mapping file but what ${path} ignores: ${shortened(fault.ignored)}`;
    case "blank":
      return `cannot read ${path}: it is empty`;
    case "submodule-apart":
      return `cannot compare the submodule ${path} with what it was at ${visible(fault.since)}, since not all of it is here: check it out with its history (with actions/checkout: submodules: true and fetch-depth: 0), or leave it out by "ignore" in responses.config.json`;
    case "too-many-rules-before": {
      const others = fault.others === 1 ? "1 other file" : `${fault.others} other files`;
      const left = fault.others === 0 ? `${path} was` : `${path} and ${others} were`;
      const rules = fault.rules.toLocaleString("en");
      return `${left} left out: with all that they include, the mapping files before have more than ${rules} rules; name fewer files at once`;
    }
    case "outside-folder":
      return `${path} would be written outside ${visible(fault.folder)}${fault.byLink ? ", through a symbolic link" : ""}`;
    case "wrong-project-file":
      return problemLines("the project file cannot be used", path, fault.problems);
    case "wrong-accepted-file":
      return problemLines("the file of accepted differences cannot be used; mend it", path, fault.problems);
    case "wrong-baseline":
      return problemLines(
        "the baseline cannot be used; fix it, or delete it and write it again",
        path,
        fault.problems,
      );
  }
}

/** So many of the names in a list of any length are told. */
const SHOWN_NAMES = 3;

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).map(visible).join(", ");
  const left = names.length - SHOWN_NAMES;
  return left > 0 ? `${shown} and ${left} more` : shown;
}

function problemLines(what: string, path: string, problems: readonly ProjectFileProblem[]): string {
  const lines = problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
  return [what, ...lines].join("\n  ");
}
