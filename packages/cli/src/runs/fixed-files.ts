import { applyFixes, type FindingName, type FixKind } from "@responses/dsl";
import { fixesWithRoom } from "@responses/dsl/editor";
import { rewriteInProject } from "@responses/node-host";
import type { Problem } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";
import { type ChosenFix, ownFindings } from "./own-findings.js";
import { chooseSuggestions, type LeftSuggestion, type SuggestionChoice } from "./suggestions.js";

/** Rounds of fixes at most: in a statement one fault hides the next, and nobody makes more in one. */
const MOST_ROUNDS = 20;

/** A fix that was made, or would be. */
export interface MadeFix {
  /** From 1, in the text that it was made in. */
  readonly line: number;
  readonly name: FindingName;
  readonly title: string;
  readonly kind: FixKind;
}

/** A file with what fixes make of it. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly made: readonly MadeFix[];
  /** What suggestions make of its verdicts, in words; null where none was made, or one side cannot be run. */
  readonly meaning: string | null;
  /** What was chosen and not made. */
  readonly left: readonly LeftSuggestion[];
}

export interface FixedFiles {
  /** Those in which something was made, or left. */
  readonly files: readonly FixedFile[];
  /** Why files could not be read or written. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the fixes of all mapping files of a run: the suggestions that were chosen, and then what is automatic, until there is none left.
 * Only a file's own text changes: byte order mark and line ends stay, included files are left alone, and so is a file that holds bytes
 * that are no text. One that can't be written, or has changed since it was read, is a problem.
 *
 * @param target whether the files are written; if not, what they hold is the same afterwards for all that the inputs give, too
 */
export function fixFiles(
  inputs: Inputs,
  suggestions: SuggestionChoice | null,
  target: "files" | "nowhere",
): FixedFiles {
  const fixed: FixedFile[] = [];
  const problems = eachPath(inputs, "mending", (path) => {
    inputs.files.read(path);
    const content = inputs.files.contentOf(path);
    const file = fixedFile(path, inputs, suggestions);
    if (target === "files") rewriteInProject(path, content, file.made.length > 0 ? file.after : content);
    else inputs.files.provide(path, content);
    if (file.made.length > 0 || file.left.length > 0) fixed.push(file);
  });
  return { files: fixed, problems };
}

/** Leaves the inputs with what the file comes to hold. */
function fixedFile(path: string, inputs: Inputs, suggestions: SuggestionChoice | null): FixedFile {
  const { files } = inputs;
  const before = files.read(path).tree.source.text;
  const nothing = { path, before, after: before, made: [], meaning: null, left: [] };
  // A text that is not all that the file holds must not take its place.
  if (!Buffer.from(before).equals(files.contentOf(path))) return nothing;
  const chosen = suggestions === null ? null : chooseSuggestions(path, inputs, suggestions);
  const made = [...makeFixes(path, inputs, chosen?.fixes ?? [])];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = makeFixes(path, inputs, automaticFixes(path, inputs));
    if (more.length === 0) break;
    for (const fix of more) made.push(fix);
  }
  const after = files.read(path).tree.source.text;
  return { path, before, after, made, meaning: chosen?.meaning ?? null, left: chosen?.left ?? [] };
}

/** Makes those that have room beside each other; none where the text stays as it is. */
function makeFixes(path: string, { files }: Inputs, fixes: readonly ChosenFix[]): readonly MadeFix[] {
  const { source } = files.read(path).tree;
  const { text } = applyFixes(source.text, fixes);
  if (text === source.text) return [];
  files.provide(path, Buffer.from(text));
  return fixesWithRoom(fixes).map(({ finding: { name, span }, title, kind }) => ({
    line: source.lineAt(span.start) + 1,
    name,
    title,
    kind,
  }));
}

/** The first automatic fix of each finding in the file itself. */
function automaticFixes(path: string, inputs: Inputs): readonly ChosenFix[] {
  return ownFindings(path, inputs).flatMap((finding) =>
    finding.fixes
      .filter(({ kind }) => kind === "automatic")
      .slice(0, 1)
      .map((fix) => ({ ...fix, kind: "automatic" as const, finding })),
  );
}
