/*
 * The pictures of the extension's readme. VS Code's page about an extension and the Marketplace show none but those of the internet, so
 * an archive that is built anywhere has none, and one that is released has them at the addresses of its version.
 */

/** A picture of the readme that stands alone in its paragraph. */
const PICTURE = /^!\[([^\]]*)\]\(([^)]*)\)\n\n/gm;

/**
 * The readme with its pictures at their addresses below the base, which ends in a slash; without its pictures where the base is null.
 *
 * @param {string} readme
 * @param {string | null} base
 */
export function withPicturesAt(readme, base) {
  return readme.replace(PICTURE, (_, words, path) =>
    base === null ? "" : `![${words}](${new URL(path, base).href})\n\n`,
  );
}

/** @param {string} readme */
export function picturesOf(readme) {
  return [...readme.matchAll(PICTURE)].map(([, , address = ""]) => address);
}

/**
 * What is wrong with the pictures of a readme that is to be released, a line each: whoever installs the extension must see them.
 *
 * @param {string} readme with absolute addresses
 * @param {(address: string) => Promise<{ ok: boolean, status: number, headers: { get(name: string): string | null } }>} [ask]
 */
export async function missingPictures(readme, ask = fetch) {
  const addresses = picturesOf(readme);
  if (addresses.length === 0) return ["the readme of the extension has no pictures"];
  const faults = await Promise.all(addresses.map((address) => faultOf(address, ask)));
  return faults.filter((fault) => fault !== null);
}

/**
 * @param {string} address
 * @param {Parameters<typeof missingPictures>[1] & {}} ask
 * @returns {Promise<string | null>}
 */
async function faultOf(address, ask) {
  if (!address.startsWith("https://")) return `${address}: the Marketplace shows pictures of https alone`;
  try {
    const { ok, status, headers } = await ask(address);
    if (!ok) return `${address}: answers with ${status}`;
    const type = headers.get("content-type") ?? "nothing";
    return type.startsWith("image/") ? null : `${address}: is ${type} and no picture`;
  } catch (error) {
    return `${address}: does not answer (${error instanceof Error ? error.message : error})`;
  }
}
