import type { Finding } from "../findings/finding.js";
import { findingInFile, refuses } from "../findings/finding.js";
import { parse } from "../syntax/parse.js";
import { spanInFile } from "../text/span.js";
import { lowerFile, lowerStatement } from "./lower.js";
import type {
  Capture,
  FileModel,
  Include,
  IncludedFile,
  Located,
  Mapping,
  Rule,
  StatementModel,
} from "./mapping.js";

/** How the language reaches other files; nothing in this package touches a disk. */
export interface Host {
  /** The path of a file named in an `include` of the file `from`. Equal files get equal paths. */
  resolve(from: string, include: string): string;
  /** The file's meaning, or null if there is no such file. */
  load(path: string): FileModel | null;
}

/** A host for mappings that stand alone: there are no other files. */
export const noOtherFiles: Host = {
  resolve: (_from, include) => include,
  load: () => null,
};

/** A mapping that can be run, or the reasons why there is none. */
export type Linked =
  | { readonly kind: "mapping"; readonly mapping: Mapping; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly file: FileModel; readonly findings: readonly Finding[] };

/**
 * Reads one mapping file by itself. `path` is what the host calls it; `content` is its text, or its bytes, which must be
 * UTF-8; `previous` is its model before an edit, whose unchanged statements are taken over. Never throws.
 */
export function readMappingFile(path: string, content: string | Uint8Array, previous?: FileModel): FileModel {
  return lowerFile(path, parse(content, previous?.tree));
}

/**
 * Puts included files in the place of their `include` (LANGUAGE §3). The findings are those of reading, in this file and
 * the included ones; a mapping with one that refuses it has no meaning.
 */
export function link(file: FileModel, host: Host): Linked {
  const linker = new Linker(file, host);
  linker.visit(file, [file.path], null);
  const { findings } = linker;
  if (findings.some(({ name }) => refuses(name))) return { kind: "refused", file, findings };
  const { rules, captures, included } = linker;
  const system = located(file, "system")[0]?.model.name ?? null;
  const mapping: Mapping = { file, system, rules, captures, examples: located(file, "example"), included };
  return { kind: "mapping", mapping, findings };
}

/** Links a file that a mapping includes as a mapping of its own: as it is when it is checked itself. */
export function linkIncluded({ included }: Mapping, { file }: IncludedFile): Linked {
  const byPath = new Map(included.map((known) => [known.file.path, known]));
  return link(file, {
    resolve: (from, include) => byPath.get(from)?.leadsTo.get(include)?.path ?? include,
    load: (path) => byPath.get(path)?.file ?? null,
  });
}

/** The file's statements of one kind, in order. */
export function located<Kind extends StatementModel["kind"]>(
  file: FileModel,
  kind: Kind,
): readonly Located<Extract<StatementModel, { readonly kind: Kind }>>[] {
  type Wanted = Extract<StatementModel, { readonly kind: Kind }>;
  const isWanted = (model: StatementModel): model is Wanted => model.kind === kind;
  return file.tree.statements.flatMap((statement, index) => {
    const model = file.models[index];
    return model !== undefined && isWanted(model) ? [{ model, statement, file }] : [];
  });
}

/** What reading a file by itself says about it. */
export function findingsOfFile(file: FileModel): readonly Finding[] {
  const preamble = file.tree.findings.map((finding) => findingInFile(finding, file.path, 0));
  const own = file.tree.statements.flatMap(({ start, syntax }) =>
    [...syntax.findings, ...lowerStatement(syntax).findings].map((finding) =>
      findingInFile(finding, file.path, start),
    ),
  );
  return [...preamble, ...own];
}

class Linker {
  readonly findings: Finding[] = [];
  readonly rules: Rule[] = [];
  readonly captures: Capture[] = [];
  readonly included: IncludedFile[] = [];
  readonly #root: FileModel;
  readonly #host: Host;
  readonly #visited = new Map<string, FileModel>();
  /** For each file what its includes lead to. */
  readonly #leadsTo = new Map<string, Map<string, FileModel>>();
  readonly #captureNames = new Map<string, Capture>();
  /** The included files' paths from the folder of the root file. */
  readonly #names = new Map<string, string>();

  constructor(root: FileModel, host: Host) {
    this.#root = root;
    this.#host = host;
  }

  /** Takes a file in; `through` is the include of the mapping's own file that led here. */
  visit(file: FileModel, chain: readonly string[], through: Include | null): void {
    this.#visited.set(file.path, file);
    for (const finding of findingsOfFile(file)) this.findings.push(finding);
    this.#reportSecondSystem(file);
    const includes = new Map<string, Include>();
    file.tree.statements.forEach((statement, index) => {
      const model = file.models[index];
      if (model?.kind === "rule") this.rules.push({ model, statement, file });
      else if (model?.kind === "capture") this.#addCapture({ model, statement, file }, through);
      else if (model?.kind === "include") this.#include({ model, statement, file }, chain, through, includes);
    });
  }

