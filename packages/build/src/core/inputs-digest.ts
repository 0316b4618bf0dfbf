import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Stands for the compiler: made of its code when the package is built. */
declare const COMPILER_DIGEST: string;

/**
 * A text that differs whenever what a module is compiled from has changed: the compiler, or any of the files, also one that is there
 * now and was not. For caches that outlive a process.
 *
 * @param watched the files that a compiled file depends on, absolute
 */
export function inputsDigest(watched: readonly string[]): string {
  const digest = createHash("sha256").update(COMPILER_DIGEST);
  for (const path of watched) {
    const content = contentOf(path);
    digest.update(`\n${content === null ? "missing" : content.length}\n`);
    if (content !== null) digest.update(content);
  }
  return digest.digest("hex");
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
