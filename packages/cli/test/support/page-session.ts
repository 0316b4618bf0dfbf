import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { COMMAND } from "@responses/testing/command";

/** A step of a page that its reader can follow: a file to be written, or a command line and what it prints. */
export type PageStep =
  | { readonly kind: "file"; readonly path: string; readonly text: string; readonly line: number }
  | {
      readonly kind: "command";
      readonly commandLine: string;
      readonly output: string;
      readonly line: number;
    };

/**
 * The steps of a page in Markdown, in their order: a block marked ```` ```LANGUAGE file=PATH ```` is a file, one marked
 * ```` ```console ```` has command lines behind `$ `, each with what it prints.
 */
export function pageSteps(markdown: string): readonly PageStep[] {
  const blocks = [...markdown.matchAll(/^```(\S+)(?: file=(\S+))?[^\n]*\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(({ 1: language, 2: path, 3: text = "", index }): readonly PageStep[] => {
    const line = markdown.slice(0, index).split("\n").length;
    if (path !== undefined) return [{ kind: "file", path, text, line }];
    if (language !== "console") return [];
    return text
      .split(/^\$ /m)
      .slice(1)
      .map((command) => {
        const [commandLine = ""] = command.split("\n", 1);
        return { kind: "command", commandLine, output: command.slice(commandLine.length + 1), line };
      });
  });
}

/** Writes the file of a step below a folder. */
export function writePageFile(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** What a shell in the folder shows of a command line in which `responses` is the built command, and `tsc` TypeScript's. */
export function shellOutput(folder: string, commandLine: string): Promise<string> {
  const script = `responses() { "$NODE" "$COMMAND" "$@"; }; tsc() { "$NODE" "$TSC" "$@"; }; { ${commandLine}; } 2>&1`;
  const env = { ...process.env, NODE: process.execPath, COMMAND, TSC, NO_COLOR: "1", COLUMNS: "120" };
  return new Promise((resolve) => {
    execFile("sh", ["-c", script], { cwd: folder, env }, (_error, stdout) => resolve(stdout));
  });
}
