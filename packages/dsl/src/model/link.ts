import type { Finding } from "../findings/finding.js";
import { refuses } from "../findings/finding.js";
import { finish, type Steps } from "../incremental/steps.js";
import { parseSteps } from "../syntax/parse.js";
import type { Host } from "./host.js";
import { linkFiles } from "./linker.js";
import { lowerFile } from "./lower.js";
import type { FileModel, IncludedFile, Located, Mapping, StatementModel } from "./mapping.js";

/** A mapping that can be run, or the reasons why there is none. */
export type Linked =
  | { readonly kind: "mapping"; readonly mapping: Mapping; readonly findings: readonly Finding[] }
  | {
      readonly kind: "refused";
      readonly file: FileModel;
      readonly included: readonly IncludedFile[];
      readonly findings: readonly Finding[];
    };

/** Reads one mapping file at once; see `readMappingFileSteps`. */
export function readMappingFile(
  path: string,
  content: string | Uint8Array | ArrayBuffer,
  previous: FileModel | null = null,
): FileModel {
  return finish(readMappingFileSteps(path, content, previous));
}

/**
 * Reads one mapping file by itself. `path` is what the host calls it; `content` is its text, or its bytes, which must be
 * UTF-8 (anything else is an empty file); `previous` is its model before an edit, whose unchanged statements are taken over. Never throws.
 */
export function* readMappingFileSteps(
  path: string,
  content: string | Uint8Array | ArrayBuffer,
  previous: FileModel | null,
): Steps<FileModel> {
  return yield* lowerFile(path, yield* parseSteps(content, previous?.tree ?? null), previous);
}

/**
 * Puts included files in the place of their `include` (docs/language.md). The findings are those of reading, in this file and
 * the included ones; a mapping with one that refuses it has no meaning.
 */
export function link(file: FileModel, host: Host): Linked {
  const { rules, captures, included, findings } = linkFiles(file, host);
  if (findings.some(({ name }) => refuses(name))) return { kind: "refused", file, included, findings };
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
  const found: Located<Wanted>[] = [];
  file.tree.statements.forEach((statement, index) => {
    const model = file.models[index];
    if (model !== undefined && isWanted(model)) found.push({ model, statement, file });
  });
  return found;
}
