import { spanInFile, statedVerdict, visible } from "@responses/dsl/editor";
import { holdsOffset, statementAt } from "../../../workspace/documents/statement-places.js";
import { shortened } from "../../presentation/bounded-text.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { currentMapping } from "../statements/tried-rules.js";
import { findingsAt } from "./quick-fixes.js";

/** A longer verdict is written all the same. */
const LONGEST_TITLE = 120;

/**
 * For an example at the selection that fails: to state what it gets. It is the example that changes, and nobody else's
 * verdict. This is for the first place in the list, unless something else is to be mended there.
 */
export function expectedVerdicts(request: ActionRequest): readonly OfferedAction[] {
  return mendsOther(request) ? [] : statedVerdicts(request);
}

/** The same for a place further down, where something else is to be mended: the example may fail because of that. */
export function lateExpectedVerdicts(request: ActionRequest): readonly OfferedAction[] {
  return mendsOther(request) ? statedVerdicts(request) : [];
}

function mendsOther(request: ActionRequest): boolean {
  return findingsAt(request).some(
    ({ finding: { name, fixes } }) => name !== "example-fails" && fixes.length > 0,
  );
}

function statedVerdicts({ document, span }: ActionRequest): readonly OfferedAction[] {
  const usable = currentMapping(document);
  const statement = statementAt(document.file, span.start);
  const result = statement === null ? null : (usable?.resultOf(statement) ?? null);
  if (usable === null || result === null || result.difference === null) return [];
  const { example, verdict } = result;
  const written = statedVerdict(example, verdict, usable.mapping);
  const place = spanInFile(example.model.verdictSpan, example.statement.start);
  const resolves = document.findings.filter(
    ({ finding }) => finding.name === "example-fails" && holdsOffset(example.statement, finding.span.start),
  );
  const title = `Expect what it gets: ${shortened(visible(written), LONGEST_TITLE)}`;
  return [offer(title, ACTION_KINDS.quickFix, changeBy([{ span: place, newText: written }]), resolves)];
}
