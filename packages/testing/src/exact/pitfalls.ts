import {
  BODY_PITFALLS,
  DOCUMENT_PITFALLS,
  FIELD_PITFALLS,
  NUMBER_PITFALLS,
} from "./pitfalls/field-pitfalls.js";
import type { Pitfall } from "./pitfalls/pitfall.js";
import { STATUS_PITFALLS } from "./pitfalls/status-pitfalls.js";
import {
  FOLDING_PITFALLS,
  LOGIC_PITFALLS,
  OVERLAP_PITFALLS,
  WHITE_SPACE_PITFALLS,
  WORD_PITFALLS,
} from "./pitfalls/text-pitfalls.js";

export type { Pitfall } from "./pitfalls/pitfall.js";

/** Lists of rules about which shortcuts say something wrong, by what they overlook. */
export const PITFALLS: Readonly<Record<string, readonly Pitfall[]>> = {
  "white space at edges": WHITE_SPACE_PITFALLS,
  "texts that overlap": OVERLAP_PITFALLS,
  "words and their neighbours": WORD_PITFALLS,
  "folding of case": FOLDING_PITFALLS,
  "lists, not and and": LOGIC_PITFALLS,
  "no status": STATUS_PITFALLS,
  "fields that are missing or several": FIELD_PITFALLS,
  numbers: NUMBER_PITFALLS,
  "paths of one document": DOCUMENT_PITFALLS,
  "the body and its fields": BODY_PITFALLS,
};
