import type { Meaning } from "../../workspace/meaning.js";
import { asItWas } from "../as-it-was.js";
import { counted } from "../counted.js";
import { examplesInWords } from "../example-counts.js";
import { shortened } from "./example-words.js";
import { type Block, line, words, written } from "./preview-text.js";

/** The file at a glance: how many rules and examples it has, and how these go. */
export function systemPreview(name: string, meaning: Meaning): readonly Block[] {
  const { run, mapping } = meaning;
  const failing = run.results.filter(({ difference }) => difference !== null).length;
  const last = asItWas(meaning, null);
  return [
    line(
      [
        written(shortened(name, 80)),
        words(` · ${counted(mapping.rules.length, "rule")}${included(meaning)}`),
      ],
      200,
    ),
    line([words(examplesInWords(run.results.length, failing))], 100),
    ...(last === null ? [] : [line(last, 150)]),
  ];
}

function included({ mapping }: Meaning): string {
  const others = mapping.rules.filter(({ file }) => file !== mapping.file).length;
  return others === 0 ? "" : `, ${others} of them from included files`;
}
