import { seeded } from "./seeded.mjs";
import { FORMS, inOnePiece } from "./text-bodies.mjs";

/*
 * Bodies that say in a field, `result.reason` and others beside it, why something was refused: first or last in the document,
 * on one line or over many. The rest is a list of leads.
 */

/** Of these an answer has the first, or all. */
export const FIELDS = /** @type {const} */ (["reason", "code", "status", "field", "type"]);

/** @typedef {Readonly<Record<string, string>>} Fields values by name */

/**
 * @typedef {object} Layout
 * @property {boolean} isFirst whether the fields stand before the list
 * @property {boolean} isIndented
 */

/** @type {readonly Layout[]} */
const LAYOUTS = [
  { isFirst: true, isIndented: false },
  { isFirst: false, isIndented: false },
  { isFirst: true, isIndented: true },
  { isFirst: false, isIndented: true },
];

/**
 * @param {Fields} fields
 * @param {number} size in bytes; the body is not much longer than that
 * @param {Layout} layout
 * @param {number} seed
 */
function jsonBody(fields, size, { isFirst, isIndented }, seed) {
  const random = seeded(seed);
  const space = isIndented ? 2 : 0;
  const write = (/** @type {readonly object[]} */ leads) => {
    const members = isFirst ? { result: fields, leads } : { leads, result: fields };
    return JSON.stringify(members, null, space);
  };
  const leads = [];
  for (let length = write([]).length; ; ) {
    const lead = JSON.parse(FORMS.json?.record(random) ?? "{}");
    // Each level above a record indents its lines, too.
    const lines = isIndented ? 2 + Object.keys(lead).length : 0;
    length += JSON.stringify(lead, null, space).length + 1 + 5 * lines;
    if (length > size) return write(leads);
    leads.push(lead);
  }
}

/**
 * @param {Fields} fields
 * @param {number} size in bytes; the body is not much longer than that
 * @param {Layout} layout
 * @param {number} seed
 */
function xmlBody(fields, size, { isFirst, isIndented }, seed) {
  const random = seeded(seed);
  const between = isIndented ? "\n  " : "";
  const inner = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  const result = `<result>${inner.join(between)}</result>${between}`;
  const before = `<?xml version="1.0"?>${between}<response>${isFirst ? result : ""}<leads>`;
  const after = `</leads>${isFirst ? "" : result}</response>`;
  const leads = [];
  for (let length = before.length + after.length; ; ) {
    const lead = `${FORMS.xml?.record(random) ?? ""}${between}`.replaceAll("><", `>${between}<`);
    length += lead.length;
    if (length > size) return `${before}${leads.join("")}${after}`;
    leads.push(lead);
  }
}

/**
 * @param {Fields} fields
 * @param {number} size in bytes; the body is not much longer than that
 * @param {Layout} layout
 * @param {number} seed
 */
function formBody(fields, size, { isFirst }, seed) {
  const random = seeded(seed);
  const result = new URLSearchParams(fields).toString();
  /** @type {string[]} */
  const pairs = [];
  for (let length = result.length, n = 0; ; n++) {
    const lead = JSON.parse(FORMS.json?.record(random) ?? "{}");
    for (const [name, value] of Object.entries(lead)) {
      const pair = new URLSearchParams({ [`${name}_${n}`]: String(value) }).toString();
      length += pair.length + 1;
      if (length > size) return (isFirst ? [result, ...pairs] : [...pairs, result]).join("&");
      pairs.push(pair);
    }
  }
}

/** How a body of each kind is written. */
const WRITERS = { json: jsonBody, xml: xmlBody, form: formBody };

/** What stands where no rule looks for it. */
const NEUTRAL = "none";

/**
 * Bodies that take turns in a cell, and what is right for them: the first rule, the last and one between decide, or none.
 *
 * @param {keyof typeof WRITERS} kind
 * @param {number} size in bytes
 * @param {readonly string[]} texts of the rules, each on the field of its turn
 * @param {number} fieldCount how many of `FIELDS` the bodies have
 * @returns {{ inputs: readonly string[], expected: readonly number[] }}
 */
export function fieldBodies(kind, size, texts, fieldCount) {
  const deciding = [0, texts.length - 1, texts.length >> 1, -1];
  /** @type {string[]} */
  const inputs = [];
  /** @type {number[]} */
  const expected = [];
  const turns = size <= 10_000 ? 2 * LAYOUTS.length : LAYOUTS.length;
  for (let turn = 0; turn < turns; turn++) {
    const layout = LAYOUTS[turn % LAYOUTS.length];
    // In the second half each layout meets another answer.
    const rule = deciding[(turn + Math.floor(turn / LAYOUTS.length)) % deciding.length] ?? -1;
    if (layout === undefined) continue;
    const entries = FIELDS.slice(0, fieldCount).map((name, field) => {
      const isDeciding = rule >= 0 && rule % fieldCount === field;
      return [name, isDeciding ? (texts[rule] ?? NEUTRAL).toUpperCase() : NEUTRAL];
    });
    inputs.push(inOnePiece(WRITERS[kind](Object.fromEntries(entries), size, layout, 500 + turn)));
    expected.push(rule);
  }
  return { inputs, expected };
}
