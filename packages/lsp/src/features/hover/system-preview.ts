import { counted } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { examplesInWords } from "../presentation/example-counts.js";
import { type Block, line, words, written } from "../presentation/preview-text.js";
import { staleBlocks } from "../presentation/stale-note.js";

/** The file at a glance: how many rules and examples it has, and how these go. */
export function systemPreview(name: string, usable: UsableMapping): readonly Block[] {
  const { run, mapping } = usable;
  const failing = run.results.filter(({ difference }) => difference !== null).length;
  return [
    line(
      [written(shortened(name, 80)), words(` · ${counted(mapping.rules.length, "rule")}${included(usable)}`)],
      200,
    ),
    line([words(examplesInWords(run.results.length, failing))], 100),
    ...staleBlocks(usable, null),
  ];
}

function included({ mapping }: UsableMapping): string {
  const others = mapping.rules.filter(({ file }) => file !== mapping.file).length;
  return others === 0 ? "" : `, ${others} of them from included files`;
}
