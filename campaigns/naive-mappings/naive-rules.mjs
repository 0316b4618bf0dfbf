/*
 * What somebody writes who has seen one success and nothing else: a line made out of that answer.
 */

/** Words that say yes, as a person looks for them in an answer. */
const YES =
  /\b(success|successful|successfully|accepted|approved|valid|sold|matched|created|sent|added|purchased|subscribed|ok|yes|true|1)\b/i;

/** A member of JSON or an element of XML whose value says yes. */
const MEMBER = /"([A-Za-z_][\w-]*)"\s*:\s*("(?:[^"\\]|\\.)*"|true|1)(?=\s*[,}])/g;
const ELEMENT = /<([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>([^<>]*)<\/\1>/g;

/** A name under which systems say whether it went well. */
const FLAG = /status|success|result|outcome|response|accepted|valid|code|state|ok|decision|disposition/i;

/**
 * @param {import("./answers.mjs").Answer} success
 * @returns {readonly { readonly style: string, readonly rule: string }[]} one rule a style, where the answer gives one
 */
export function naiveRules({ status, body }) {
  const rules = [];
  const yes = YES.exec(body)?.[1];
  if (yes !== undefined) {
    rules.push({ style: "keyword", rule: `success keyword ${quoted(yes)}` });
    rules.push({ style: "word", rule: `success word ${quoted(yes)}` });
    rules.push({ style: "exact with asterisks", rule: `success exact ${quoted(`*${yes}*`)}` });
  }
  const member = [...body.matchAll(MEMBER)].find(([, name = ""]) => FLAG.test(name));
  if (member !== undefined) {
    rules.push({ style: "copied member", rule: `success keyword ${quoted(member[0])}` });
    rules.push({
      style: "presence",
      rule: `success not json ${quoted(`$..${member[1]}`.replace("..", "."))} empty`,
    });
  }
  const element = [...body.matchAll(ELEMENT)].find(([, name = ""]) => FLAG.test(name));
  if (element !== undefined) {
    rules.push({ style: "copied element", rule: `success keyword ${quoted(element[0])}` });
    rules.push({ style: "presence", rule: `success xml ${quoted(`//${element[1]}`)} exact "*"` });
  }
  if (status !== null) rules.push({ style: "status", rule: `success status ${status}` });
  rules.push({ style: "no error", rule: 'success not keyword "error"' });
  if (body.trimStart().startsWith("{"))
    rules.push({ style: "no error field", rule: 'success json "$.error" empty' });
  return rules;
}

/** @param {string} text */
function quoted(text) {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped}'`;
}
