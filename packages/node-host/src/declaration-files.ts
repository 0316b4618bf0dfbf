import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { encode, type SourceMapSegment } from "@jridgewell/sourcemap-codec";
import { type CompiledMapping, SourceText } from "@responses/dsl";
import { isGenerated, writeJsonData } from "@responses/dsl/editor";
import { readRegularFileSync } from "./bounded-read.js";
import type { MappingFiles } from "./mapping-files.js";
import { withSlashes } from "./paths.js";
import type { Output } from "./write-together.js";

/** A compiled mapping that has declarations. */
export type DeclaredMapping = Pick<CompiledMapping, "declarations" | "declarationLinks">;

/**
 * The name under which TypeScript looks for the declarations of a file that is no script (its option
 * `allowArbitraryExtensions`): `acme.d.responses.ts` for `acme.responses`.
 *
 * @param path of the mapping file; its folder stays
 */
export function declarationFileOf(path: string): string {
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}.d${extension}.ts`);
}

/**
 * The declarations of a mapping file for an import of the file itself, and the map that leads from a name in them to where the
 * mapping says it (Source Map, ECMA-426): editors follow it when they go to a definition.
 *
 * @param file where the declarations are to be
 * @param files the files of the run, which know the texts that links lead to
 * @param folder where the paths of those files start, absolute
 * @returns both files; nothing of a mapping without declarations
 */
export function declarationFiles(
  { declarations, declarationLinks }: DeclaredMapping,
  file: string,
  files: MappingFiles,
  folder: string,
): readonly Output[] {
  if (declarations === null) return [];
  const mapFile = `${file}.map`;
  const text = new SourceText(declarations);
  const sources: string[] = [];
  const lines: SourceMapSegment[][] = Array.from({ length: text.lineCount }, () => []);
  for (const { start, end, file: source, span } of declarationLinks) {
    const name = withSlashes(relative(resolve(dirname(file)), resolve(folder, source)));
    if (!sources.includes(name)) sources.push(name);
    const from = text.positionAt(start);
    const { source: said } = files.read(source).tree;
    // TypeScript maps where a name ends like where it begins, and takes the next mapping where there is none.
    for (const [column, offset] of [
      [from.column, span.start],
      [from.column + end - start, span.end],
    ] as const) {
      const to = said.positionAt(offset);
      lines[from.line]?.push([column, sources.indexOf(name), to.line, to.column]);
    }
  }
  const map = { version: 3, file: basename(file), sources, names: [], mappings: encode(lines) };
  return [
    { path: file, content: `${declarations}//# sourceMappingURL=${encodeURIComponent(basename(mapFile))}\n` },
    { path: mapFile, content: `${writeJsonData(map)}\n` },
  ];
}

/**
 * The mapping file of the declarations that a map belongs to, as the map says; null for a file that is no such map, or is not there.
 *
 * @param mapFile the path of the map
 */
export function declaredMappingOf(mapFile: string): string | null {
  const read = readRegularFileSync(mapFile, MOST_MAP_BYTES);
  if (read.kind !== "bytes") return null;
  try {
    const map: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    if (typeof map !== "object" || map === null || !("version" in map && "file" in map && "sources" in map))
      return null;
    const { version, file, sources } = map;
    if (version !== 3 || file !== basename(mapFile, ".map") || !Array.isArray(sources)) return null;
    // The first names in declarations are of the mapping as a whole.
    const source: unknown = sources[0];
    return typeof source === "string" ? resolve(dirname(mapFile), source) : null;
  } catch {
    return null;
  }
}

/**
 * Whether a file holds what `declarationFiles` gives, of this mapping or another: declarations, or a map by how it begins. A module in
 * TypeScript, which `a.d.responses` is compiled to under the name that the declarations of `a.responses` have, is none.
 */
export function isDeclaration(content: string): boolean {
  if (isGenerated(content)) return /^export declare /m.test(content);
  return /^\{\s*"version":\s*3,\s*"file":\s*"(?:[^"\\]|\\.)*\.d(?:\.[^"]+)?\.ts",\s*"sources":/.test(content);
}

/** Of a mapping with tens of thousands of names. */
const MOST_MAP_BYTES = 64 * 1024 * 1024;
