import { check, compile, link, noOtherFiles, parse } from "@responses/dsl";

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

/**
 * The mapping as an ES module.
 *
 * @param {import("@responses/dsl").Mapping} mapping
 * @param {import("@responses/dsl").SearchWay} [searchWay] the only way to search texts
 */
export function moduleOf(mapping, searchWay) {
  const options = { format: /** @type {const} */ ("esm"), source: "benchmark.responses" };
  const compiled = compile(mapping, searchWay === undefined ? options : { ...options, searchWay });
  if (compiled.kind === "refused") throw new Error("the benchmark's mapping cannot be compiled");
  return compiled.code;
}

/** @param {string} text */
export function parseAndCheck(text) {
  return check(link(parse("benchmark.responses", text), noOtherFiles));
}
