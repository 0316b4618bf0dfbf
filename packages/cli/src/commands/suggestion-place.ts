import type { FindingName } from "@responses/dsl";
import { FINDING_NAMES, isFindingName } from "@responses/dsl/editor";
import { InvalidArgumentError } from "commander";
import { chosen } from "./choice.js";

/** The finding whose suggestions are to be made. */
export interface SuggestionPlace {
  readonly name: FindingName;
  /** From 1; null for all lines. */
  readonly line: number | null;
}

/** What `--suggested` says: `NAME` or `NAME:LINE`. */
export function suggestionPlace(text: string): SuggestionPlace {
  const [, written = "", line] = /^(.*?)(?::(\d{1,9}))?$/s.exec(text) ?? [];
  if (isFindingName(written)) return { name: written, line: line === undefined ? null : Number(line) };
  try {
    return { name: chosen(written, FINDING_NAMES), line: null };
  } catch {
    throw new InvalidArgumentError("It must be the name of a finding; responses explain lists them.");
  }
}
