import type { Finding, Fix, RelatedPlace } from "../findings/finding.js";
import { refuses } from "../findings/finding.js";
import type { Span } from "../text/span.js";
import { spanInFile } from "../text/span.js";
import { findingsOfFile } from "./file-findings.js";
import type { Host } from "./host.js";
import type { Capture, FileModel, Include, IncludedFile, Located, Mapping, Rule } from "./mapping.js";

/** What the files of a mapping give together. */
export interface LinkedFiles extends Pick<Mapping, "rules" | "captures" | "included"> {
  readonly findings: readonly Finding[];
}

/** Walks through a file and those that it includes, in the order in which their statements take effect. */
export function linkFiles(root: FileModel, host: Host): LinkedFiles {
  const linker = new Linker(host);
  linker.run(root);
  return linker;
}

/** A file that is being walked through, and how it was come to. */
interface Visit {
  readonly file: FileModel;
  /** Null for the mapping's own file. */
  readonly parent: Visit | null;
  /** The include in the parent that led here. */
  readonly include: Include | null;
  /** The include in the mapping's own file that led here. */
  readonly through: Include | null;
  readonly depth: number;
  /** The path from the folder of the mapping's own file. */
  readonly name: string;
  /** The files that its includes lead to, by the path as it is written. */
  readonly leadsTo: Map<string, FileModel>;
  /** The first include of each path. */
  readonly includes: Map<string, Include>;
  /** The next statement. */
  next: number;
  /** How many findings in this file refuse it. */
  refusals: number;
}

/** Includes may be nested as deep as they like, so the visits are a list of their own and no calls of one another. */
class Linker implements LinkedFiles {
  readonly findings: Finding[] = [];
  readonly rules: Rule[] = [];
  readonly captures: Capture[] = [];
  readonly included: IncludedFile[] = [];
  readonly #host: Host;
  readonly #visited = new Map<string, FileModel>();
  readonly #open = new Map<string, Visit>();
  readonly #captureNames = new Map<string, { readonly capture: Capture; readonly visit: Visit }>();
  #current: Visit | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  run(root: FileModel): void {
    this.#enter(root, null, null, "");
    for (let visit = this.#current; visit !== null; visit = this.#current) {
      if (visit.next < visit.file.tree.statements.length) this.#step(visit);
      else this.#leave(visit);
    }
  }

  #enter(file: FileModel, parent: Visit | null, include: Include | null, name: string): void {
    const through = parent?.through ?? include;
    const depth = parent === null ? 0 : parent.depth + 1;
    const leadsTo = new Map<string, FileModel>();
    const visit: Visit = {
      file,
      parent,
      include,
      through,
      depth,
      name,
      leadsTo,
      includes: new Map(),
      next: 0,
      refusals: 0,
    };
    this.#visited.set(file.path, file);
    this.#open.set(file.path, visit);
    this.#current = visit;
    if (through !== null) this.included.push({ file, name, through, leadsTo });
    for (const finding of findingsOfFile(file)) this.#add(visit, finding);
    this.#reportSecondSystem(visit);
  }

  #leave(visit: Visit): void {
    this.#open.delete(visit.file.path);
    this.#current = visit.parent;
    if (visit.parent === null || visit.include === null || visit.refusals === 0) return;
    const parameters = { path: visit.include.model.path, errors: visit.refusals };
    this.#add(visit.parent, { name: "include-broken", parameters, ...placeOf(visit.include) });
  }

  #step(visit: Visit): void {
    const { file } = visit;
    const statement = file.tree.statements[visit.next];
    const model = file.models[visit.next];
    visit.next++;
    if (statement === undefined || model === undefined) return;
    if (model.kind === "rule") this.rules.push({ model, statement, file });
    else if (model.kind === "capture") this.#addCapture({ model, statement, file }, visit);
    else if (model.kind === "include") this.#include({ model, statement, file }, visit);
  }

  #include(include: Include, visit: Visit): void {
    const written = include.model.path;
    const path = this.#host.resolve(include.file.path, written);
    const open = this.#open.get(path);
    if (open !== undefined) {
      const parameters = { path: written, through: wayFrom(open, visit) };
      this.#add(visit, { name: "include-cycle", parameters, ...placeOf(include) });
      return;
    }
    const known = this.#visited.get(path);
    if (known !== undefined) visit.leadsTo.set(written, known);
    const earlier = visit.includes.get(path);
    if (earlier !== undefined) {
      this.#reportTwice(include, earlier, visit);
      return;
    }
    visit.includes.set(path, include);
    if (known !== undefined) return;
    const why = this.#whyNot(include, path);
    const file = why === null ? this.#host.load(path) : null;
    if (file === null) {
      const parameters = { path: written, why: why ?? "missing" } as const;
      this.#add(visit, { name: "include-missing", parameters, ...placeOf(include) });
      return;
    }
    visit.leadsTo.set(written, file);
    this.#enter(file, visit, include, joinPath(visit.name, written));
  }

  /** Why the file of that path is not looked for; null where it is. */
  #whyNot({ model, file }: Include, path: string): "absolute" | "outside" | null {
    if (isAbsolutePath(model.path)) return "absolute";
    return this.#host.mayInclude?.(file.path, path) === false ? "outside" : null;
  }

  #add(visit: Visit, finding: Finding): void {
    this.findings.push(finding);
    if (refuses(finding.name)) visit.refusals++;
  }

  #reportTwice(include: Include, earlier: Include, visit: Visit): void {
    const { file, span, message } = { ...placeOf(earlier), message: "included here first" };
    const edits = [{ span: wholeStatement(include), newText: "" }];
    this.#add(visit, {
      name: "include-twice",
      parameters: { path: include.model.path },
      ...placeOf(include),
      related: [{ file, span, message }],
      fixes: [{ title: "Delete the second include", kind: "automatic", edits }],
    });
  }

  #reportSecondSystem(visit: Visit): void {
    const { file } = visit;
    const related: RelatedPlace[] = [];
    file.tree.statements.forEach(({ start, syntax }, index) => {
      const model = file.models[index];
      if (model?.kind !== "system") return;
      const span = spanInFile(syntax.span, start);
      if (related.length > 0) {
        const place = { file: file.path, span, related: [...related], witness: null, fixes: [] };
        this.#add(visit, { name: "duplicate-system", parameters: { name: model.name }, ...place });
      } else {
        related.push({ file: file.path, span, message: "the first system statement" });
      }
    });
  }

  #addCapture(capture: Capture, visit: Visit): void {
    const { name } = capture.model;
    const first = this.#captureNames.get(name);
    if (first === undefined) {
      this.#captureNames.set(name, { capture, visit });
      this.captures.push(capture);
      return;
    }
    // The clash arises in the file that brings both together, which need not be one of those that they stand in.
    const { common, include } = meetingPlace(first.visit, visit);
    const own = {
      file: capture.file.path,
      span: spanInFile(capture.model.nameSpan, capture.statement.start),
    };
    const { file, span } = include === null ? own : placeOf(include);
    const firstSpan = spanInFile(first.capture.model.nameSpan, first.capture.statement.start);
    const related = [
      { file: first.capture.file.path, span: firstSpan, message: "the first capture of this name" },
    ];
    const second = include === null ? [] : [{ ...own, message: "the second capture of this name" }];
    this.#add(common, {
      name: "duplicate-capture",
      parameters: { name },
      file,
      span,
      related: [...related, ...second],
      witness: null,
      fixes: [],
    });
  }
}

