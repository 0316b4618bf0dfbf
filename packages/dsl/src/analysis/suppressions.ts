import type { UnusedSuppression } from "../findings/catalogue/unused-suppression.js";
import { FINDING_NAMES, isFindingName } from "../findings/catalogue.js";
import { type Finding, type LocalFix, refuses, replaceWith } from "../findings/finding.js";
import type { FileModel, Located } from "../model/mapping.js";
import type { Statement, Suppression } from "../syntax/tree.js";
import { closest } from "../text/similarity.js";
import type { LocalSpan } from "../text/span.js";
import { findingAt } from "./analysed-mapping.js";

type Place = Located<unknown>;

/**
 * Takes away what the file's `# responses-ignore` comments silence, each in its own statement, and adds a finding for
 * every comment that silences nothing. While the mapping is refused nobody knows what would be found, so then only
 * comments that are written wrongly are reported.
 */
export function applySuppressions(
  file: FileModel,
  findings: readonly Finding[],
  isRefused: boolean,
): readonly Finding[] {
  const silenced = new Set<Finding>();
  const added: Finding[] = [];
  const own = findings.filter((finding) => finding.file === file.path);
  for (const statement of file.tree.statements) {
    const { suppressions, text } = statement.syntax;
    if (suppressions.length === 0) continue;
    const inside = own.filter(
      ({ span }) => span.start >= statement.start && span.start < statement.start + text.length,
    );
    for (const suppression of suppressions) {
      const place: Place = { model: null, statement, file };
      const problem = malformed(suppression);
      if (problem !== null) {
        added.push(unused(place, problem, suppression));
      } else if (suppression.kind === "suppression") {
        const hits = inside.filter(({ name }) => name === suppression.name);
        for (const hit of hits) silenced.add(hit);
        if (hits.length > 0 || isRefused) continue;
        added.push(unused(place, { problem: "nothing-to-suppress", name: suppression.name }, suppression));
      }
    }
  }
  return [...findings.filter((finding) => !silenced.has(finding)), ...added];
}

/** What makes the comment no suppression at all. */
function malformed(suppression: Suppression): UnusedSuppression | null {
  if (suppression.kind === "malformed") return { problem: suppression.problem };
  const { name } = suppression;
  if (!isFindingName(name))
    return { problem: "unknown-name", name, suggestion: closest(name, FINDING_NAMES) };
  return canBeSilenced(name) ? null : { problem: "cannot-be-silenced", name };
}

/** What refuses a mapping, and an example that fails, must be mended. */
export function canBeSilenced(name: Finding["name"]): boolean {
  return !refuses(name) && name !== "example-fails" && name !== "unused-suppression";
}

function unused(place: Place, parameters: UnusedSuppression, suppression: Suppression): Finding {
  const fixes = [...fixesFor(place.statement, parameters, suppression)];
  return findingAt({ name: "unused-suppression", parameters }, place, suppression.span, { fixes });
}

function* fixesFor(
  statement: Statement,
  parameters: UnusedSuppression,
  suppression: Suppression,
): Iterable<LocalFix> {
  if (
    parameters.problem === "unknown-name" &&
    parameters.suggestion !== null &&
    suppression.kind === "suppression"
  ) {
    yield replaceWith(
      suppression.nameSpan,
      parameters.suggestion,
      `Write ${parameters.suggestion}`,
      "suggested",
    );
  }
  if (parameters.problem === "nothing-to-suppress" || parameters.problem === "cannot-be-silenced") {
    yield replaceWith(lineOf(suppression.span, statement.syntax.text), "", "Delete the comment", "automatic");
  }
}

/** The comment's whole line with its line end. */
function lineOf({ from, to }: LocalSpan, text: string): LocalSpan {
  let start = from;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const end = text.startsWith("\r\n", to) ? to + 2 : Math.min(to + 1, text.length);
  return { from: start, to: end };
}
