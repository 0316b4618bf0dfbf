import {
  type Finding,
  type Fix,
  fixInFile,
  type LocalFix,
  type RelatedPlace,
  type Witness,
} from "../../findings/finding.js";
import type { Located } from "../../model/mapping.js";
import { type LocalSpan, spanInFile } from "../../text/span.js";

/** A finding's name with its own parameters. */
export type NamedParameters = {
  readonly [Name in Finding["name"]]: Pick<Extract<Finding, { name: Name }>, "name" | "parameters">;
}[Finding["name"]];

/** What a finding can have beside its name and place. */
interface FindingExtras {
  readonly related?: readonly RelatedPlace[];
  readonly witness?: Witness | null;
  /** In offsets from the statement's start. */
  readonly fixes?: readonly LocalFix[];
  /** Fixes elsewhere in the file, in its offsets; they come first. */
  readonly fixesInFile?: readonly Fix[];
}

/** A finding about a part of a statement. */
export function findingAt(
  what: NamedParameters,
  { statement, file }: Located<unknown>,
  span: LocalSpan,
  { related = NONE, witness = null, fixes = NONE, fixesInFile = NONE }: FindingExtras = {},
): Finding {
  const finding = {
    name: what.name,
    parameters: what.parameters,
    file: file.path,
    span: spanInFile(span, statement.start),
    related,
    witness,
    fixes:
      fixes.length === 0
        ? fixesInFile
        : [...fixesInFile, ...fixes.map((fix) => fixInFile(fix, statement.start))],
  };
  // Name and parameters belong together in `what`, and so they do here; TypeScript cannot follow that.
  return finding as Finding;
}

/** Most findings have neither fixes nor related places, and there can be thousands. */
const NONE = [] as const;

/** A part of a statement as a related place. */
export function relatedPlace(
  { statement, file }: Located<unknown>,
  span: LocalSpan,
  message: string,
): RelatedPlace {
  return { file: file.path, span: spanInFile(span, statement.start), message };
}
