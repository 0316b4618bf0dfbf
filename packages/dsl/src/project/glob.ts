/**
 * Whether a path matches a glob. Both have `/` between their parts. `*` stands for any characters of one part, `?` for
 * one, `[abc]` and `[a-z]` for one of them, `{a,b}` for one of the texts, and `**` as a whole part for any number of parts. One that has a
 * fault (`globFault`) matches nothing.
 */
export function matchesGlob(glob: string, path: string): boolean {
  if (glob.length > LONGEST_GLOB) return false;
  const globs = withoutBraces(glob);
  const parts = path.split("/");
  return (
    globs.length <= MOST_ALTERNATIVES &&
    globs.some((plain) => matchesSequence(plain.split("/"), parts, "**", matchesPart))
  );
}

/**
 * Whether a project's `ignore` globs leave a path out, given relative to the project file's folder. A glob that matches
 * a folder leaves out all that is in it; one without a `/` is tried against names in any folder.
 */
export function isIgnored(ignore: readonly string[], path: string): boolean {
  const parts = path.split("/");
  return ignore.some((written) => {
    const glob = written.replace(/^\.?\//, "").replace(/\/$/, "");
    const anywhere = !written.replace(/\/$/, "").includes("/");
    return parts.some((part, index) =>
      matchesGlob(glob, anywhere ? part : parts.slice(0, index + 1).join("/")),
    );
  });
}

/** More alternatives than anyone writes; a bound keeps `{a,b}{a,b}…` from growing without end. */
const MOST_ALTERNATIVES = 256;

/** UTF-16 units of a glob at most: what it takes to try one grows with more than its length. */
const LONGEST_GLOB = 2000;

/** Why a glob is not tried, as a clause; null for one that is. */
export function globFault(glob: string): string | null {
  if (glob.length > LONGEST_GLOB) return `it is longer than ${LONGEST_GLOB.toLocaleString("en")} characters`;
  return withoutBraces(glob).length > MOST_ALTERNATIVES
    ? `its braces stand for more than ${MOST_ALTERNATIVES} globs`
    : null;
}

/** The globs that a glob with braces stands for; of too many a few more than are allowed. */
function withoutBraces(glob: string): readonly string[] {
  const done: string[] = [];
  const waiting = [glob];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const open = next.lastIndexOf("{");
    const close = open === -1 ? -1 : next.indexOf("}", open);
    if (close === -1 || waiting.length + done.length > MOST_ALTERNATIVES) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, open);
    const after = next.slice(close + 1);
    for (const alternative of next.slice(open + 1, close).split(","))
      waiting.push(before + alternative + after);
  }
  return done;
}

/**
 * Matches a sequence against a pattern in which `star` stands for any run. Only the last star ever needs another try,
 * since what stands before it was found as early as possible; so the time is bounded by the product of the lengths.
 */
function matchesSequence(
  pattern: readonly string[],
  items: readonly string[],
  star: string,
  matchesItem: (pattern: string, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let lastStar = -1;
  let retryFrom = 0;
  while (item < items.length) {
    const expected = pattern[at];
    if (expected === star) {
      lastStar = at++;
      retryFrom = item;
    } else if (expected !== undefined && matchesItem(expected, items[item] ?? "")) {
      at++;
      item++;
    } else if (lastStar !== -1) {
      at = lastStar + 1;
      item = ++retryFrom;
    } else {
      return false;
    }
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}

/** Whether one part of a path matches one part of a glob. */
function matchesPart(glob: string, name: string): boolean {
  return matchesSequence(piecesOf(glob), [...name], "*", matchesCharacter);
}

/** `a*[bc]?` as `a`, `*`, `[bc]`, `?`. */
function piecesOf(glob: string): readonly string[] {
  return glob.match(/\[!?\]?[^\]]*\]|./gsu) ?? [];
}

function matchesCharacter(piece: string, character: string): boolean {
  if (piece === "?") return true;
  if (piece.length < 3 || !piece.startsWith("[")) return piece === character;
  const negated = piece[1] === "!";
  const members = [...piece.slice(negated ? 2 : 1, -1)];
  return negated !== isMember(members, character);
}

/** Whether the inside of `[…]` names the character. */
function isMember(members: readonly string[], character: string): boolean {
  for (let index = 0; index < members.length; index++) {
    const first = members[index] ?? "";
    const isRange = members[index + 1] === "-" && index + 2 < members.length;
    const last = isRange ? (members[index + 2] ?? "") : first;
    if (first <= character && character <= last) return true;
    if (isRange) index += 2;
  }
  return false;
}
