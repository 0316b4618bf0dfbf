import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { fieldsAskedFor } from "./other-fields.js";
import type { RecordedRules } from "./recorded-rules.js";

/** Recorded refusals for which a success rule holds as well, so that what it asks for says nothing by itself. */
export interface HeldRefusals {
  /** At least one. */
  readonly examples: readonly ExampleModel[];
  /** The keys of the fields by which a rule further up tells that these are refusals. */
  readonly toldBy: ReadonlySet<string>;
}

/** The refusals that rules above a success rule take from it, as examples record; null where there is none. */
export function heldRefusals(success: RuleModel, recorded: RecordedRules): HeldRefusals | null {
  const examples: ExampleModel[] = [];
  const toldBy = new Set<string>();
  const own = new Set(fieldsAskedFor(success).map(({ key }) => key));
  for (const example of recorded.heldBy(success)) {
    const [decider] = recorded.holdingFor(example);
    if (decider === undefined || decider.outcome === "success") continue;
    const fields = fieldsAskedFor(decider).filter(({ key }) => !own.has(key));
    if (fields.length === 0 || !recorded.decidedBy(decider).includes(example)) continue;
    examples.push(example);
    for (const { key } of fields) toldBy.add(key);
  }
  return examples.length === 0 ? null : { examples, toldBy };
}
