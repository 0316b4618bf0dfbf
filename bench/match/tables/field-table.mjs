import { chosen } from "../choice.mjs";
import { compare, KnownSpeeds } from "../comparison.mjs";
import { compiledModule } from "../compiled-module.mjs";
import { FULL_PACE, QUICK_PACE } from "../interleaved.mjs";
import { FIELDS, fieldBodies } from "../made/field-bodies.mjs";
import { keywords } from "../made/keywords.mjs";
import { mappingText, quoted } from "../made/mapping-text.mjs";
import { comparisonPage, ratioGrid } from "../markdown.mjs";
import { measuredTable } from "../measured-table.mjs";
import { lookUp } from "../peers/look-up.mjs";
import { inBytes } from "../units.mjs";

/** @typedef {(body: string) => readonly unknown[]} FieldReader of a body the values of the fields */

/**
 * @typedef {object} FieldTable
 * @property {"json" | "xml" | "form"} kind
 * @property {(name: string) => string} field as a mapping writes it
 * @property {(names: readonly string[]) => Readonly<Record<string, FieldReader>>} readers by the name of the peer
 * @property {readonly number[]} sizes of bodies in bytes
 * @property {(size: number) => number | null} aim
 */

/**
 * @typedef {object} Shape
 * @property {number} rules
 * @property {number} fields that they are about, in turns
 */

/** @type {readonly Shape[]} */
const SHAPES = [
  { rules: 3, fields: 1 },
  { rules: 30, fields: 1 },
  { rules: 300, fields: 1 },
  { rules: 10, fields: 5 },
];

/** @param {readonly import("../comparison.mjs").Comparison[]} comparisons */
function gridOf(comparisons) {
  return `Ratio / aim:\n\n${ratioGrid(comparisons, { row: "rules on fields", column: "body" })}`;
}

/**
 * A table of rules about fields of a kind of body, beside parsers of such bodies and a look-up in a table of texts.
 *
 * @param {FieldTable} description
 */
export function fieldTable({ kind, field, readers, sizes: allSizes, aim }) {
  return measuredTable({
    name: kind,
    parts: ({ rules }) =>
      chosen(
        SHAPES.map((shape) => shape.rules),
        rules,
      ),
    async measure(rules, { sizes, isQuick }) {
      const { fields } = SHAPES.find((shape) => shape.rules === rules) ?? { fields: 1 };
      const names = FIELDS.slice(0, fields);
      const texts = keywords(rules);
      const condition = (/** @type {string} */ text, /** @type {number} */ n) =>
        `${field(names[n % fields] ?? names[0] ?? "")} exact ${quoted(text)}`;
      const { classify } = await compiledModule(mappingText(texts, condition));
      const ruleFor = lookUp(texts, fields);
      const peers = Object.entries(readers(names)).map(([name, read]) => ({
        name: `${name}, Map`,
        work: (/** @type {string} */ body) => ruleFor(read(body)),
      }));
      const speeds = new KnownSpeeds();
      const comparisons = [];
      for (const size of chosen(allSizes, sizes)) {
        const question = {
          cell: { "rules on fields": `${rules} on ${fields}`, body: inBytes(size) },
          series: "",
          size,
          ...fieldBodies(kind, size, texts, fields),
          ours: (/** @type {string} */ body) => classify(200, body),
          peers,
          aim: aim(size),
        };
        comparisons.push(await compare(question, speeds, isQuick ? QUICK_PACE : FULL_PACE));
      }
      return comparisons;
    },
    markdown: (comparisons) => comparisonPage(comparisons, gridOf(comparisons)),
    summary: gridOf,
  });
}
