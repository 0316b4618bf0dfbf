import { type ExampleRun, runWithRules } from "../examples/example-run.js";
import type { Finding } from "../findings/finding.js";
import type { Linked } from "../model/link.js";
import { check } from "./check.js";

/** All that the tools know of a mapping. */
export interface Analysis {
  readonly linked: Linked;
  /** What `check` finds. */
  readonly findings: readonly Finding[];
  /** How the mapping's own examples go; null for a mapping that is refused. */
  readonly run: ExampleRun | null;
}

/**
 * Runs a mapping's examples and checks it, bit by bit: between two steps of the generator the caller may do something else,
 * or give up. `previous` is the analysis of the mapping before an edit, from which parts may be taken over; the result
 * equals that without it.
 */
export function* analyse(linked: Linked, _previous: Analysis | null): Generator<void, Analysis> {
  yield;
  const run = linked.kind === "mapping" ? runWithRules(linked.mapping) : null;
  yield;
  return { linked, findings: check(linked, run?.results), run };
}
