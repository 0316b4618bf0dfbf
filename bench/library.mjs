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
 */
export function moduleOf(mapping) {
  const compiled = compile(mapping, { format: "esm", source: "benchmark.responses" });
  if (compiled.kind === "refused") throw new Error("the benchmark's mapping cannot be compiled");
  return compiled.code;
}

/** @param {string} text */
export function parseAndCheck(text) {
  return check(link(parse("benchmark.responses", text), noOtherFiles));
}
