/*
 * What somebody writes who has seen one success and nothing else: a line made out of that answer.
 */

import { fieldsOf, quoted } from "./sample-fields.mjs";
import { yesWordIn } from "./yes-words.mjs";

/** @typedef {import("./answers.mjs").Answer} Answer */
/** @typedef {import("./sample-fields.mjs").SampleField} SampleField */

/** Names under which systems say whether it went well, under which they say what, and under which they number things. */
const FLAG =
  /status|success|result|outcome|response|accepted|valid|code|state|^ok$|decision|disposition|sold|^ack$|paid|created/i;
const MESSAGE = /message|msg|text|description|reason|detail|note/i;
const ID = /id$|uuid|token|ticket|number$/i;

/** A member of JSON whose value says yes, or is a number; two members side by side; an element; a piece of a form. */
const MEMBER = /"([A-Za-z_][\w-]*)"\s*:\s*("(?:[^"\\]|\\.)*"|true|1)(?=\s*[,}])/g;
const NUMBER = /"([A-Za-z_][\w-]*)"\s*:\s*-?\d+(?=\s*[,}])/g;
const PAIR =
  /"([A-Za-z_][\w-]*)"\s*:\s*(?:"[^"\\]*"|true|-?\d+)\s*,\s*"[\w-]+"\s*:\s*(?:"[^"\\]*"|true|null|-?\d+)/g;
/** A number or an id of that one answer; nobody copies it who wants to meet other answers. */
const NUMBERED = /\d{3}|[\da-f]{8}/;
const ELEMENT = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<>&]{1,60})<\/\1>/g;
/** The same inside another text: JSON in a string of JSON, XML in the text of an element. */
const ESCAPED_MEMBER = /\\"([A-Za-z_][\w-]*)\\"\s*:\s*(?:\\"[^"\\]*\\"|true|1)/g;
const ESCAPED_ELEMENT = /&lt;([A-Za-z_][\w.-]*)&gt;[^<>&]{1,60}&lt;\/\1&gt;/g;
const PIECE = /(?:^|[&\n])([\w.-]+)=([^&\s]+)/g;

/**
 * The ways to write a careless line; each with the lines that it makes out of an answer, mostly one, or none.
 *
 * @type {Readonly<Record<string, (success: Answer, all: readonly Answer[]) => readonly string[]>>}
 */
const STYLES = {
  "a word that says yes, keyword": withYes((yes) => `keyword ${quoted(yes)}`),
  "a word that says yes, word": withYes((yes) => `word ${quoted(yes)}`),
  "a word that says yes, between asterisks": withYes((yes) => `exact ${quoted(`*${yes}*`)}`),
  "a word that says yes, exact": withYes((yes) => `exact ${quoted(yes)}`),
  "the sentence of the message": ({ body }) => sentence(body).map((text) => `keyword ${quoted(text)}`),
  "the first word, keyword": ({ body }) => firstWord(body).map((word) => `keyword ${quoted(word)}`),
  "the first word and an asterisk": ({ body }) =>
    firstWord(body).map((word) => `exact ${quoted(`${word}*`)}`),
  "the first part, keyword": ({ body }) => firstPart(body),
  "a copied member": ({ body }) => copied(body, MEMBER),
  "a copied number": ({ body }) => copied(body, NUMBER),
  "two copied members": ({ body }) => copied(body, PAIR).filter((condition) => !NUMBERED.test(condition)),
  "a copied member between asterisks": ({ body }) =>
    named(body, MEMBER).map(([text]) => `exact ${quoted(`*${text}*`)}`),
  "a name and a value between asterisks": ({ body }) =>
    named(body, MEMBER).map(([, name = "", value = ""]) => `exact ${quoted(`*"${name}"*${value}*`)}`),
  "a copied element": ({ body }) => copied(body, ELEMENT),
  "a copied member or element, escaped": ({ body }) => [
    ...copied(body, ESCAPED_MEMBER),
    ...copied(body, ESCAPED_ELEMENT),
  ],
  "a value between brackets": ({ body }) =>
    named(body, ELEMENT).map(([, , value = ""]) => `keyword ${quoted(`>${value}<`)}`),
  "a copied piece of a form": ({ body }) =>
    [...body.matchAll(PIECE)]
      .filter(([, name = ""]) => FLAG.test(name) || MESSAGE.test(name))
      .slice(0, 3)
      .map(([, name, value]) => `keyword ${quoted(`${name}=${value}`)}`),
  "a field is there": ({ body }) => flags(body).slice(0, 1).map(isThere),
  "a field, keyword": ({ body }) =>
    flags(body)
      .slice(0, 1)
      .map((field) => `${field.written} keyword ${quoted(field.value)}`),
  "a field, not its opposite": ({ body }) => flags(body).slice(0, 1).map(isNotNo),
  "one field of several": ({ body }) =>
    flags(body)
      .slice(0, 4)
      .map((field) => `${field.written} exact ${quoted(field.value)}`),
  "an id is there": ({ body }) => ids(body).map((field) => `not ${field.written} empty`),
  "the name of an id": ({ body }) => ids(body).map(({ name }) => `keyword ${quoted(name)}`),
  "no error in the text": () => ['not keyword "error"'],
  "no rejection in the text": () => ['not keyword "reject"'],
  "no error field": ({ body }) => errorField(body).map((field) => `${field} empty`),
  "the status": ({ status }) => (status === null ? [] : [`status ${status}`]),
  "all good statuses": ({ status }) => (status === null ? [] : ["status 2xx"]),
  "statuses that are no errors": (_, all) =>
    all.some(({ status }) => status !== null && status > 201 && status < 400) ? ["status 200..399"] : [],
};

