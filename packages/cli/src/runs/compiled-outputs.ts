import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { isGenerated, isRuntimeFileName, mappingPlaceIn, withMappingPlace } from "@responses/dsl/editor";
import {
  isDeclaration,
  isInside,
  type Output,
  realPathOf,
  repositoryRootOf,
  withSlashes,
} from "@responses/node-host";
import { UsageError } from "../terminal/usage-error.js";
import { foldersBelow, generatedCode, type OutputsIn, type UnusedIn } from "./leftovers.js";

/** What compiled files end in, behind the names of their mappings; JSON has no header by which it would be known for certain. */
const OUTPUT = /^(.+\.responses)\.(?:mjs|cjs|ts|d\.mts|d\.cts)$/;

/**
 * Whether a file holds what a mapping is compiled to, or what such modules share. The declarations that `types` writes begin alike, and those of
 * `a.responses` have the name of the module of `a.d.responses` in TypeScript: only those beside a module in JavaScript are compiled.
 */
export function isCompiled(content: string, path: string): boolean {
  return isGenerated(content) && (/\.d\.[cm]ts$/.test(path) || !isDeclaration(content));
}

/** Modules and their declarations. Beside each is its mapping, or it says where that is. */
export const compiledIn: OutputsIn = (folder, names) =>
  names.flatMap((name) => {
    const mapping = OUTPUT.exec(name)?.[1];
    if (mapping === undefined) return [];
    const path = join(folder, name);
    const code = generatedCode(path);
    if (code === null || !isCompiled(code, path)) return [];
    const place = mappingPlaceIn(code);
    return [{ path, mapping: place === null ? join(folder, mapping) : resolve(folder, place) }];
  });

/** The runtimes that no module beside or below them imports, but for modules that are left over. Modules are read only where there is one. */
export const runtimesUnusedIn: UnusedIn = (folder, names, leftOver) => {
  const runtimes = names.filter(
    (name) => isRuntimeFileName(name) && generatedCode(join(folder, name)) !== null,
  );
  if (runtimes.length === 0) return [];
  const modules = foldersBelow(folder)
    .flatMap(({ folder: below, names: beside }) => beside.map((name) => join(below, name)))
    .filter((path) => OUTPUT.test(path) && !leftOver.has(path))
    .map((path) => generatedCode(path) ?? "");
  // TypeScript is imported by the name that it has once it is compiled.
  const isImported = (name: string): boolean =>
    modules.some((code) => code.includes(`/${name.replace(/\.ts$/, ".js")}"`));
  return runtimes.filter((name) => !isImported(name)).map((name) => join(folder, name));
};

/**
 * Says in an output that is not beside its mapping where that is. The way there is the same on every machine if both are in one
 * repository (`areTogether`), and must not be said otherwise.
 */
export function withItsMapping({ path, content }: Output, mapping: string): Output {
  const [folder, source] = [resolve(dirname(path)), resolve(mapping)];
  if (folder === dirname(source)) return { path, content };
  const way = withSlashes(relative(folder, source));
  return { path, content: withMappingPlace(content, way.startsWith("../") ? way : `./${way}`) };
}

/** Throws a UsageError where outputs could not say where their mappings are. */
export function refuseOutputsElsewhere(outDir: string, folder: string): void {
  if (areTogether(outDir, folder)) return;
  throw new UsageError(
    `--clean cannot know what is left in ${withSlashes(outDir)}: outputs outside of the repository do not say where their mappings are; remove that folder before you compile instead`,
  );
}

/** Whether a folder of outputs is in the repository of the mappings; without a repository any is. */
export function areTogether(outDir: string, folder: string): boolean {
  const root = repositoryRootOf(resolve(folder));
  return root === null || isInside(root, realPathOfNew(resolve(outDir)));
}

/** Of a folder that need not be there yet. */
function realPathOfNew(folder: string): string {
  const parent = dirname(folder);
  return existsSync(folder) || parent === folder
    ? realPathOf(folder)
    : join(realPathOfNew(parent), basename(folder));
}
