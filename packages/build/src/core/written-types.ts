import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  changesOf,
  declarationFileOf,
  declarationFiles,
  FileError,
  isDeclaration,
  makeFolder,
  makePlaceInside,
  refuseToReplace,
  writeTogether,
} from "@responses/node-host";
import type { ResponsesOptions } from "../adapters/options.js";
import type { Compiled } from "./compile-file.js";
import type { Problem } from "./problem.js";

/**
 * Writes the declarations of a compiled mapping file, `acme.d.responses.ts` and its map; what is right already is left alone, so
 * that nobody who watches is woken.
 *
 * @param path of the mapping file, absolute
 * @param root the project's folder, absolute
 * @returns a warning where they could not be written: the module itself is right without them
 */
export function writeTypes(
  compiled: Compiled,
  path: string,
  types: ResponsesOptions["types"],
  root: string,
): readonly Problem[] {
  const folder = types ?? existsSync(join(root, "tsconfig.json"));
  if (folder === false || !isOwnFile(path, root)) return [];
  try {
    const place = placeFor(path, folder, root);
    const changes = changesOf(declarationFiles(compiled, place, compiled.files, compiled.folder));
    refuseToReplace(changes, isDeclaration, false);
    writeTogether(changes);
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [
      {
        severity: "warning",
        name: null,
        example: null,
        message: error.message,
        path,
        place: null,
        related: [],
        fixes: [],
      },
    ];
  }
}

/** Whether the file is the project's own: packages bring their types with them, and may not be written to. */
function isOwnFile(path: string, root: string): boolean {
  const parts = relative(root, path).split(sep);
  return parts[0] !== ".." && !isAbsolute(relative(root, path)) && !parts.includes("node_modules");
}

function placeFor(path: string, folder: string | true, root: string): string {
  if (folder === true) {
    const file = declarationFileOf(path);
    makeFolder(dirname(file));
    return file;
  }
  const base = resolve(root, folder);
  const below = declarationFileOf(relative(root, path));
  makePlaceInside(base, below);
  return join(base, below);
}
