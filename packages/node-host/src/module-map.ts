import { dirname, relative, resolve } from "node:path";
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import type { Mapping } from "@responses/dsl";
import { withSlashes } from "./paths.js";

/** A source map (ECMA-426), as bundlers take it from whoever makes code. */
export interface ModuleMap {
  readonly version: 3;
  /** Relative to the mapping file's folder. */
  readonly sources: string[];
  readonly sourcesContent: string[];
  readonly names: string[];
  readonly mappings: string;
}

/**
 * The map of a compiled module, which leads from each rule in the module's table to where the mapping says it. All else stands in no mapping
 * file; without a map bundlers would show the module itself under the mapping's name. Linear in the code.
 *
 * @param folder where the paths of the mapping's files start, absolute
 */
export function moduleMap(code: string, mapping: Mapping, folder: string): ModuleMap {
  const own = mapping.file;
  const base = dirname(resolve(folder, own.path));
  const sources: string[] = [];
  const sourcesContent: string[] = [];
  let hasBegun = false;
  let number = 0;
  const lines = code.split("\n").map((line): SourceMapSegment[] => {
    hasBegun ||= line.startsWith(TABLE);
    const rule = mapping.rules[number];
    if (!hasBegun || rule === undefined || !line.startsWith(ENTRY)) return [];
    number += 1;
    const { source } = rule.file.tree;
    const name = withSlashes(relative(base, resolve(folder, rule.file.path)));
    if (!sources.includes(name)) {
      sources.push(name);
      sourcesContent.push(source.text);
    }
    const place = source.positionAt(rule.statement.start + rule.model.outcomeSpan.from);
    return [[line.indexOf("{"), sources.indexOf(name), place.line, place.column], [line.length]];
  });
  return { version: 3, sources, sourcesContent, names: [], mappings: encode(lines) };
}

/** How a compiled module begins its table of rules, and each line of it that is one. */
const TABLE = "const rules = ";
const ENTRY = '  { outcome: "';
