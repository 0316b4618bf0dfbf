import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { counted } from "../presentation/counted.js";
import { examplesInWords } from "../presentation/example-counts.js";
import { shortened } from "../presentation/example-words.js";
import { type Block, line, words, written } from "../presentation/preview-text.js";
import { staleNote } from "../presentation/stale-note.js";

/** The file at a glance: how many rules and examples it has, and how these go. */
export function systemPreview(name: string, usable: UsableMapping): readonly Block[] {
  const { run, mapping } = usable;
  const failing = run.results.filter(({ difference }) => difference !== null).length;
  const last = staleNote(usable, null);
  return [
    line(
      [written(shortened(name, 80)), words(` · ${counted(mapping.rules.length, "rule")}${included(usable)}`)],
      200,
    ),
    line([words(examplesInWords(run.results.length, failing))], 100),
    ...(last === null ? [] : [line(last, 150)]),
  ];
}

function included({ mapping }: UsableMapping): string {
  const others = mapping.rules.filter(({ file }) => file !== mapping.file).length;
  return others === 0 ? "" : `, ${others} of them from included files`;
}
