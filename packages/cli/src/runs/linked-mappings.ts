import type { Mapping, PlacedRefusal, SourceText } from "@responses/dsl";
import { refuses } from "@responses/dsl/editor";
import { CollectedFindings, type ReportedFinding, sourcesOf } from "@responses/reporting";
import type { Problem } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

/** What kept mapping files of a run from being worked at. */
export interface Hindrances {
  /** How many files were refused. */
  readonly refused: number;
  /** Why they were: errors in the mappings. */
  readonly errors: readonly ReportedFinding[];
  /** And what the format has no way to express. */
  readonly refusals: readonly PlacedRefusal[];
  /** What could not be read or written. */
  readonly problems: readonly Problem[];
  readonly sourceOf: (path: string) => SourceText;
}

/**
 * Does something with the mapping of each file of a run that has one; the others are told of.
 *
 * @param verb what is done, as `compiling`
 * @param work may throw a Problem, and gives what of the mapping cannot be expressed; then the file counts as refused
 */
export function eachMapping(
  inputs: Inputs,
  verb: string,
  work: (path: string, mapping: Mapping) => readonly PlacedRefusal[],
): Hindrances {
  const { files, projects } = inputs;
  const errors = new CollectedFindings(projects);
  const refusals: PlacedRefusal[] = [];
  let refused = 0;
  const problems = eachPath(inputs, verb, (path) => {
    const { linked } = files.load(path);
    if (linked.kind === "refused") {
      refused += 1;
      errors.add(linked.findings.filter(({ name }) => refuses(name)));
      return;
    }
    const inexpressible = work(path, linked.mapping);
    if (inexpressible.length > 0) refused += 1;
    for (const refusal of inexpressible) refusals.push(refusal);
  });
  return { refused, errors: errors.inOrder(), refusals, problems, sourceOf: sourcesOf(files) };
}
