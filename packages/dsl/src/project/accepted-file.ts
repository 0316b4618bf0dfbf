import { quoted } from "../findings/quoted.js";
import { fnvHash } from "../text/fnv-hash.js";
import { beginningOf, compareUnits, ENTRY_FILE_VERSION, writeEntries } from "./entry-file.js";
import { type ConfigProblem, type JsonMember, type JsonNode, readJsonDocument } from "./json-document.js";
import { ProblemList } from "./problem-list.js";

const ENDING = ".accepted.json";

/** The name of a file of accepted differences for which nobody has chosen another. */
export const ACCEPTED_FILE = `responses${ENDING}`;

/** Whether a path is one that a file of accepted differences may have. */
export function isAcceptedName(path: string): boolean {
  return /[^\\/]\.accepted\.json$/.test(path);
}

/** A difference between two revisions, as an entry shows it to people. */
export interface ShownDifference {
  /** The mapping's path from the folder of the file, with `/`. */
  readonly mapping: string;
  /** What it is, as `success → unmapped`. */
  readonly change: string;
  /** The statements responsible before the change, and what stands in their place after it: so much of them as is written. */
  readonly before: string;
  readonly after: string;
  /**
   * Made of all that makes the difference; null in an entry of an earlier version, which named one rule alone and accepts nothing
   * any more.
   */
  readonly of: string | null;
}

/** A difference between two revisions that somebody has accepted. */
export interface AcceptedEntry extends ShownDifference {
  /** Made of all that it shows and stands for, of no line (`acceptedFingerprint`). */
  readonly fingerprint: string;
  readonly reason: string;
}

/** The entry of a difference, without its fingerprint shown as it is written. */
export function acceptedEntry(difference: ShownDifference, reason: string): AcceptedEntry {
  const shown = {
    ...difference,
    before: beginningOf(difference.before, LONGEST_STATEMENT),
    after: beginningOf(difference.after, LONGEST_STATEMENT),
  };
  return { ...shown, fingerprint: acceptedFingerprint(shown), reason };
}

/** So that nobody takes an entry for another one than it is, what people read of it is part of its fingerprint. */
function acceptedFingerprint({ mapping, change, before, after, of }: ShownDifference): string {
  return fnvHash(JSON.stringify([mapping, change, before, after, of]));
}

export type AcceptedResult =
  | { readonly kind: "entries"; readonly entries: readonly AcceptedEntry[] }
  | { readonly kind: "fault"; readonly problems: readonly ConfigProblem[] };

const ACCEPT_AGAIN = "responses diff with --accept writes what differs now";

/** UTF-16 units of statements that an entry shows, at most. */
const LONGEST_STATEMENT = 300;

const TEXTS = ["mapping", "change", "before", "after", "of", "reason"] as const;

/** The text of a file of accepted differences. */
export function writeAccepted(entries: readonly AcceptedEntry[]): string {
  const lines = entries
    .toSorted(
      (a, b) =>
        compareUnits(a.mapping, b.mapping) ||
        compareUnits(a.change, b.change) ||
        compareUnits(a.fingerprint, b.fingerprint),
    )
    .map((entry) => {
      const texts = TEXTS.flatMap((name) =>
        entry[name] === null ? [] : [`"${name}": ${JSON.stringify(entry[name])}`],
      );
      return [entry.fingerprint, texts.join(", ")] as const;
    });
  return writeEntries(lines);
}

/** Reads the text of a file of accepted differences. Gives its entries, or what is wrong with it. Never throws. */
export function readAccepted(text: string): AcceptedResult {
  const document = readJsonDocument(text);
  if (document.kind === "fault") return { kind: "fault", problems: [document.problem] };
  const reader = new AcceptedReader(text);
  reader.read(document.value);
  const { problems, entries } = reader;
  return problems.isEmpty ? { kind: "entries", entries } : { kind: "fault", problems: problems.told };
}

class AcceptedReader {
  readonly problems = new ProblemList();
  readonly entries: AcceptedEntry[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(root: JsonNode): void {
    if (root.kind !== "object") {
      this.problems.report("a file of accepted differences is an object", root.span);
      return;
    }
    const names = new Set<string>();
    for (const member of root.members) {
      if (names.has(member.name))
        this.problems.report(`${quoted(member.name)} is given twice`, member.nameSpan);
      names.add(member.name);
      if (member.name === "version") this.#readVersion(member.value);
      else this.#readEntry(member);
    }
    if (!names.has("version") && this.problems.isEmpty)
      this.problems.report(`"version": ${ENTRY_FILE_VERSION} is missing`, {
        start: root.span.start,
        end: root.span.start + 1,
      });
  }

  #readVersion({ kind, span }: JsonNode): void {
    if (kind !== "other" || this.#text.slice(span.start, span.end) !== ENTRY_FILE_VERSION)
      this.problems.report(`only files of version ${ENTRY_FILE_VERSION} can be read here`, span);
  }

  #readEntry({ name: fingerprint, nameSpan, value }: JsonMember): void {
    if (!/^[0-9a-f]{16}$/.test(fingerprint)) {
      this.problems.report(`${quoted(fingerprint)} is no fingerprint of a difference`, nameSpan);
      return;
    }
    const members = value.kind === "object" ? value.members : [];
    const textOf = (name: (typeof TEXTS)[number]): string | null => {
      const node = members.find((member) => member.name === name)?.value;
      return node?.kind === "string" ? node.text : null;
    };
    const [mapping, change, before, after, of = null, reason] = TEXTS.map(textOf);
    if (!mapping || !change || !reason?.trim()) {
      this.problems.report(
        'an entry says { "mapping": …, "change": …, "reason": … }, none of them empty',
        value.span,
      );
      return;
    }
    const shown = { mapping, change, before: before ?? "", after: after ?? "", of };
    if (of !== null && acceptedFingerprint(shown) !== fingerprint)
      this.problems.report(
        `this entry was written for something else than it says: only "reason" may be edited; delete the entry, and ${ACCEPT_AGAIN}`,
        nameSpan,
      );
    else this.entries.push({ ...shown, fingerprint, reason });
  }
}
