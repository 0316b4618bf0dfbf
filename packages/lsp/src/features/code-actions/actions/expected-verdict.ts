import { spanInFile, statedVerdict, visible } from "@responses/dsl/editor";
import { holdsOffset, statementAt } from "../../../workspace/documents/statement-places.js";
import { shortened } from "../../presentation/bounded-text.js";
import { changeBy } from "../action-change.js";
import { ACTION_KINDS, type ActionRequest, type OfferedAction, offer } from "../offered-action.js";
import { currentMapping } from "../statements/tried-rules.js";

/** A longer verdict is written all the same. */
const LONGEST_TITLE = 120;

const NOW_A_SALE = " (says that this response is a sale)";

/**
 * For an example at the selection that fails: to state what it gets. It is the example that changes, and nobody else's verdict. The example
 * may well be right and a rule wrong, so this is for the end of the list, and it says so where a refusal would count as a sale from then on.
 */
export function expectedVerdicts({ document, span }: ActionRequest): readonly OfferedAction[] {
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
  const sold = verdict.outcome === "success" && example.model.verdict.outcome !== "success" ? NOW_A_SALE : "";
  const title = `Expect what it gets: ${shortened(visible(written), LONGEST_TITLE)}${sold}`;
  return [offer(title, ACTION_KINDS.quickFix, changeBy([{ span: place, newText: written }]), resolves)];
}
