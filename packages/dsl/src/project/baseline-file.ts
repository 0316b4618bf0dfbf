import { isFindingName } from "../findings/catalogue.js";
import { refuses } from "../findings/finding.js";
import { quoted } from "../findings/quoted.js";
import { beginningOf, compareUnits, ENTRY_FILE_VERSION, writeEntries } from "./entry-file.js";
import { type ConfigProblem, type JsonMember, type JsonNode, readJsonDocument } from "./json-document.js";
import { ProblemList } from "./problem-list.js";

/** What the names of all baselines end in, so that editors can tell when one changes. */
const ENDING = ".baseline.json";

/** The name of a baseline for which nobody has chosen another: it lies beside the project file. */
export const BASELINE_FILE = `responses${ENDING}`;

/** Whether a path is one that a baseline may have. */
export function isBaselineName(path: string): boolean {
  return /[^\\/]\.baseline\.json$/.test(path);
}

/** Findings that a project lives with for now: all of one name in equal statements of one file. */
export interface BaselineEntry {
  /** The path from the baseline's folder, with `/`. */
  readonly file: string;
  readonly name: string;
  /** Made of the name and the statement, of no line. */
  readonly fingerprint: string;
  /** How many there are: a whole number from 1. */
  readonly count: number;
  /** How the statement begins, for people. */
  readonly statement: string;
}

/** What a baseline says: each file, name and fingerprint once. */
export class Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly #byFile = new Map<string, BaselineEntry[]>();

  constructor(entries: readonly BaselineEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      const own = this.#byFile.get(entry.file);
      if (own === undefined) this.#byFile.set(entry.file, [entry]);
      else own.push(entry);
    }
  }

  /** The entries of one file, called as they call it. */
  entriesOf(file: string): readonly BaselineEntry[] {
    return this.#byFile.get(file) ?? [];
  }
}

/** A baseline that lists nothing. */
export const NO_BASELINE = new Baseline([]);

export type BaselineResult =
  | { readonly kind: "baseline"; readonly baseline: Baseline }
  | { readonly kind: "fault"; readonly problems: readonly ConfigProblem[] };

/** UTF-16 units of a statement that an entry shows, at most. */
const LONGEST_STATEMENT = 100;

/** The text of a baseline. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  return writeEntries(
    entries
      .toSorted((a, b) => compareUnits(a.file, b.file) || compareUnits(keyOf(a), keyOf(b)))
      .map((entry) => {
        const statement = JSON.stringify(beginningOf(entry.statement, LONGEST_STATEMENT));
        return [keyOf(entry), `"count": ${entry.count}, "statement": ${statement}`] as const;
      }),
  );
}

function keyOf({ file, name, fingerprint }: BaselineEntry): string {
  return `${file}: ${name} ${fingerprint}`;
}

/** Reads a baseline's text. Gives its content, or what is wrong with it. Never throws. */
export function readBaseline(text: string): BaselineResult {
  const document = readJsonDocument(text);
  if (document.kind === "fault") return { kind: "fault", problems: [document.problem] };
  const reader = new BaselineReader(text);
  reader.read(document.value);
  const { problems, entries } = reader;
  if (!problems.isEmpty) return { kind: "fault", problems: problems.told };
  return { kind: "baseline", baseline: new Baseline(entries) };
}

class BaselineReader {
  readonly problems = new ProblemList();
  readonly entries: BaselineEntry[] = [];
  readonly #text: string;
  readonly #keys = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  read(root: JsonNode): void {
    if (root.kind !== "object") {
      this.problems.report("a baseline is an object", root.span);
      return;
    }
    let hasVersion = false;
    for (const member of root.members) {
      if (this.#keys.has(member.name))
        this.problems.report(`${quoted(member.name)} is given twice`, member.nameSpan);
      this.#keys.add(member.name);
      if (member.name === "version") {
        hasVersion = true;
        if (this.#written(member.value) !== ENTRY_FILE_VERSION)
          this.problems.report(
            `only baselines of version ${ENTRY_FILE_VERSION} can be read here`,
            member.value.span,
          );
      } else if (member.name !== "$schema") this.#readEntry(member);
    }
    if (!hasVersion && this.problems.isEmpty)
      this.problems.report(`"version": ${ENTRY_FILE_VERSION} is missing`, {
        start: root.span.start,
        end: root.span.start + 1,
      });
  }

  #readEntry({ name: key, nameSpan, value }: JsonMember): void {
    const [, file, name, fingerprint] = /^(.+): ([a-z-]+) ([0-9a-f]{16})$/s.exec(key) ?? [];
    if (file === undefined || name === undefined || fingerprint === undefined) {
      this.problems.report(`${quoted(key)} is no entry: "FILE: FINDING FINGERPRINT"`, nameSpan);
      return;
    }
    if (isFindingName(name) && refuses(name)) {
      this.problems.report(`${name} cannot be in a baseline: a mapping that has it cannot be run`, nameSpan);
      return;
    }
    const members = value.kind === "object" ? value.members : [];
    const count = members.find((member) => member.name === "count")?.value;
    const statement = members.find((member) => member.name === "statement")?.value;
    const number = count === undefined ? "" : this.#written(count);
    if (!/^[1-9]\d{0,8}$/.test(number)) {
      this.problems.report('an entry says how many there are: { "count": 1, … }', (count ?? value).span);
      return;
    }
    this.entries.push({
      file,
      name,
      fingerprint,
      count: Number(number),
      statement: statement?.kind === "string" ? statement.text : "",
    });
  }

  #written(node: JsonNode): string {
    return node.kind === "other" ? this.#text.slice(node.span.start, node.span.end) : "";
  }
}
