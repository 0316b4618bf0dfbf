import type { CaptureModel } from "@responses/dsl";
import { captureInWords, counted, quoted } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "../presentation/bounded-text.js";
import { placeOfExample } from "../presentation/example-words.js";
import { type Block, code, line, piecesOf, words, written } from "../presentation/preview-text.js";
import { staleBlocks } from "../presentation/stale-note.js";

/** What a capture hands back, and what it finds in a few of the file's examples. */
export function capturePreview(
  { name, field, outcomes }: CaptureModel,
  usable: UsableMapping | null,
  mostExamples: number,
): readonly Block[] {
  const said = line(
    [
      written(shortened(name, 60)),
      words(" · "),
      ...piecesOf(captureInWords({ field, outcomes })),
      words(outcomes === null ? ", handed back with every verdict" : ""),
    ],
    400,
  );
  if (usable === null) return [said];
  const { results } = usable.run;
  const having = results.filter(({ verdict }) => Object.hasOwn(verdict.captures, name));
  const found =
    results.length === 0
      ? "This file has no examples of its own to show what it finds"
      : `Found in ${having.length} of ${counted(results.length, "example")}`;
  const lines = having
    .slice(0, mostExamples)
    .map(
      ({ example, verdict }) => `${placeOfExample(example, usable)}: ${quoted(verdict.captures[name] ?? "")}`,
    );
  return [said, line([words(found)], 100), ...code(lines), ...staleBlocks(usable, null)];
}
