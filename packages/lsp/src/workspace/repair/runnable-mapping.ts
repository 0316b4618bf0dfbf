import { type FileModel, type Linked, parse } from "@responses/dsl";
import type { MappingDocument } from "../documents/mapping-document.js";
import { statementIndexAt } from "../documents/statement-places.js";
import { type BrokenPlace, brokenStatements, firstBrokenPlace } from "./broken-statements.js";
import { type RepairedText, repairText, unrepaired } from "./repaired-text.js";

/** A text that stands in for one that is broken, and the place because of which it has to. */
export interface Repair {
  readonly text: RepairedText;
  readonly brokenAt: BrokenPlace;
  /** Whether the document was broken when it was opened, so that nothing stands in for what was. */
  readonly isIncomplete: boolean;
}

/** A mapping that can be run. */
export interface RunnableMapping {
  readonly linked: Linked;
  /** By what it can; null where it is the text as it is. */
  readonly repair: Repair | null;
}

/** What a repair needs of the files around. */
export interface RepairEnvironment {
  /** Puts the includes of a file in place, each as it could last be read. */
  link(file: FileModel): Linked;
  /** The URI of a file's name. */
  uriOf(file: string): string;
}

/** Repairing one statement may bring another into conflict; a few rounds settle whatever people type. */
const MOST_REPAIRS = 3;

/**
 * The mapping of a document as far as it can be run: the text as it is, else one in which each broken statement is
 * replaced by what stood there in `last`, the mapping that could be run before; what was broken from the beginning is left
 * out. Null where even that cannot be run.
 *
 * Invariant: a document that can be run as it is needs no repair, whatever came before, so what is known of it is what
 * would be known had it just been opened.
 */
export function runnableMapping(
  document: MappingDocument,
  last: RunnableMapping | null,
  { link, uriOf }: RepairEnvironment,
): RunnableMapping | null {
  const { file, linked } = document;
  if (linked.kind === "mapping") return { linked, repair: null };
  // What is broken in an included file is repaired there.
  const own = linked.findings.filter(({ name }) => name !== "include-broken");
  const broken = new Set(brokenStatements(file, own));
  const lastFile = last === null ? null : fileOf(last.linked);
  const lastText = lastFile === null ? null : (last?.repair?.text ?? unrepaired(lastFile));
  const isIncomplete = last === null || last.repair?.isIncomplete === true;
  // What stands in may clash with what is there now, and has to be repaired in its turn.
  for (let attempt = 0; attempt < MOST_REPAIRS; attempt++) {
    const text = repairText(file, broken, lastText);
    const model = parse(file.path, text.text, lastFile);
    if (model.tree.statements.length !== text.origins.length) return null;
    const relinked = link(model);
    if (relinked.kind === "mapping") {
      const place = firstBrokenPlace(document, broken, uriOf);
      if (place === null) return null;
      const slot =
        place.file === file.path ? text.slots[statementIndexAt(file, place.span.start)] : undefined;
      const brokenAt = { ...place, isLeftOut: isIncomplete && (slot?.standIns ?? []).length === 0 };
      return { linked: relinked, repair: { text, brokenAt, isIncomplete } };
    }
    const others = [...brokenStatements(model, relinked.findings)];
    const added = others.flatMap((index) => text.origins[index] ?? []);
    if (added.every((index) => broken.has(index))) return null;
    for (const index of added) broken.add(index);
  }
  return null;
}

function fileOf(linked: Linked): FileModel {
  return linked.kind === "mapping" ? linked.mapping.file : linked.file;
}
