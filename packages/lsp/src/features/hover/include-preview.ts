import type { Statement } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { includedBy } from "../../workspace/documents/mapping-document.js";
import { shortened } from "../presentation/bounded-text.js";
import { type Block, line, words, written } from "../presentation/preview-text.js";
import { staleBlocks } from "../presentation/stale-note.js";

/** What an include brings: how many rules and captures, and how many of the file's examples they decide. */
export function includePreview(statement: Statement, document: AnalysedDocument): readonly Block[] {
  const { linked, usable } = document;
  const files = includedBy(linked)
    .filter(({ through }) => through.statement === statement)
    .map(({ file }) => file);
  const [first] = files;
  if (first === undefined) {
    return [line([words("Brings nothing: the file does not exist, or is already included further up")], 150)];
  }
  const models = files.flatMap((file) => file.models);
  const rules = models.filter(({ kind }) => kind === "rule").length;
  const captures = models.filter(({ kind }) => kind === "capture").length;
  const brings = [counted(rules, "rule"), ...(captures === 0 ? [] : [counted(captures, "capture")])].join(
    " and ",
  );
  const through =
    files.length === 1 ? "" : ` (with the ${counted(files.length - 1, "file")} that it includes)`;
  const said = line(
    [words(`Puts ${brings} in this place, from `), written(shortened(first.path, 120)), words(through)],
    300,
  );
  if (usable === null || usable.run.results.length === 0) return [said];
  const paths = new Set(files.map(({ path }) => path));
  const { results } = usable.run;
  const decided = results.filter(
    ({ decidedBy }) => decidedBy !== null && paths.has(decidedBy.file.path),
  ).length;
  return [
    said,
    line([words(`They decide ${decided} of ${counted(results.length, "example")}`)], 100),
    ...staleBlocks(usable, statement),
  ];
}
