import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const COMPILER = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** The paths of all files in a folder and below it, in order. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

/** What tsc says of the files in `src` of a folder, strictly; it writes what it makes of them into `dist`. */
export function typeScript(cwd: string, more: Readonly<Record<string, unknown>> = {}): string {
  writeFileSync(
    join(cwd, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noUncheckedIndexedAccess: true,
        module: "nodenext",
        target: "es2022",
        types: [],
        rootDir: "src",
        outDir: "dist",
        ...more,
      },
      include: ["src"],
    }),
  );
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  return spawnSync(process.execPath, [COMPILER, "-p", "."], { cwd, encoding: "utf8" }).stdout;
}