interface Place {
  readonly file: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly witness: null;
  readonly fixes: readonly Fix[];
}

/** The place of an include's path. */
function placeOf({ model, statement, file }: Include): Place {
  return {
    file: file.path,
    span: spanInFile(model.pathSpan, statement.start),
    related: [],
    witness: null,
    fixes: [],
  };
}

/** The paths on the way from an open file down to the one that includes it again, and that file's own. */
function wayFrom(open: Visit, last: Visit): readonly string[] {
  const way: string[] = [];
  for (let visit: Visit | null = last; visit !== null && visit !== open; visit = visit.parent)
    way.push(visit.file.path);
  return [...way.reverse(), open.file.path];
}

/** The nearest file that includes both, or is one of them, and its include that leads to the second; null if it is that. */
function meetingPlace(
  first: Visit,
  second: Visit,
): { readonly common: Visit; readonly include: Include | null } {
  let upper = first;
  let lower = second;
  let include: Include | null = null;
  while (upper !== lower) {
    if (lower.depth >= upper.depth && lower.parent !== null) {
      include = lower.include;
      lower = lower.parent;
    } else if (upper.parent !== null) {
      upper = upper.parent;
    }
  }
  return { common: lower, include };
}

/** A statement with the comments above it, up to its line's end if nothing but blanks follows it there. */
function wholeStatement({ statement, file }: Located<unknown>): Span {
  const { source } = file.tree;
  const { end } = spanInFile(statement.syntax.span, statement.start);
  const line = source.lineAt(end);
  const isAlone = source.text.slice(end, source.lineEnd(line)).trim() === "";
  return { start: statement.start, end: isAlone ? source.lineStart(line + 1) : end };
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

/** Whether a path begins at a root, on whatever system. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}
