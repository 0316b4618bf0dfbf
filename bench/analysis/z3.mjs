import { init } from "z3-solver";

/*
 * Whether a rule can decide, asked of Z3: is there a body for which it holds and none of the rules above? White space at the body's ends
 * and letter case are left aside, which makes it easier.
 */

/** @typedef {import("./body-rules.mjs").BodyRule} BodyRule */

/** @typedef {"sat" | "unsat" | "unknown"} Answer */

/**
 * Asks about some rules, one after the other, each in a context of its own.
 *
 * @param {readonly BodyRule[]} rules
 * @param {readonly number[]} asked places of rules
 * @param {number} most milliseconds for each
 * @returns {Promise<readonly { readonly answer: Answer, readonly ms: number }[]>}
 */
export async function askZ3(rules, asked, most) {
  const { Z3, em } = await init();
  const answers = [];
  for (const place of asked) {
    const context = Z3.mk_context(Z3.mk_config());
    const start = performance.now();
    const said = await Z3.eval_smtlib2_string(context, questionAbout(place, rules, most));
    answers.push({ answer: answerIn(said), ms: performance.now() - start });
    Z3.del_context(context);
  }
  em.PThread.terminateAllThreads();
  return answers;
}

/** @param {string} said */
function answerIn(said) {
  const answer = /^(sat|unsat|unknown)$/m.exec(said)?.[1];
  if (answer === undefined) throw new Error(`Z3 says: ${said}`);
  return /** @type {Answer} */ (answer);
}

/**
 * @param {number} place
 * @param {readonly BodyRule[]} rules
 * @param {number} most
 */
function questionAbout(place, rules, most) {
  const above = rules.slice(0, place).map((rule) => `(assert (not ${conditionOf(rule)}))`);
  return [
    `(set-option :timeout ${most})`,
    "(declare-const body String)",
    `(assert ${conditionOf(rules[place] ?? [])})`,
    ...above,
    "(check-sat)",
  ].join("\n");
}

/** @param {BodyRule} rule */
function conditionOf(rule) {
  return `(and true ${rule.map(testOf).join(" ")})`;
}

/** @param {BodyRule[number]} test */
function testOf({ how, pieces, negated }) {
  const texts = pieces.map((piece) => `"${piece}"`);
  const test =
    how === "keyword"
      ? `(str.contains body ${texts[0]})`
      : `(str.in_re body (re.++ ${texts.map((text) => `(str.to_re ${text})`).join(" re.all ")}))`;
  return negated ? `(not ${test})` : test;
}
