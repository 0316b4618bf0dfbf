import { readFileSync, writeFileSync } from "node:fs";

/*
 * The page of figures: what stands between `<!-- bench NAME -->` and `<!-- /bench -->` is replaced, the rest is written by
 * people and left alone.
 */

/**
 * @param {string} path of a page
 * @param {ReadonlyMap<string, string>} tables by the name in their marks
 * @throws {Error} if the page has no place for a table; nothing is written then
 */
export function putIntoPage(path, tables) {
  let page = readFileSync(path, "utf8");
  for (const [name, table] of tables) {
    const opening = `<!-- bench ${name} -->\n`;
    const start = page.indexOf(opening);
    const end = page.indexOf("<!-- /bench -->", start);
    if (start < 0 || end < 0)
      throw new Error(`${path} has no place for the table ${name}: ${opening}<!-- /bench -->`);
    page = `${page.slice(0, start + opening.length)}\n${table}\n\n${page.slice(end)}`;
  }
  writeFileSync(path, page);
}