  #include(
    include: Include,
    chain: readonly string[],
    through: Include | null,
    siblings: Map<string, Include>,
  ): void {
    const path = this.#host.resolve(include.file.path, include.model.path);
    const written = include.model.path;
    const earlier = siblings.get(path);
    siblings.set(path, earlier ?? include);
    if (chain.includes(path)) {
      const onWay = chain.slice(chain.indexOf(path) + 1).concat(path);
      this.#report(include, { name: "include-cycle", parameters: { path: written, through: onWay } });
      return;
    }
    const known = this.#visited.get(path);
    if (known !== undefined) this.#leadsTo.get(include.file.path)?.set(written, known);
    if (earlier !== undefined) {
      this.#report(include, { name: "include-twice", parameters: { path: written } }, earlier);
      return;
    }
    if (known !== undefined) return;
    const file = this.#host.load(path);
    if (file === null) {
      this.#report(include, { name: "include-missing", parameters: { path: written } });
      return;
    }
    this.#leadsTo.get(include.file.path)?.set(written, file);
    const first = through ?? include;
    const name = joinPath(this.#names.get(include.file.path) ?? "", written);
    this.#names.set(path, name);
    const leadsTo = new Map<string, FileModel>();
    this.#leadsTo.set(path, leadsTo);
    this.included.push({ file, name, through: first, leadsTo });
    const before = this.findings.length;
    this.visit(file, [...chain, path], first);
    const errors = this.findings.slice(before).filter(({ name }) => refuses(name)).length;
    if (errors > 0) this.#report(include, { name: "include-broken", parameters: { path: written, errors } });
  }

  #report(
    include: Include,
    what:
      | Pick<Extract<Finding, { name: "include-cycle" }>, "name" | "parameters">
      | Pick<Extract<Finding, { name: "include-missing" | "include-twice" }>, "name" | "parameters">
      | Pick<Extract<Finding, { name: "include-broken" }>, "name" | "parameters">,
    earlier?: Include,
  ): void {
    const file = include.file.path;
    const span = spanInFile(include.model.pathSpan, include.statement.start);
    const related =
      earlier === undefined
        ? []
        : [
            {
              file,
              span: spanInFile(earlier.model.pathSpan, earlier.statement.start),
              message: "included here first",
            },
          ];
    const statement = spanInFile(include.statement.syntax.span, include.statement.start);
    const fixes =
      what.name === "include-twice"
        ? [
            {
              title: "Delete the second include",
              kind: "automatic" as const,
              edits: [{ span: statement, newText: "" }],
            },
          ]
        : [];
    this.findings.push({ ...what, file, span, related, witness: null, fixes } as Finding);
  }

  #reportSecondSystem(file: FileModel): void {
    const [first, ...others] = located(file, "system");
    if (first === undefined) return;
    const firstSpan = spanInFile(first.statement.syntax.span, first.statement.start);
    for (const { model, statement } of others) {
      this.findings.push({
        name: "duplicate-system",
        parameters: { name: model.name },
        file: file.path,
        span: spanInFile(statement.syntax.span, statement.start),
        related: [{ file: file.path, span: firstSpan, message: "the first system statement" }],
        witness: null,
        fixes: [],
      });
    }
  }

  #addCapture(capture: Capture, through: Include | null): void {
    const { name } = capture.model;
    const first = this.#captureNames.get(name);
    if (first === undefined) {
      this.#captureNames.set(name, capture);
      this.captures.push(capture);
      return;
    }
    // A clash that arises only here is reported in the mapping's own file, at the include that brings the second.
    const own = capture.file === first.file || through === null;
    const span = own
      ? spanInFile(capture.model.nameSpan, capture.statement.start)
      : spanInFile(through.model.pathSpan, through.statement.start);
    this.findings.push({
      name: "duplicate-capture",
      parameters: { name },
      file: own ? capture.file.path : this.#root.path,
      span,
      related: [
        {
          file: first.file.path,
          span: spanInFile(first.model.nameSpan, first.statement.start),
          message: "the first capture of this name",
        },
      ],
      witness: null,
      fixes: [],
    });
  }
}

/** The path of an include written in the file `from`, from the folder that `from` itself is relative to. */
function joinPath(from: string, include: string): string {
  if (include.startsWith("/")) return include;
  const steps = from.split("/").slice(0, -1);
  for (const step of include.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
