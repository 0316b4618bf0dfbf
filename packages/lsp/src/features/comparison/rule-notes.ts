import type { MoneyChange, VerdictChange } from "@responses/dsl";
import {
  counted,
  currentPlaces,
  type ExampleChange,
  groupBy,
  isHardlyEver,
  responseParts,
  responseText,
  ruleAt,
  verdictsInWords,
} from "@responses/dsl/editor";
import type { Location } from "vscode-languageserver";
import { shortened } from "../presentation/bounded-text.js";
import { locationOfRule } from "../presentation/rule-locations.js";
import { type ComparedDocument, lineBefore } from "./compared-document.js";

/** What is said behind a rule because of which responses get another verdict. */
export interface RuleNote {
  /** The rule, in whichever file it stands. */
  readonly location: Location;
  readonly text: string;
  /** Whether somebody pays for it: the gravest of what the note tells. */
  readonly money: MoneyChange;
}

/** Bytes of a note, and of a response in it. */
const LONGEST_NOTE = 240;
const LONGEST_RESPONSE = 80;

/** Groups of responses that one note tells of. */
const MOST_GROUPS = 2;

/** Responses that one rule decided before and another decides now. */
interface Group {
  readonly change: VerdictChange;
  /** The recorded ones of them. */
  readonly recorded: readonly ExampleChange[];
  /** Where the rule stands now that decided before; null where it is gone, or where none did. */
  readonly from: number | null;
}

/** The notes of a comparison: behind the rules that decide now or, where none does, behind what has become of the one that did. */
export function ruleNotes(document: ComparedDocument): readonly RuleNote[] {
  const { compared, analysed, places } = document;
  const byRule = groupBy(groupsOf(document), ({ change, from }) => change.after ?? from);
  return [...byRule].flatMap(([place, groups]) => {
    const rule = ruleAt(compared.mappingAfter, place);
    const location = rule === null ? null : locationOfRule(rule, analysed, places);
    const [gravest] = groups;
    if (location === null || gravest === undefined) return [];
    const told = groups.slice(0, MOST_GROUPS).map((group) => groupInWords(group, document));
    const more = groups.length - told.length;
    const text = [...told, ...(more > 0 ? [`and ${counted(more, "more group")}`] : [])].join("; ");
    return [
      {
        location,
        text: shortened(text, LONGEST_NOTE),
        money: isHardlyEver(gravest.change) ? "none" : gravest.change.money,
      },
    ];
  });
}

function groupsOf({ compared }: ComparedDocument): readonly Group[] {
  const { comparison, examples, mappingBefore, mappingAfter } = compared;
  const current = currentPlaces(mappingBefore, mappingAfter);
  const recorded = groupBy(examples.changes, ({ before, after }) => `${before.place} ${after.place}`);
  return comparison.changes.map((change) => ({
    change,
    recorded: recorded.get(`${change.before} ${change.after}`) ?? [],
    from: change.before === null ? null : current(change.before),
  }));
}

function groupInWords({ change, recorded, from }: Group, document: ComparedDocument): string {
  const verdicts = verdictsInWords(change.verdictBefore, change.verdictAfter).join(" → ");
  if (recorded.length === 0) {
    const { status, body } = responseParts(change.witness);
    const which = isHardlyEver(change) ? "only for bodies with needless escapes," : "for responses";
    return `${verdicts} ${which} such as ${shortened(responseText(status, body), LONGEST_RESPONSE)}`;
  }
  const answers = counted(recorded.length, "recorded answer");
  if (change.after === null) return `no longer takes ${answers}: ${verdicts}`;
  if (change.before === null) return `takes ${answers} that no rule took: ${verdicts}`;
  if (change.after === from) return `${verdicts} for ${answers}`;
  return `takes ${answers} from ${lineInWords(change.before, from, document)}: ${verdicts}`;
}

/** The line of a rule in the text as it is now; of one that is gone, the line that it had. */
function lineInWords(
  before: number,
  now: number | null,
  { compared, usable, base }: ComparedDocument,
): string {
  const rule = ruleAt(compared.mappingAfter, now);
  if (rule !== null) {
    const line = `line ${usable.lineOf(rule) + 1}`;
    return rule.file === usable.mapping.file ? line : `${line} of ${rule.file.path}`;
  }
  const gone = ruleAt(compared.mappingBefore, before);
  if (gone === null) return "a rule that is gone";
  return `line ${lineBefore(gone)} ${base.name === "head" ? "at HEAD" : "as it is saved"}`;
}
