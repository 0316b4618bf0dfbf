import { oneOf, seeded } from "./seeded.mjs";

/*
 * Bodies as systems send them, of any size: JSON, XML, HTML and plain text, all ASCII. A text stands near the beginning or at
 * the end; the rest speaks of leads, too, with words that the rules' texts have, but with none of those texts.
 */

/** @typedef {"early" | "late" | "none"} Hit */

/**
 * @typedef {object} Form
 * @property {(text: string) => string} open with the text, if any
 * @property {(random: () => number) => string} record
 * @property {string} between two records
 * @property {(padding: string, text: string) => string} close
 */

const FIRST_NAMES = /** @type {const} */ ([
  "Maria",
  "John",
  "Wei",
  "Fatima",
  "Carlos",
  "Ann",
  "Piotr",
  "Lena",
]);
const LAST_NAMES = /** @type {const} */ ([
  "Smith",
  "Garcia",
  "Nguyen",
  "Kowalski",
  "Brown",
  "Okafor",
  "Meyer",
]);
const STATES = /** @type {const} */ (["TX", "CA", "FL", "NY", "OH", "WA", "GA"]);
const NOTES = /** @type {const} */ ([
  "Lead was sent to the buyer and is being looked at.",
  "The campaign code is kept for the monthly report.",
  "Phone and email were given by the customer.",
  "Request was validated; see the reference for more.",
  "An error in an earlier post was corrected by the agent.",
  "Invalid values are listed below with their field names.",
  "No other offer of this source is open in the region.",
]);

/** @param {() => number} random */
function lead(random) {
  const first = oneOf(random, FIRST_NAMES);
  const last = oneOf(random, LAST_NAMES);
  return {
    id: Math.floor(random() * 1e9).toString(16),
    name: `${first} ${last}`,
    email: `${first}.${last}${Math.floor(random() * 1000)}@example.com`.toLowerCase(),
    phone: `+1-555-${String(Math.floor(random() * 1e7)).padStart(7, "0")}`,
    state: oneOf(random, STATES),
    price: (random() * 90).toFixed(2),
    note: oneOf(random, NOTES),
  };
}

/** @type {Readonly<Record<string, Form>>} */
export const FORMS = {
  json: {
    open: (text) => `{"status":"error","message":"${text}","records":[`,
    record(random) {
      const { price, ...texts } = lead(random);
      return JSON.stringify({ ...texts, price: Number(price), active: random() < 0.5, tags: null });
    },
    between: ",",
    close: (padding, text) => `],"reference":"${padding}","detail":"${text}"}`,
  },
  xml: {
    open: (text) => `<?xml version="1.0"?><r><msg>${text}</msg>`,
    record(random) {
      const { id, ...fields } = lead(random);
      const inner = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
      return `<lead id="${id}">${inner.join("")}</lead>`;
    },
    between: "\n  ",
    close: (padding, text) => `<ref>${padding}</ref><d>${text}</d></r>`,
  },
  html: {
    open: (text) => `<html><h1>Error</h1><p>${text}</p>`,
    record(random) {
      const { id, name, email, note } = lead(random);
      return `<tr class="row lead-row" data-id="${id}"><td>${name}</td><td><a href="mailto:${email}">${email}</a></td><td style="color:#333">${note}</td></tr>`;
    },
    between: "\n",
    close: (padding, text) => `<!-- ${padding} --><p>${text}</p></html>`,
  },
  text: {
    open: (text) => `Result: ${text}\n`,
    record(random) {
      const { id, name, phone, note } = lead(random);
      return `${id} ${name}, ${phone}: ${note}`;
    },
    between: "\n",
    close: (padding, text) => `\n${padding}\n${text}.\n`,
  },
};

const PADDING = "see the reference in the posting guide for what each value of a response says, ";

/**
 * @param {string} form a name of `FORMS`
 * @param {number} size in bytes; the body has exactly as many, unless the text leaves no room
 * @param {Hit} hit where the text stands
 * @param {string} text that a rule looks for
 * @param {number} seed
 * @returns {string} in one piece, as decoding gives it
 */
function makeBody(form, size, hit, text, seed) {
  const { open, record, between, close } = /** @type {Form} */ (FORMS[form]);
  const random = seeded(seed);
  const parts = [open(hit === "early" ? text : "")];
  const last = (/** @type {string} */ padding) => close(padding, hit === "late" ? text : "");
  let length = (parts[0]?.length ?? 0) + last("").length;
  for (let next = record(random); length + next.length + between.length <= size; next = record(random)) {
    const part = parts.length === 1 ? next : between + next;
    parts.push(part);
    length += part.length;
  }
  const missing = Math.max(0, size - length);
  parts.push(last(PADDING.repeat(Math.ceil(missing / PADDING.length)).slice(0, missing)));
  return inOnePiece(parts.join(""));
}

/**
 * A string that is joined of parts is flattened when it is first looked at; here that must not fall to who comes first.
 *
 * @param {string} text
 */
export function inOnePiece(text) {
  return Buffer.from(text).toString("utf8");
}

/** @type {readonly ((text: string) => string)[]} */
const SPELLINGS = [(text) => text, (text) => text.toUpperCase(), (text) => text.toLowerCase()];

/**
 * Bodies that take turns in a cell: each form, and up to 10 kB each twice. The text is spelled in several ways.
 *
 * @param {number} size in bytes
 * @param {Hit} hit
 * @param {readonly string[]} texts of the rules: the first is hit early, the last late
 * @returns {readonly string[]}
 */
export function bodiesOf(size, hit, texts) {
  const text = (hit === "early" ? texts[0] : texts.at(-1)) ?? "";
  const forms = Object.keys(FORMS);
  return Array.from({ length: size <= 10_000 ? 2 * forms.length : forms.length }, (_, n) => {
    const spell = SPELLINGS[n % SPELLINGS.length] ?? String;
    return makeBody(forms[n % forms.length] ?? "text", size, hit, spell(text), 1000 + n);
  });
}
