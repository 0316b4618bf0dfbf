// node reading-run.mjs RULES: reads, checks and compiles a mapping with that number of rules, and prints a Reading as JSON.

import { link, noOtherFiles, parse } from "@responses/dsl";
import { parse as parseYaml, stringify as writeYaml } from "yaml";
import { mappingOf, moduleOf, parseAndCheck } from "./library.mjs";
import { makeMapping, makeRules } from "./mappings.mjs";
import { timeOnce } from "./stopwatch.mjs";

/**
 * @typedef {object} Reading
 * @property {number} lines
 * @property {number} checkMs parse and check
 * @property {number} parseMs parse and link
 * @property {number} compileMs
 * @property {number} compiledBytes
 * @property {number} jsonMs JSON.parse of the same rules
 * @property {number} yamlMs the package yaml on the same rules
 * @property {number} memoryMB the most that the process held, before the peers ran
 */

const size = Number(process.argv[2]);
// A small file is measured warm, a large one as a user meets it.
const times = size <= 1000 ? 40 : 1;
const text = makeMapping(size);

const checkMs = timeOnce(() => parseAndCheck(text), times);
const parseMs = timeOnce(() => link(parse("benchmark.responses", text), noOtherFiles), times);
const mapping = mappingOf(text);
let compiledBytes = 0;
const compileMs = timeOnce(() => {
  compiledBytes = moduleOf(mapping).length;
}, times);
const memoryMB = process.resourceUsage().maxRSS / 1024;

const data = makeRules(size).map(({ written, label, body }) => ({ rule: written.split(" "), label, body }));
const json = JSON.stringify(data);
const jsonMs = timeOnce(() => JSON.parse(json), Math.max(times, 3));
// yaml takes its time; a part of the rules tells as much.
const part = data.slice(0, 2000);
const yaml = writeYaml(part);
const yamlMs = timeOnce(() => parseYaml(yaml), 3) * (data.length / part.length);

/** @type {Reading} */
const reading = {
  lines: text.split("\n").length - 1,
  checkMs,
  parseMs,
  compileMs,
  compiledBytes,
  jsonMs,
  yamlMs,
  memoryMB,
};
process.stdout.write(JSON.stringify(reading));