/** @type {readonly string[]} */
export const styleNames = Object.keys(STYLES);

/**
 * @param {Answer} success
 * @param {readonly Answer[]} all what the system is known to answer
 * @returns {readonly { readonly style: string, readonly rule: string }[]} each rule once, under the first style that makes it
 */
export function naiveRules(success, all) {
  /** @type {Map<string, string>} */
  const styleOf = new Map();
  for (const [style, conditions] of Object.entries(STYLES))
    for (const condition of conditions(success, all)) {
      const rule = `success ${condition}`;
      if (!styleOf.has(rule)) styleOf.set(rule, style);
    }
  return [...styleOf].map(([rule, style]) => ({ style, rule }));
}

/** @param {(yes: string) => string} condition @returns {(success: Answer) => readonly string[]} */
function withYes(condition) {
  return ({ body }) => {
    const yes = yesWordIn(body);
    return yes === null ? [] : [condition(yes)];
  };
}

/** The first thing of that shape whose name is that of a flag. @param {string} body @param {RegExp} shape */
function named(body, shape) {
  return [...body.matchAll(shape)].filter(([, name = ""]) => FLAG.test(name)).slice(0, 1);
}

/** @param {string} body @param {RegExp} shape */
function copied(body, shape) {
  return named(body, shape).map(([text]) => `keyword ${quoted(text)}`);
}

/** What the answer says to people: a field for that, or the line or the paragraph that says yes. @param {string} body */
function sentence(body) {
  const fields = fieldsOf(body);
  const texts =
    fields.length > 0
      ? fields.filter(({ name }) => MESSAGE.test(name)).map(({ value }) => value)
      : body.split(/<[^<>]*>|[\r\n]+/).filter((text) => yesWordIn(text) !== null);
  return texts
    .map((text) => text.trim())
    .filter((text) => /\p{L}{2} \p{L}/u.test(text) && text.length < 80)
    .slice(0, 1);
}

/**
 * The first word or number of a line of plain text, where it seems to say whether it went well.
 *
 * @param {string} body
 */
function firstWord(body) {
  const word = /^[\p{L}\p{N}]+(?=[^\r\n(=]*$)/u.exec(body.trim())?.[0];
  return word !== undefined && (yesWordIn(word) !== null || /^\d{1,3}$/.test(word)) ? [word] : [];
}

/** The same, and what cuts it off. @param {string} body */
function firstPart(body) {
  const separator = /[|;,:]| - | /.exec(body)?.[0];
  return separator === undefined
    ? []
    : firstWord(body).map((word) => `split ${quoted(separator)} part 1 keyword ${quoted(word)}`);
}

/** The fields that seem to say whether it went well: named so, with a word that says yes or a code. @param {string} body */
function flags(body) {
  return fieldsOf(body).filter(
    ({ name, value }) =>
      FLAG.test(name) &&
      !ID.test(name) &&
      value.length < 40 &&
      (/^\d{1,3}$/.test(value) || (yesWordIn(value) !== null && !/\b(?:not|no|non|nicht)\b/i.test(value))),
  );
}

/** @param {SampleField} field */
function isThere({ written }) {
  return /^xml '\/\/\w/.test(written) ? `${written} exact "*"` : `not ${written} empty`;
}

/** @param {SampleField} field */
function isNotNo({ written, value }) {
  const opposites = new Map([
    ["true", "false"],
    ["yes", "no"],
    ["1", "0"],
    ["0", "1"],
    ["200", "400"],
  ]);
  return `not ${written} exact ${quoted(opposites.get(value.toLowerCase()) ?? "error")}`;
}

/** @param {string} body */
function ids(body) {
  return fieldsOf(body)
    .filter(({ name, value }) => value !== "" && ID.test(name))
    .slice(0, 1);
}

/** The field for errors, as the sample writes it where it has one. @param {string} body */
function errorField(body) {
  const fields = fieldsOf(body);
  const own = fields
    .filter(({ name, value }) => /error/i.test(name) && value === "")
    .map(({ written }) => written);
  const kind = fields[0]?.written.split(" ")[0];
  const usual = { json: `json "$.error"`, xml: `xml "//error"`, form: `form "error"` };
  return [...own, ...(kind === "json" || kind === "xml" || kind === "form" ? [usual[kind]] : [])].slice(0, 1);
}
