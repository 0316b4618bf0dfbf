import type { Example, Rule, Verdict, VerdictChange } from "@responses/dsl";
import {
  CHANGES,
  type ChangeKind,
  type ComparedMappings,
  currentPlaces,
  type ExampleChange,
  isHardlyEver,
  meaningOf,
  meaningOfExample,
  normalisedStatement,
  PROJECT_FILE,
  responseParts,
  responseText,
  ruleAt,
  ruleOnOneLine,
  spanInFile,
  unlistedInWords,
  verdictsInWords,
  visible,
} from "@responses/dsl/editor";
import { fingerprintOf, lineOf, type Region, regionOf } from "@responses/reporting";
import type { Acceptance } from "../runs/acceptance.js";
import { type ComparedFile, newIn } from "../runs/compared-file.js";
import type { DiffReport } from "../runs/diff-run.js";
import { aloneInWords } from "../runs/mapping-alone.js";
import { partedChanges, reasonFor } from "../runs/parted-changes.js";
import { mappingsInWords, type ToldOnce, toldOnce } from "../runs/told-once.js";
import type { Annotation } from "./annotation.js";
import { findingAnnotations } from "./finding-annotations.js";

/** UTF-16 units of a rule that a sentence shows, at most. */
const LONGEST_RULE = 200;

/** What a comparison comes to, be it accepted or not, at places of the files as they are now: file by file, money first, and then what refuses them. */
export function comparisonAnnotations(
  { files: all, after, acceptance }: DiffReport,
  which: "open" | "accepted",
): readonly Annotation[] {
  const { files, alsoIn } = toldOnce({ files: all, acceptance });
  const ofFiles = files.flatMap((file) => fileAnnotations(file, acceptance, which, alsoIn));
  if (which === "accepted") return ofFiles;
  const found = files.flatMap((file) => newIn(file).newFindings);
  return [...ofFiles, ...findingAnnotations([...found, ...after.errors], after.treeOf)];
}

function fileAnnotations(
  file: ComparedFile,
  acceptance: Acceptance | null,
  which: "open" | "accepted",
  alsoIn: ToldOnce["alsoIn"],
): readonly Annotation[] {
  const path = file.after ?? file.before ?? "";
  switch (file.kind) {
    case "added":
    case "removed": {
      const reason = reasonFor(acceptance, file);
      if ((reason === null) !== (which === "open")) return [];
      const kind = file.kind === "added" ? "mapping-added" : "mapping-removed";
      const message = `the mapping was ${aloneInWords(file)}`;
      return [{ ...annotation(kind, beginningOf(path), message), reason }];
    }
    // The errors and problems of the run tell of these.
    case "refused":
    case "unreadable":
      return [];
    case "compared":
      return [
        ...leftOutAnnotations(file, path, acceptance, which),
        ...comparedAnnotations(
          partedChanges(file, acceptance)[which],
          path,
          (deciders) => reasonFor(acceptance, file, deciders),
          alsoIn,
        ),
      ];
  }
}

function leftOutAnnotations(
  file: ComparedFile,
  path: string,
  acceptance: Acceptance | null,
  which: "open" | "accepted",
): readonly Annotation[] {
  const reason = reasonFor(acceptance, file);
  if (file.leftOut !== "after" || (reason === null) !== (which === "open")) return [];
  const message = `the mapping is left out now by ${PROJECT_FILE}`;
  return [{ ...annotation("mapping-removed", beginningOf(path), message), reason }];
}

/**
 * @param reasonOf why the responses that two rules decide are accepted; null where they are not
 * @param alsoIn other mappings that have a group, too
 */
