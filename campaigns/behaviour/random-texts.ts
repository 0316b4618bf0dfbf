import { Random } from "@responses/testing/random";
import { randomFile } from "@responses/testing/random-files";
import { garbage } from "@responses/testing/random-garbage";
import { mappingText } from "@responses/testing/random-mappings";
import fc from "fast-check";

/** Random texts: a third of them related statements, a third mappings of every construct, a third garbage. */
export function randomTexts(count: number, seed: number, includes: readonly string[]): readonly string[] {
  const random = new Random(seed);
  const third = Math.ceil(count / 3);
  const related = Array.from({ length: third }, () => randomFile(random, random.integer(2, 14), includes));
  const mappings = fc.sample(mappingText, { numRuns: third, seed });
  const broken = fc.sample(garbage, { numRuns: count - 2 * third, seed });
  return [...related, ...mappings, ...broken];
}
