import { closest } from "@responses/dsl/editor";
import { InvalidArgumentError } from "commander";

/** The value of an option that is one of some words. Throws an InvalidArgumentError for another, with the word that is nearly it. */
export function chosen<Word extends string>(text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const meant = closest(text, words);
  const hint = meant === null ? "" : ` Did you mean ${meant}?`;
  throw new InvalidArgumentError(`Allowed choices are ${words.join(", ")}.${hint}`);
}