function comparedAnnotations(
  compared: ComparedMappings,
  path: string,
  reasonOf: (deciders: Pick<VerdictChange, "before" | "after">) => string | null,
  alsoIn: ToldOnce["alsoIn"],
): readonly Annotation[] {
  const { mappingBefore, mappingAfter, comparison, examples } = compared;
  const placeNow = currentPlaces(mappingBefore, mappingAfter);
  /** A rule as it is now; of one that is gone that which stands in its place, or else where the mapping begins. */
  const placeOf = ({ before, after }: Pick<VerdictChange, "before" | "after">): Place => {
    const rule = ruleAt(mappingAfter, after ?? (before === null ? null : placeNow(before)));
    return rule === null ? beginningOf(path) : placeOfStatement(rule);
  };
  const { changes, unlisted, undecided } = comparison;
  return [
    ...changes.map((change) => {
      const words = changeInWords(change, compared, alsoIn.get(change) ?? []);
      const told = { ...annotation(kindOf(change), placeOf(change), words), reason: reasonOf(change) };
      // Places show few of each level, and what hardly ever comes must not keep others from them.
      return isHardlyEver(change) ? { ...told, level: "hint" as const } : told;
    }),
    ...examples.changes.map((change) => {
      const place = change.recordedIn === "before" ? beginningOf(path) : placeOfStatement(change.example);
      const reason = reasonOf({ before: change.before.place, after: change.after.place });
      return { ...annotation("recorded-answer-changed", place, exampleInWords(change)), reason };
    }),
    ...undecided.map((change) => {
      const [old, now] = [ruleAt(mappingBefore, change.before), ruleAt(mappingAfter, change.after)];
      const which =
        old === null && now === null
          ? "other responses"
          : `responses that are decided before by ${ruleInWords(old)}, now by ${ruleInWords(now)},`;
      return annotation(
        "change-not-decided",
        placeOf(change),
        `it is not known whether ${which} get another verdict: ${change.reason}`,
      );
    }),
    ...(unlisted === 0
      ? []
      : [annotation("verdict-changed", beginningOf(path), unlistedInWords(comparison))]),
  ];
}

interface Place {
  readonly file: string;
  readonly region: Region;
  /** The statement as the formatter writes it. */
  readonly statement: string;
}

function beginningOf(file: string): Place {
  return { file, region: { line: 1, column: 1, endLine: 1, endColumn: 1 }, statement: "" };
}

function placeOfStatement({ file, statement }: Pick<Rule | Example, "file" | "statement">): Place {
  const { tree, path } = file;
  const span = spanInFile(statement.syntax.span, statement.start);
  return {
    file: path,
    region: regionOf(tree.source, span),
    statement: normalisedStatement(tree, span.start),
  };
}

function annotation(kind: ChangeKind, { file, region, statement }: Place, message: string): Annotation {
  return {
    kind,
    level: CHANGES[kind].level,
    message: message.split("\n").map(visible).join("\n"),
    file,
    region,
    related: [],
    fixes: [],
    fingerprint: fingerprintOf(kind, statement),
    number: null,
    reason: null,
  };
}

function kindOf({ money }: VerdictChange): ChangeKind {
  switch (money) {
    case "success-lost":
      return "sale-lost";
    case "success-gained":
      return "sale-gained";
    case "success-captures":
      return "sale-captures-changed";
    case "none":
      return "verdict-changed";
  }
}

function changeInWords(
  change: VerdictChange,
  { mappingBefore, mappingAfter }: ComparedMappings,
  others: readonly string[],
): string {
  const { status, body } = responseParts(change.witness);
  return [
    `${meaningOf(change)}: ${fromTo(change.verdictBefore, change.verdictAfter)}, for example ${responseText(status, body)}`,
    `decided before by ${ruleInWords(ruleAt(mappingBefore, change.before))}`,
    `decided now by ${ruleInWords(ruleAt(mappingAfter, change.after))}`,
    ...(others.length === 0 ? [] : [`also in ${mappingsInWords(others, String)}`]),
  ].join("\n");
}

function exampleInWords(change: ExampleChange): string {
  const meaning = meaningOfExample(change);
  const { name } = change.example.model;
  const which = name === null ? "this recorded answer" : `the recorded answer ${name}`;
  const gone = change.recordedIn === "before" ? " (it is not recorded any more)" : "";
  const verdicts = fromTo(change.before.verdict, change.after.verdict);
  return `${meaning === null ? "" : `${meaning}: `}${which} gets another verdict, ${verdicts}${gone}`;
}

function fromTo(before: Verdict, after: Verdict): string {
  return verdictsInWords(before, after).join(" → ");
}

function ruleInWords(rule: Rule | null): string {
  if (rule === null) return "no rule";
  const written = ruleOnOneLine(rule, 4 * LONGEST_RULE, "formatted");
  const shown = written.length > LONGEST_RULE ? `${written.slice(0, LONGEST_RULE)} …` : written;
  return `${shown} (${rule.file.path}:${lineOf(rule)})`;
}
