import type { FileModel, Finding, IncludedFile, Linked, Located, StatementModel } from "@responses/dsl";

/** A mapping whose files have other names, and what their names were. */
export interface NamedMapping {
  readonly linked: Linked;
  readonly nameBefore: (name: string) => string;
}

type LinkedMapping = Extract<Linked, { readonly kind: "mapping" }>;

/**
 * The mapping with its own file called `name`, and the others as includes write them: sentences about it then say the same on
 * every machine, in whatever folder a run is started.
 */
export function namedMapping({ mapping, findings }: LinkedMapping, name: string): NamedMapping {
  const names = new Map(mapping.included.map((included) => [included.file.path, included.name]));
  names.set(mapping.file.path, name);
  const before = new Map(Array.from(names, ([path, given]) => [given, path]));
  const files = new Map<FileModel, FileModel>();

  function nameOf(path: string): string {
    return names.get(path) ?? path;
  }
  function named(file: FileModel): FileModel {
    const known = files.get(file) ?? { ...file, path: nameOf(file.path) };
    files.set(file, known);
    return known;
  }
  function inNamed<Model extends StatementModel>(located: Located<Model>): Located<Model> {
    return { ...located, file: named(located.file) };
  }
  function includedNamed(included: IncludedFile): IncludedFile {
    const leadsTo = new Map(Array.from(included.leadsTo, ([path, file]) => [path, named(file)]));
    return { ...included, file: named(included.file), through: inNamed(included.through), leadsTo };
  }
  function findingNamed(finding: Finding): Finding {
    const related = finding.related.map((place) => ({ ...place, file: nameOf(place.file) }));
    return { ...finding, file: nameOf(finding.file), related };
  }

  return {
    linked: {
      kind: "mapping",
      mapping: {
        ...mapping,
        file: named(mapping.file),
        rules: mapping.rules.map(inNamed),
        captures: mapping.captures.map(inNamed),
        examples: mapping.examples.map(inNamed),
        included: mapping.included.map(includedNamed),
      },
      findings: findings.map(findingNamed),
    },
    nameBefore: (given) => before.get(given) ?? given,
  };
}
