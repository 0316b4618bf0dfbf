import type { Example, ExampleResult, Rule } from "@responses/dsl";
import { quoted, writeExpectedVerdict } from "@responses/dsl/editor";
import type { UsableMapping } from "../../workspace/repair/usable-mapping.js";
import { shortened } from "./bounded-text.js";
import { type Piece, textOfPieces, words, written } from "./preview-text.js";

/** What an example is called in a line: `line 12`, and the name that it has. */
export function placeOfExample({ model, ...located }: Example, usable: UsableMapping): string {
  const line = `line ${usable.lineOf({ model, ...located }) + 1}`;
  return model.name === null ? line : `${line} (${shortened(model.name, 30)})`;
}

/** Where a rule is: `line 4`, and of which file where that is another. */
export function placeOfRule(rule: Rule, usable: UsableMapping): readonly Piece[] {
  const line = words(`line ${usable.lineOf(rule) + 1}`);
  return rule.file === usable.mapping.file
    ? [line]
    : [line, words(" of "), written(shortened(rule.file.path, 40))];
}

/** In what an example's verdict is not the expected one, in a few words; null for an example that passes. */
export function differenceInWords({ example, difference }: ExampleResult): string | null {
  if (difference === null) return null;
  if (difference.kind === "verdict") return `expected ${writeExpectedVerdict(example.model.verdict)}`;
  return textOfPieces(captureDifference(difference, 30));
}

/** In what a capture differs from the expected one; its name is shortened to `longestName` characters. */
export function captureDifference(
  { name, expected, actual }: Extract<ExampleResult["difference"], { readonly kind: "capture" }>,
  longestName: number,
): readonly Piece[] {
  const named = written(shortened(name, longestName));
  // A capture that is wanted absent and is absent differs from none of the mapping's: its name does.
  if (expected === "" && actual === null) return [words("no capture is named "), named];
  const found = actual === null ? [words(" is missing")] : [words(" is "), written(quoted(actual))];
  const wanted = expected === "" ? [words("none")] : [written(quoted(expected))];
  return [named, ...found, words(", expected "), ...wanted];
}
