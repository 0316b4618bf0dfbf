import { type NearMiss, nearMissAsHeading } from "@responses/dsl/editor";
import { excerpt } from "./excerpt.js";
import { type Piece, words, written } from "./preview-text.js";

/** By how little a rule misses a response, and what the body has instead, in about `bytes`. */
export function nearMissPieces(miss: NearMiss, body: string, bytes: number): readonly Piece[] {
  const shown = miss.kind === "path" ? excerpt(miss.actual, null, bytes) : excerpt(body, miss.place, bytes);
  return [words(nearMissAsHeading(miss)), written(shown)];
}
