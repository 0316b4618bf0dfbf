import { readFileSync, writeFileSync } from "node:fs";
import { Misuse } from "../misuse.mjs";

/*
 * The page of figures: what stands between `<!-- bench NAME -->` and `<!-- /bench -->` is replaced, the rest is written by
 * people and left alone.
 */

const CLOSING = "<!-- /bench -->";

/** @param {string} name */
function opening(name) {
  return `<!-- bench ${name} -->\n`;
}

/**
 * @param {string} page
 * @param {string} name of a table
 * @returns {{ start: number, end: number } | null} where in the page the table stands; null if it has no place
 */
function placeOf(page, name) {
  const before = page.indexOf(opening(name));
  const start = before + opening(name).length;
  const end = page.indexOf(CLOSING, start);
  return before < 0 || end < 0 ? null : { start, end };
}

/**
 * @param {string} path of a page
 * @param {readonly string[]} names of tables
 * @throws {Misuse} if a table has no place in it
 */
export function mustHavePlaces(path, names) {
  const page = readFileSync(path, "utf8");
  const missing = names.filter((name) => placeOf(page, name) === null);
  if (missing.length > 0)
    throw new Misuse(
      `${path} has no place for ${missing.join(", ")}: write\n${opening(missing[0] ?? "")}${CLOSING}`,
    );
}

/**
 * @param {string} path of a page that has a place for each of the tables
 * @param {ReadonlyMap<string, string>} tables by name
 */
export function putIntoPage(path, tables) {
  let page = readFileSync(path, "utf8");
  for (const [name, table] of tables) {
    const place = placeOf(page, name);
    if (place !== null) page = `${page.slice(0, place.start)}\n${table}\n\n${page.slice(place.end)}`;
  }
  writeFileSync(path, page);
}
