import type { Finding } from "../findings/finding.js";
import type { Linked } from "../model/link.js";
import { analyseAtOnce } from "./analyse.js";

/** All findings of a mapping; see `analyse`. */
export function check(linked: Linked): readonly Finding[] {
  return analyseAtOnce(linked).findings;
}
