import { check, createMatcher, link, noOtherFiles, parse } from "@responses/dsl";

/**
 * A mapping, ready to be run.
 *
 * @param {string} text of a file that is in order
 */
export function mappingOf(text) {
  const linked = link(parse("benchmark.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the benchmark's mapping is refused");
  return linked.mapping;
}

/** @param {string} text */
export function parseAndCheck(text) {
  return check(link(parse("benchmark.responses", text), noOtherFiles));
}

/** @param {string} text */
export function matcherOf(text) {
  return createMatcher(mappingOf(text));
}
