// node measure-part.mjs TABLE PART OUTPUT [options]: measures a part of a table and writes what comes out as JSON.

import { writeFileSync } from "node:fs";
import { readChoice } from "./choice.mjs";

const [name, part, output, ...words] = process.argv.slice(2);
if (name === undefined || part === undefined || output === undefined)
  throw new TypeError("TABLE PART OUTPUT");

const choice = readChoice(words);
// Before anything is loaded that looks for it.
if (!choice.hasWebAssembly) Reflect.deleteProperty(globalThis, "WebAssembly");

const { TABLES } = await import("./tables/all-tables.mjs");
const table = TABLES.find((table) => table.name === name);
if (table === undefined) throw new RangeError(`no table ${name}`);
writeFileSync(output, JSON.stringify(await table.measure(Number(part), choice)));
